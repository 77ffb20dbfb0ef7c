#include "ct/account/conversion.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/account/assets.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using test::money;

/// Instruments without decimals and the assets they trade.
struct Market {
    std::vector<Instrument> instruments;
    std::vector<FixedRate> rates;

    explicit Market(std::initializer_list<const char*> symbols, std::initializer_list<const char*> given = {}) {
        for (const char* symbol : symbols) instruments.push_back(Instrument::make(symbol, {0, 0}).value());
        for (const char* rate : given) rates.push_back(FixedRate::parse(rate).value());
    }
    [[nodiscard]] Result<Conversion> into(std::string_view report_asset) const {
        return Conversion::make(Assets(instruments).names(), instruments, report_asset, rates);
    }
    [[nodiscard]] AssetIndex asset(std::string_view name) const { return Assets(instruments).find(name).value(); }
};

TEST(Conversion, OfTheReportingAssetItselfChangesNothing) {
    const Market market({"BTC/USDT"});
    const Conversion conversion = market.into("USDT").value();
    EXPECT_EQ(conversion.report_asset(), "USDT");
    EXPECT_TRUE(conversion.is_report(market.asset("USDT")));
    EXPECT_EQ(conversion.to_report(market.asset("USDT"), money("1.5"), std::vector<Price>{{0}}).value(), money("1.5"));
}

TEST(Conversion, MultipliesForwardsAndDividesBackwards) {
    const Market market({"BTC/USDT"});
    const std::array marks = {Price{3}};
    const Conversion forwards = market.into("USDT").value();
    EXPECT_EQ(forwards.to_report(market.asset("BTC"), money("0.5"), marks).value(), money("1.5"));
    EXPECT_EQ(forwards.from_report(market.asset("BTC"), money("1"), marks).value(), money("0.333333333333333333"));
    EXPECT_EQ(forwards.direct(market.asset("BTC")), std::optional<InstrumentIndex>(0));
    const Conversion backwards = market.into("BTC").value();
    EXPECT_EQ(backwards.to_report(market.asset("USDT"), money("2"), marks).value(), money("0.666666666666666667"));
    EXPECT_EQ(backwards.from_report(market.asset("USDT"), money("2"), marks).value(), money("6"));
    EXPECT_FALSE(backwards.direct(market.asset("USDT")));
    EXPECT_DOUBLE_EQ(backwards.factor(market.asset("USDT"), std::array{4.0}), 0.25);
}

TEST(Conversion, RoundsHalfToEvenAtTheLastDigitAndDownWhereAsked) {
    const Market market({"BTC/USDT"});
    const Conversion conversion = market.into("BTC").value();
    const std::array marks = {Price{2}};
    const AssetIndex usdt = market.asset("USDT");
    const auto half_of = [&](std::int64_t count, Rounding rounding) {
        return static_cast<std::int64_t>(conversion.to_report(usdt, {count}, marks, rounding)->count);
    };
    EXPECT_EQ(half_of(1, Rounding::kHalfEven), 0);
    EXPECT_EQ(half_of(3, Rounding::kHalfEven), 2);
    EXPECT_EQ(half_of(5, Rounding::kHalfEven), 2);
    EXPECT_EQ(half_of(-3, Rounding::kHalfEven), -2);
    EXPECT_EQ(half_of(3, Rounding::kDown), 1);
}

TEST(Conversion, GoesOverTwoInstrumentsInEitherDirection) {
    const Market market({"ETH/BTC", "BTC/USDT", "BTC/EUR"});
    const std::array marks = {Price{2}, Price{10}, Price{5}};
    const Conversion conversion = market.into("USDT").value();
    EXPECT_EQ(conversion.to_report(market.asset("ETH"), money("3"), marks).value(), money("60"));
    EXPECT_EQ(conversion.to_report(market.asset("EUR"), money("3"), marks).value(), money("6"));  // 3 / 5 x 10
    EXPECT_EQ(conversion.from_report(market.asset("EUR"), money("6"), marks).value(), money("3"));
    EXPECT_DOUBLE_EQ(conversion.factor(market.asset("ETH"), std::array{2.0, 10.0, 5.0}), 20);
    EXPECT_FALSE(conversion.direct(market.asset("ETH")));
}

TEST(Conversion, TakesTheShortestChainAndGivenRatesFirst) {
    const std::array marks = {Price{2}, Price{10}, Price{50}};
    const Market direct({"ETH/BTC", "BTC/USDT", "ETH/USDT"});
    EXPECT_EQ(direct.into("USDT")->to_report(direct.asset("ETH"), money("1"), marks).value(), money("50"));
    const Market given({"ETH/BTC", "BTC/USDT", "ETH/USDT"}, {"ETH/USDT=7.25"});
    EXPECT_EQ(given.into("USDT")->to_report(given.asset("ETH"), money("1"), marks).value(), money("7.25"));
}

