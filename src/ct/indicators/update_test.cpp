#include "ct/indicators/update.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "ct/indicators.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

constexpr std::size_t kRows = 500;

std::vector<double> prices() {
    test::Random random(71);
    return test::price_walk(random, kRows);
}

std::vector<double> moved(std::vector<double> values, double by) {
    for (double& value : values) value += by;
    return values;
}

Stochastic stochastic() { return {14, 3, AverageKind::kSma, 3, AverageKind::kSma}; }

TEST(Update, GivesRowByRowWhatRunGivesAtOnce) {
    const auto in = prices();
    std::vector<double> all(kRows);
    std::vector<double> each(kRows);
    Ema at_once(20);
    Ema one_by_one(20);
    run(at_once, in, all);
    for (std::size_t i = 0; i < kRows; ++i) each[i] = update(one_by_one, in[i]);
    test::expect_same_bits(each, all);
    test::expect_same_bits(all, test::run_whole(Ema(20), in));
}

TEST(Update, TakesAndGivesSeveralColumns) {
    const auto close = prices();
    const auto high = moved(close, 3);
    const auto low = moved(close, -2);
    std::vector<double> k_line(kRows);
    std::vector<double> d_line(kRows);
    Stochastic at_once = stochastic();
    Stochastic one_by_one = stochastic();
    run(at_once, {high, low, close}, {k_line, d_line});
    std::vector<double> k_each;
    std::vector<double> d_each;
    for (std::size_t i = 0; i < kRows; ++i) {
        const auto [k, d] = update(one_by_one, high[i], low[i], close[i]);
        k_each.push_back(k);
        d_each.push_back(d);
    }
    test::expect_same_bits(k_each, k_line);
    test::expect_same_bits(d_each, d_line);
    EXPECT_FALSE(std::isnan(k_line.back()));
}

TEST(Update, RunGoesOnWhereTheLastCallEnded) {
    const auto in = prices();
    const std::span<const double> values = in;
    Macd macd;
    std::array<std::vector<double>, 3> lines;
    for (auto& line : lines) line.resize(kRows);
    run(macd, {values.first(100)},
        {std::span(lines[0]).first(100), std::span(lines[1]).first(100), std::span(lines[2]).first(100)});
    for (std::size_t i = 100; i < kRows; ++i) {
        const auto row = update(macd, values[i]);
        for (std::size_t k = 0; k < 3; ++k) lines[k][i] = row[k];
    }
    std::array<std::vector<double>, 3> expected = lines;
    Macd whole;
    run(whole, {values}, {expected[0], expected[1], expected[2]});
    for (std::size_t k = 0; k < 3; ++k) test::expect_same_bits(lines[k], expected[k]);
}

TEST(Update, ACopyLooksAheadAndASavedStateGoesOn) {
    const auto in = prices();
    Rsi rsi(14);
    for (std::size_t i = 0; i < 100; ++i) update(rsi, in[i]);
    Rsi ahead = rsi;
    const double peeked = update(ahead, in[100]);
    const auto bytes = save(rsi);
    EXPECT_EQ(update(rsi, in[100]), peeked);

    Rsi restored(14);
    ASSERT_TRUE(restore(restored, bytes));
    EXPECT_EQ(update(restored, in[100]), peeked);
    Sma other(20);
    EXPECT_FALSE(restore(other, bytes));
}

TEST(Update, KnowsTheColumnsOfEachKindOfKernel) {
    static_assert(kInputsOf<Sma> == 1 && kLinesOf<Sma> == 1);
    static_assert(kInputsOf<Macd> == 1 && kLinesOf<Macd> == 3);
    static_assert(kInputsOf<Stochastic> == 3 && kLinesOf<Stochastic> == 2);
    static_assert(std::is_same_v<decltype(update(std::declval<Sma&>(), 1.0)), double>);
    static_assert(std::is_same_v<decltype(update(std::declval<Macd&>(), 1)), std::array<double, 3>>);
    Sma sma(1);
    EXPECT_EQ(update(sma, 5), 5.0);
}

}  // namespace
}  // namespace ct::indicators
