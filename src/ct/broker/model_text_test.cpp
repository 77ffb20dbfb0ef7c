#include "ct/broker/model_text.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/broker/latency.hpp"
#include "ct/broker/slippage.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "support/numbers.hpp"

namespace ct::broker {
namespace {

using testing::HasSubstr;

template <class Model>
std::string error_of(const Result<Model>& parsed) {
    return parsed ? "" : parsed.error().message;
}

TEST(SlippageText, IsReadAndShownAlike) {
    using Kind = SlippageModel::Kind;
    EXPECT_EQ(parse_slippage("none").value(), SlippageModel{});
    EXPECT_EQ(parse_slippage("bps=2.5").value(), (SlippageModel{.kind = Kind::kShare, .share = test::bps("2.5")}));
    EXPECT_EQ(parse_slippage("ticks=2").value(), (SlippageModel{.kind = Kind::kTicks, .ticks = 2}));
    EXPECT_EQ(parse_slippage("spread_bps=4").value(), (SlippageModel{.kind = Kind::kSpread, .share = test::bps("4")}));
    EXPECT_EQ(parse_slippage("spread=0.02").value(),
              (SlippageModel{.kind = Kind::kSpreadAmount, .amount = test::money("0.02")}));
    EXPECT_EQ(parse_slippage("impact=0.1").value(), (SlippageModel{.kind = Kind::kImpact, .share = test::rate("0.1")}));
    for (const char* const shown : {"none", "bps=2.5", "ticks=2", "spread_bps=4", "spread=0.02", "impact=0.1"}) {
        EXPECT_EQ(text(parse_slippage(shown).value()), shown);
    }
}

TEST(SlippageText, ThatIsWrongSaysWhatWasExpected) {
    EXPECT_THAT(error_of(parse_slippage("5")), HasSubstr("'5' is no model of slippage, such as bps=5"));
    EXPECT_THAT(error_of(parse_slippage("")), HasSubstr("''"));
    EXPECT_EQ(error_of(parse_slippage("tick=5")),
              "unknown model 'tick', did you mean 'ticks'? There are bps, ticks, spread_bps, spread, impact");
    EXPECT_THAT(error_of(parse_slippage("bps=")), HasSubstr("''"));
    EXPECT_THAT(error_of(parse_slippage("bps=nan")), HasSubstr("'nan'"));
    EXPECT_THAT(error_of(parse_slippage("bps=10000")), HasSubstr("less than 1 (10000 bps)"));
    EXPECT_THAT(error_of(parse_slippage("bps=1e300")), HasSubstr("1e300"));
    EXPECT_THAT(error_of(parse_slippage("ticks=1.5")), HasSubstr("'1.5'"));
    EXPECT_THAT(error_of(parse_slippage("ticks=-1")), HasSubstr("at least 0 ticks"));
    EXPECT_THAT(error_of(parse_slippage("spread=-1")), HasSubstr("at least 0"));
    EXPECT_THAT(error_of(parse_slippage("impact=1")), HasSubstr("less than 1"));
    EXPECT_THAT(error_of(parse_slippage("bps=1=2")), HasSubstr("'1=2'"));
}

TEST(LatencyText, IsReadAndShownAlike) {
    using Kind = LatencyModel::Kind;
    EXPECT_EQ(parse_latency("none").value(), LatencyModel{});
    EXPECT_EQ(parse_latency("bars=3").value(), (LatencyModel{.kind = Kind::kBars, .bars = 3}));
    EXPECT_EQ(parse_latency("50ms").value(), (LatencyModel{.kind = Kind::kConstant, .mean_ns = 50 * kNsPerMs}));
    EXPECT_EQ(parse_latency("normal=1500ms,200us").value(),
              (LatencyModel{.kind = Kind::kNormal, .mean_ns = 1'500 * kNsPerMs, .deviation_ns = 200'000}));
    EXPECT_EQ(parse_latency("empirical=7ns,1us").value(),
              (LatencyModel{.kind = Kind::kEmpirical, .samples_ns = {7, 1'000}}));
    for (const char* const shown :
         {"none", "bars=3", "50ms", "0ns", "7ns", "normal=1500ms,200us", "empirical=7ns,2s"}) {
        EXPECT_EQ(text(parse_latency(shown).value()), shown);
    }
    EXPECT_EQ(text({.kind = Kind::kEmpirical, .samples_ns = std::vector<TimeNs>(9)}), "empirical, 9 samples");
}

TEST(LatencyText, ThatIsWrongSaysWhatWasExpected) {
    EXPECT_EQ(error_of(parse_latency("50")),
              "'50' is not a whole number and ns, us, ms, s, m, h or d, such as 50ms, nor bars=1, normal=50ms,10ms, "
              "empirical=40ms,60ms or none");
    EXPECT_NE(error_of(parse_latency("")), "");
    EXPECT_NE(error_of(parse_latency("ms")), "");
    EXPECT_NE(error_of(parse_latency("50 ms")), "");
    EXPECT_THAT(error_of(parse_latency("0.5ns")), HasSubstr("'0.5ns'"));
    EXPECT_THAT(error_of(parse_latency("-5ms")), HasSubstr("'-5ms'"));
    EXPECT_THAT(error_of(parse_latency("25h")), HasSubstr("from 0 to one day"));
    EXPECT_THAT(error_of(parse_latency("9999999999999999d")), HasSubstr("9999999999999999d"));
    EXPECT_EQ(error_of(parse_latency("bar=1")),
              "unknown model 'bar', did you mean 'bars'? There are bars, normal, empirical");
    EXPECT_THAT(error_of(parse_latency("bars=1.5")), HasSubstr("'1.5'"));
    EXPECT_THAT(error_of(parse_latency("bars=-1")), HasSubstr("from 0 to 1000000"));
    EXPECT_THAT(error_of(parse_latency("bars=9000000000000000000")), HasSubstr("from 0 to 1000000"));
    EXPECT_EQ(error_of(parse_latency("normal=50ms")), "'50ms' is not a mean and a deviation, such as 50ms,10ms");
    EXPECT_NE(error_of(parse_latency("normal=50ms,10ms,5ms")), "");
    EXPECT_NE(error_of(parse_latency("empirical=")), "");
    EXPECT_NE(error_of(parse_latency("empirical=5ms,")), "");
}

}  // namespace
}  // namespace ct::broker
