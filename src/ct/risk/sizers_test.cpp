#include "ct/risk/sizers.hpp"

#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/money.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct::risk {
namespace {

constexpr Scale kScale{2, 3};
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

template <class T>
void expect_invalid(const Result<T>& result) {
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, ErrorCode::kInvalidArgument) << result.error().message;
}

TEST(Sizers, RoundDownToTheGrid) {
    EXPECT_EQ(fixed_size(1.2349, kScale).value(), Quantity{1'234});
    EXPECT_EQ(fixed_size(0.0009, kScale).value(), Quantity{0});
    EXPECT_EQ(percent_size(10'000, 30'000, 0.5, kScale).value(), Quantity{166});  // 0.16666
    EXPECT_EQ(percent_size(10'000, 30'000, 0, kScale).value(), Quantity{0});
    EXPECT_EQ(percent_size(-5, 30'000, 1, kScale).value(), Quantity{0});            // nothing left
    EXPECT_EQ(atr_risk_size(10'000, 250, 0.02, 2, kScale).value(), Quantity{400});  // 200 of risk over 500
    EXPECT_EQ(atr_risk_size(10'000, 300, 0.02, 2, kScale).value(), Quantity{333});
}

TEST(Sizers, KellyIsTheEdgeOverThePayoff) {
    EXPECT_DOUBLE_EQ(kelly_share(0.6, 1).value(), 0.2);
    EXPECT_DOUBLE_EQ(kelly_share(0.5, 2).value(), 0.25);
    EXPECT_EQ(kelly_share(0.4, 1).value(), 0);  // bad odds
    EXPECT_EQ(kelly_share(1, 3).value(), 1);
    EXPECT_EQ(kelly_share(0, 3).value(), 0);
}

TEST(Sizers, KellyOfPastTradesTakesTheirAverages) {
    const std::vector<double> profits = {20, -10, 20, -10};  // half win twice what the others lose
    EXPECT_DOUBLE_EQ(kelly_share(profits).value(), kelly_share(0.5, 2).value());
    EXPECT_EQ(kelly_share(std::vector<double>{-1, -2}).value(), 0);
    EXPECT_EQ(kelly_share(std::vector<double>{1, 0}).value(), 0.5);
    expect_invalid(kelly_share(std::vector<double>{}));
    expect_invalid(kelly_share(std::vector<double>{1, kNan}));
}

TEST(Sizers, AVolatilityTargetIsMetUpToItsLimit) {
    EXPECT_DOUBLE_EQ(volatility_share(0.8, 0.2, 1).value(), 0.25);
    EXPECT_DOUBLE_EQ(volatility_share(0.1, 0.2, 1).value(), 1);
    EXPECT_DOUBLE_EQ(volatility_share(0.1, 0.2, 3).value(), 2);
}

TEST(Sizers, RefuseWhatIsNoNumberOrOutOfRange) {
    for (const double bad : {kNan, kInfinity, -kInfinity}) {
        expect_invalid(fixed_size(bad, kScale));
        expect_invalid(percent_size(bad, 1, 1, kScale));
        expect_invalid(percent_size(1, bad, 1, kScale));
        expect_invalid(percent_size(1, 1, bad, kScale));
        expect_invalid(atr_risk_size(bad, 1, 0.1, 1, kScale));
        expect_invalid(atr_risk_size(1, bad, 0.1, 1, kScale));
        expect_invalid(atr_risk_size(1, 1, bad, 1, kScale));
        expect_invalid(atr_risk_size(1, 1, 0.1, bad, kScale));
        expect_invalid(kelly_share(bad, 1));
        expect_invalid(kelly_share(0.5, bad));
        expect_invalid(volatility_share(bad, 1, 1));
        expect_invalid(volatility_share(1, bad, 1));
        expect_invalid(volatility_share(1, 1, bad));
    }
    expect_invalid(fixed_size(-1, kScale));
    expect_invalid(percent_size(1, 0, 1, kScale));
    expect_invalid(percent_size(1, 1, -0.1, kScale));
    expect_invalid(atr_risk_size(1, 0, 0.1, 1, kScale));
    expect_invalid(atr_risk_size(1, 1, 1.1, 1, kScale));
    expect_invalid(atr_risk_size(1, 1, 0.1, 0, kScale));
    expect_invalid(kelly_share(1.1, 1));
    expect_invalid(kelly_share(0.5, 0));
    expect_invalid(volatility_share(0, 1, 1));
    EXPECT_EQ(fixed_size(1e300, kScale).error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct::risk
