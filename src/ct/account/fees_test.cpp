#include "ct/account/fees.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/account/fee_presets.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

using test::money;
using test::rate;
using testing::ElementsAre;
using testing::HasSubstr;

// NOLINTBEGIN(bugprone-throwing-static-initialization): the texts are numbers
const FeeSchedule kLow{rate("0.0001"), rate("0.0002"), {}};
const FeeSchedule kHigh{rate("0.01"), rate("0.02"), money("0.5")};
// NOLINTEND(bugprone-throwing-static-initialization)

std::vector<Instrument> instruments() {
    return {Instrument::make("BTC/USDT", {}).value(), Instrument::make("ETH/USDT", {}).value(),
            Instrument::make("SOL/USDT:USDT", {}).value()};
}

std::string error_of(const Fees& fees) {
    if (const auto checked = fees.check(); !checked) return checked.error().message;
    const auto resolved = fees.resolve(instruments());
    return resolved ? "" : resolved.error().message;
}

TEST(FeeSchedule, IsAShareByLiquidityAndAFlatAmount) {
    EXPECT_EQ(kHigh.fee(money("100"), Liquidity::kMaker).value(), money("1.5"));
    EXPECT_EQ(kHigh.fee(money("100"), Liquidity::kTaker).value(), money("2.5"));
    EXPECT_EQ(kLow.fee(money("100"), Liquidity::kTaker).value(), money("0.02"));
    EXPECT_EQ(FeeSchedule{}.fee(money("100"), Liquidity::kTaker).value(), Money{});
}

TEST(FeeSchedule, RoundsTheShareHalfToEven) {
    const FeeSchedule half{rate("0.5"), rate("0.5"), Money{1}};
    EXPECT_EQ(half.fee(Money{1}, Liquidity::kTaker).value(), Money{1});  // 0.5 is 0
    EXPECT_EQ(half.fee(Money{3}, Liquidity::kTaker).value(), Money{3});  // 1.5 is 2
}

TEST(FeeSchedule, TellsAnAmountThatDoesNotFit) {
    const FeeSchedule flat{{}, rate("0.999"), test::most_money()};
    const auto fee = flat.fee(money("100"), Liquidity::kTaker);
    ASSERT_FALSE(fee);
    EXPECT_EQ(fee.error().code, ErrorCode::kOverflow);
}

TEST(Fees, AreTheStandardOnesButForSymbolsWithTheirOwn) {
    const Fees fees{.standard = kLow, .by_symbol = {{"ETH/USDT", kHigh}}};
    EXPECT_THAT(fees.resolve(instruments()).value(), ElementsAre(kLow, kHigh, kLow));
    EXPECT_EQ(fees.text(), "maker 0.0001 taker 0.0002; ETH/USDT maker 0.01 taker 0.02 flat 0.5");
}

TEST(Fees, OfAPresetAreThoseOfTheKindOfSymbol) {
    const FeePreset& binance = *find_fee_preset("binance").value();
    const Fees fees{.preset = &binance, .by_symbol = {{"ETH/USDT", kHigh}}};
    EXPECT_THAT(fees.resolve(instruments()).value(),
                ElementsAre(binance.spot.schedule, kHigh, binance.perpetual->schedule));
    EXPECT_EQ(fees.text(), "binance; ETH/USDT maker 0.01 taker 0.02 flat 0.5");
}

TEST(Fees, AboveFivePercentAreDoubted) {
    const std::string sentence = "a fee of 0.1 is 10 % of each fill; 0.1 % is written 0.001 or 0.1%";
    EXPECT_THAT(Fees({.standard = {rate("0.1"), rate("0.1"), {}}}).warnings(), ElementsAre(sentence));
    EXPECT_THAT(Fees({.by_symbol = {{"ETH/USDT", {rate("0.001"), rate("0.1"), {}}}}}).warnings(),
                ElementsAre(sentence));
    EXPECT_THAT(Fees({.standard = {rate("0.05"), rate("0.05"), {}}}).warnings(), testing::IsEmpty());
    const FeePreset* const binance = find_fee_preset("binance").value();
    EXPECT_THAT(Fees({.standard = {rate("0.1"), {}, {}}, .preset = binance}).warnings(), testing::IsEmpty());
}

TEST(Fees, RefuseWhatIsNone) {
    EXPECT_EQ(error_of({.standard = {rate("-0.001"), {}, {}}}),
              "a commission must be at least 0 and less than 1, not -0.001");
    EXPECT_THAT(error_of({.standard = {{}, rate("1"), {}}}), HasSubstr("not 1"));
    EXPECT_EQ(error_of({.standard = {{}, {}, money("-1")}}), "a flat fee must be at least 0, not -1");
    EXPECT_EQ(error_of({.by_symbol = {{"ETH/USDT", {{}, rate("2"), {}}}}}),
              "fees of ETH/USDT: a commission must be at least 0 and less than 1, not 2");
    EXPECT_EQ(error_of({.by_symbol = {{"ETH/USDT", kLow}, {"BTC/USDT", kLow}, {"ETH/USDT", kHigh}}}),
              "fees of ETH/USDT are given twice");
    EXPECT_EQ(error_of({.by_symbol = {{"ETH/USD", kLow}}}),
              "fees of ETH/USD, which is not traded; did you mean 'ETH/USDT'? The run has BTC/USDT, ETH/USDT, "
              "SOL/USDT:USDT");
    EXPECT_THAT(error_of({.preset = find_fee_preset("coinbase").value()}), HasSubstr("not for SOL/USDT:USDT"));
}

}  // namespace
}  // namespace ct
