#include "ct/risk/registry.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule_settings.hpp"
#include "support/risk_rig.hpp"

namespace ct::risk {
namespace {

using test::list;
using test::number;
using test::rule;
using test::words;
using testing::HasSubstr;

std::string refusal(const std::vector<RuleSettings>& settings) {
    const auto rules = make_rules(settings, KillSwitch());
    return rules ? "accepted" : rules.error().message;
}

TEST(RiskRegistry, MakesEveryRule) {
    const std::vector<RuleSettings> all = {
        rule("kill_switch", {words("file", "stop"), words("signal", "SIGUSR1")}),
        rule("symbols", {list("allow", {"BTC/USDT"}), list("block", {"ETH/USDT"})}),
        rule("stale_data", {number("bars", "3"), words("age", "1h")}),
        rule("duplicate_orders", {words("window", "250ms")}),
        rule("order_rate", {number("orders", "10"), words("window", "1s")}),
        rule("max_open_orders", {number("orders", "5"), number("orders_per_symbol", "2")}),
        rule("price_band", {number("share", "0.1")}),
        rule("daily_loss", {number("amount", "100"), number("equity_share", "0.05")}),
        rule("drawdown", {number("share", "0.15")}),
        rule("max_order", {number("notional", "1e3")}),
        rule("max_position", {number("equity_share", "1.5"), words("symbol", "BTC/USDT")}),
        rule("max_exposure", {number("asset_share", "0.3"), number("total_share", "0.8")}),
    };
    EXPECT_EQ(make_rules(all, KillSwitch()).value().size(), all.size());
    EXPECT_EQ(rule_names().size(), all.size());
    for (const RuleSettings& one : all) EXPECT_THAT(rule_names(), testing::Contains(one.rule));
}

TEST(RiskRegistry, NamesTheNearestRule) {
    EXPECT_EQ(make_rules(std::vector{rule("max_ordr")}, KillSwitch()).error().code, ErrorCode::kNotFound);
    EXPECT_THAT(refusal({rule("max_ordr")}), HasSubstr("here: no risk rule 'max_ordr'; did you mean 'max_order'?"));
}

TEST(RiskRegistry, NamesTheNearestSetting) {
    EXPECT_EQ(refusal({rule("price_band", {number("share", "0.1"), number("shares", "1")})}),
              "here: price_band.shares: no such setting; did you mean 'share'? There is share");
}

TEST(RiskRegistry, RefusesNumbersThatAreNone) {
    for (const char* text : {"nan", "inf", "-inf", "-1", "0", "1e300", "-0.5"}) {
        SCOPED_TRACE(text);
        EXPECT_THAT(refusal({rule("max_order", {number("notional", text)})}), HasSubstr("expected a number above 0"));
        EXPECT_THAT(refusal({rule("max_order", {number("equity_share", text)})}),
                    HasSubstr("expected a share above 0"));
        EXPECT_THAT(refusal({rule("drawdown", {number("share", text)})}), HasSubstr("expected a share above 0"));
        EXPECT_THAT(refusal({rule("max_open_orders", {number("orders", text)})}), HasSubstr("expected a whole number"));
    }
    EXPECT_THAT(refusal({rule("drawdown", {number("share", "1.5")})}), HasSubstr("at most 1, not 1.5"));
    EXPECT_THAT(refusal({rule("max_open_orders", {number("orders", "1.5")})}), HasSubstr("not 1.5"));
}

TEST(RiskRegistry, RefusesTimesThatAreNone) {
    for (const char* text : {"", "10", "s", "-1s", "0s", "1.5h", "1M", "nan", "99999999999d", "1s "}) {
        SCOPED_TRACE(text);
        EXPECT_THAT(refusal({rule("duplicate_orders", {words("window", text)})}), HasSubstr("expected a time such as"));
    }
}

TEST(RiskRegistry, RefusesValuesOfAnotherKind) {
    EXPECT_EQ(refusal({rule("max_order", {words("notional", "5000")})}),
              "here: max_order.notional: expected a number above 0, not the text 5000");
    EXPECT_EQ(refusal({rule("duplicate_orders", {number("window", "10")})}),
              "here: duplicate_orders.window: expected a time such as \"10s\", not the number 10");
    EXPECT_EQ(refusal({rule("symbols", {words("allow", "BTC/USDT")})}),
              "here: symbols.allow: expected a list of symbols, not the text BTC/USDT");
    EXPECT_EQ(refusal({rule("drawdown", {list("share", {"0.1"})})}),
              "here: drawdown.share: expected a share, such as 0.05 for 5 %, not a list");
    EXPECT_EQ(refusal({rule("drawdown", {{"share", Setting::Kind::kOther, {"true"}, "here"}})}),
              "here: drawdown.share: expected a share, such as 0.05 for 5 %, not true");
}

TEST(RiskRegistry, RefusesRulesThatSayNothing) {
    for (const char* name : {"symbols", "stale_data", "duplicate_orders", "order_rate", "max_open_orders", "price_band",
                             "daily_loss", "drawdown", "max_order", "max_position", "max_exposure"}) {
        EXPECT_THAT(refusal({rule(name)}), HasSubstr(std::string("here: ") + name + ": expected ")) << name;
    }
    EXPECT_THAT(refusal({rule("order_rate", {number("orders", "1")})}), HasSubstr("expected orders and window"));
}

TEST(RiskRegistry, RefusesListsThatAreEmptyOrWrong) {
    EXPECT_THAT(refusal({rule("symbols", {list("allow", {})})}), HasSubstr("the list is empty"));
    EXPECT_THAT(refusal({rule("symbols", {list("block", {"BTCUSDT"})})}), HasSubstr("'BTCUSDT' is no symbol"));
    EXPECT_THAT(refusal({rule("symbols", {list("block", {"BTC/USDT", "BTC/USDT"})})}), HasSubstr("stands twice"));
    EXPECT_THAT(refusal({rule("max_order", {number("quantity", "1"), words("symbol", "BTC")})}),
                HasSubstr("'BTC' is no symbol"));
}

TEST(RiskRegistry, RefusesContradictions) {
    EXPECT_THAT(refusal({rule("symbols", {list("allow", {"BTC/USDT"}), list("block", {"BTC/USDT"})})}),
                HasSubstr("'BTC/USDT' is allowed and blocked"));
    EXPECT_THAT(refusal({rule("max_open_orders", {number("orders", "2"), number("orders_per_symbol", "3")})}),
                HasSubstr("orders_per_symbol is more than orders"));
    EXPECT_THAT(refusal({rule("max_exposure", {number("asset_share", "0.9"), number("total_share", "0.8")})}),
                HasSubstr("is more than the total's"));
    EXPECT_THAT(refusal({rule("kill_switch", {words("signal", "SIGKILL")})}), HasSubstr("expected SIGUSR1 or SIGUSR2"));
}

TEST(RiskRegistry, RefusesTiersThatAreNotSorted) {
    const auto tier = [](const char* orders, const char* window) {
        return rule("order_rate", {number("orders", orders), words("window", window)});
    };
    EXPECT_EQ(refusal({tier("1", "1s"), tier("10", "1m")}), "accepted");
    EXPECT_THAT(refusal({tier("10", "1m"), tier("1", "1s")}), HasSubstr("expected tiers in order"));
    EXPECT_THAT(refusal({tier("10", "1s"), tier("5", "1m")}), HasSubstr("expected tiers in order"));
    EXPECT_THAT(refusal({tier("1", "1s"), tier("2", "1s")}), HasSubstr("expected tiers in order"));
}

TEST(RiskRegistry, TellsWhatPullsTheKillSwitch) {
    EXPECT_FALSE(kill_switch_sources(std::vector<RuleSettings>{}).value().file);
    const auto sources = kill_switch_sources(std::vector{rule("kill_switch", {words("file", "a/stop")})});
    EXPECT_EQ(sources.value().file, "a/stop");
    EXPECT_FALSE(sources.value().signal);
}

TEST(RiskRegistry, RefusesAKillSwitchThatNothingPulls) {
    const auto refused = [](const std::vector<RuleSettings>& settings) {
        return kill_switch_sources(settings).error().message;
    };
    EXPECT_EQ(refused({rule("kill_switch")}), "here: kill_switch: expected file, signal or both: what pulls it");
    EXPECT_EQ(refused({rule("kill_switch", {words("file", "a")}), rule("kill_switch", {words("file", "b")})}),
              "here: kill_switch: it is set twice, expected file and signal together");
}

TEST(RiskRegistry, RefusesSymbolsThatAreNotInTheRun) {
    const std::vector instruments = {Instrument::make("BTC/USDT", {}).value(),
                                     Instrument::make("ETH/USDT", {}).value()};
    EXPECT_TRUE(check_symbols(std::vector{rule("symbols", {list("allow", {"BTC/USDT", "ETH/USDT"})})}, instruments));
    const auto limit = rule("max_order", {number("quantity", "1"), words("symbol", "eth/usdt")});
    const auto refused = check_symbols(std::vector{limit}, instruments);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(refused.error().message,
              "here: max_order.symbol: 'eth/usdt' is not in this run; did you mean 'ETH/USDT'? There is BTC/USDT, "
              "ETH/USDT");
    for (const char* key : {"allow", "block"}) {
        EXPECT_FALSE(check_symbols(std::vector{rule("symbols", {list(key, {"BTC/USDT", "XRP/USDT"})})}, instruments));
    }
}

TEST(RuleSettingsText, IsTheSameForTheSameRulesInAnotherOrder) {
    const auto one = rule("max_order", {number("notional", "5"), number("quantity", "1")});
    const auto same = rule("max_order", {number("quantity", "1"), number("notional", "5")});
    const auto other = rule("drawdown", {number("share", "0.1")});
    EXPECT_EQ(text({one, other}), "drawdown share=0.1; max_order notional=5 quantity=1");
    EXPECT_EQ(text({other, same}), text({one, other}));
}

}  // namespace
}  // namespace ct::risk
