#include "ct/core/risk_decision.hpp"

#include <string>

#include <gtest/gtest.h>

#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

using test::money;
using Action = RiskDecision::Action;
using Unit = Finding::Unit;

std::string text_of(Action action, const Finding& finding) {
    const Instrument instrument = Instrument::make("BTC/USDT", {2, 3}).value();
    return sentence({.action = action, .asked = {5'200}, .allowed = {5'000}, .finding = finding}, instrument);
}

TEST(RiskDecision, SaysWhatWasMeasuredWhatIsAllowedAndWhatIsLeft) {
    const Finding finding{"the order's notional", Unit::kQuote, money("5200.5").count, money("5000").count};
    EXPECT_EQ(text_of(Action::kModify, finding),
              "the order's notional is 5200.5 USDT, the limit is 5000 USDT; shrunk from 5.2 to 5 BTC");
    EXPECT_EQ(text_of(Action::kReject, finding), "the order's notional is 5200.5 USDT, the limit is 5000 USDT");
}

TEST(RiskDecision, NamesTheUnits) {
    EXPECT_EQ(text_of(Action::kReject, {"it", Unit::kBase, money("0.5").count, money("0.25").count}),
              "it is 0.5 BTC, the limit is 0.25 BTC");
    EXPECT_EQ(text_of(Action::kReject, {"it", Unit::kShare, 110'000'000'000, 100'000'000'000}),
              "it is 0.11, the limit is 0.1");
    EXPECT_EQ(text_of(Action::kReject, {"it", Unit::kOrders, 3, 2}), "it is 3, the limit is 2");
    EXPECT_EQ(text_of(Action::kReject, {"it", Unit::kTime, 1'500'000'000, 1'000'000'000}),
              "it is 1.5 s, the limit is 1 s");
}

TEST(RiskDecision, WithoutAMeasureIsItsSentence) {
    EXPECT_EQ(text_of(Action::kReject, {.what = "the kill switch is pulled"}), "the kill switch is pulled");
    EXPECT_EQ(text_of(Action::kModify, {.what = "the kill switch is pulled"}),
              "the kill switch is pulled; shrunk from 5.2 to 5 BTC");
}

TEST(RiskDecision, ActionsHaveNames) {
    EXPECT_STREQ(name(Action::kModify), "modify");
    EXPECT_STREQ(name(Action::kReject), "reject");
}

}  // namespace
}  // namespace ct