TEST(Conversion, TakesGivenRatesToAndFromAssetsOfNoInstrument) {
    const Market market({"BTC/USDT"}, {"EUR/USDT=1.25"});
    const std::array marks = {Price{10}};
    const Conversion conversion = market.into("EUR").value();
    EXPECT_EQ(conversion.to_report(market.asset("USDT"), money("1"), marks).value(), money("0.8"));
    EXPECT_EQ(conversion.to_report(market.asset("BTC"), money("1"), marks).value(), money("8"));
}

TEST(Conversion, RefusesARateThatOthersAlreadyGive) {
    const auto error = [](std::initializer_list<const char*> rates) {
        return Market({"BTC/USDT"}, rates).into("USDT").error().message;
    };
    EXPECT_EQ(error({"EUR/USDT=2", "USDT/EUR=0.6"}),
              "the rate USDT/EUR=0.6 is one too many: those before it already say what USDT is worth in EUR");
    EXPECT_THAT(error({"EUR/USDT=2", "EUR/USDT=2"}), testing::StartsWith("the rate EUR/USDT=2 "));
    EXPECT_THAT(error({"A/B=2", "C/D=2", "B/C=2", "D/A=1"}), testing::StartsWith("the rate D/A=1 "));
    EXPECT_TRUE(Market({"BTC/USDT"}, {"A/B=2", "C/D=2", "B/C=2", "D/E=1"}).into("USDT"));
}

TEST(Conversion, WithoutAChainSaysWhatWouldHelp) {
    const Market market({"BTC/EUR", "ETH/USDT"});
    const auto conversion = market.into("EUR");
    ASSERT_FALSE(conversion);
    EXPECT_EQ(conversion.error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(conversion.error().message,
              "nothing says what USDT is worth in the reporting asset EUR: give a rate (USDT/EUR=...), add bars of a "
              "symbol that joins them, or report in another asset");
}

TEST(Conversion, ByAPriceThatIsNotKnownYetIsAnErrorUnlessThereIsNothingToConvert) {
    const Market market({"BTC/USDT"});
    const Conversion conversion = market.into("USDT").value();
    const std::array marks = {Price{}};
    EXPECT_EQ(conversion.to_report(market.asset("BTC"), {}, marks).value(), Money{});
    EXPECT_EQ(conversion.to_report(market.asset("BTC"), money("1"), marks).error().code, ErrorCode::kInvalidData);
}

TEST(Conversion, ThatDoesNotFitIsAnOverflow) {
    const Market market({"BTC/USDT"});
    const std::array marks = {Price{3}};
    EXPECT_EQ(market.into("USDT")->to_report(market.asset("BTC"), test::most_money(), marks).error().code,
              ErrorCode::kOverflow);
    EXPECT_EQ(market.into("BTC")->to_report(market.asset("USDT"), test::most_money(), marks)->count,
              divide(test::most_money().count, 3, Rounding::kHalfEven));
}

TEST(Conversion, ThereAndBackLosesNoMoreThanTheRounding) {
    constexpr std::uint64_t kSeed = 11;
    test::Random random(kSeed);
    const Market market({"ETH/BTC", "BTC/USDT"});
    const Conversion conversion = market.into("USDT").value();
    for (int i = 0; i < 20'000; ++i) {
        SCOPED_TRACE("seed " + std::to_string(kSeed) + ", case " + std::to_string(i));
        const std::array marks = {Price{random.between(1, 1'000)}, Price{random.between(1, 100'000)}};
        const Money amount{random.of_any_size()};
        const auto value = conversion.to_report(market.asset("ETH"), amount, marks).value();
        ASSERT_EQ(value.count, amount.count * marks[0].count * marks[1].count);
        ASSERT_EQ(conversion.from_report(market.asset("ETH"), value, marks).value(), amount);
    }
}

TEST(FixedRate, SaysWhatIsWrongWithIt) {
    const auto message = [](std::string_view text) { return FixedRate::parse(text).error().message; };
    EXPECT_EQ(FixedRate::parse("EUR/USDT=1.080")->text(), "EUR/USDT=1.08");
    EXPECT_EQ(message("EUR/USDT"), "'EUR/USDT' is not of the form EUR/USDT=1.08");
    EXPECT_EQ(message("EURUSDT=1"), "'EURUSDT' is not a pair of two assets, such as EUR/USDT");
    EXPECT_EQ(message("EUR/EUR=1"), "'EUR/EUR' is not a pair of two assets, such as EUR/USDT");
    EXPECT_EQ(message("EUR/USDT=0"), "the rate '0' is not above 0");
    EXPECT_EQ(message("EUR/USDT=-1"), "the rate '-1' is not above 0");
    for (const char* text : {"EUR/USDT=", "EUR/USDT=nan", "EUR/USDT=inf", "EUR/USDT=x"}) {
        EXPECT_EQ(FixedRate::parse(text).error().code, ErrorCode::kInvalidArgument) << text;
    }
    EXPECT_EQ(FixedRate::parse("EUR/USDT=1e300").error().code, ErrorCode::kOverflow);
    EXPECT_EQ(FixedRate::parse("EUR/USDT=1e-30").error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct
