#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using Candles = std::array<std::vector<double>, 4>;  // open, high, low, close

/// Candles of whole prices: runs of one color, bodies and shadows of all sizes or none, gaps and ties.
Candles strange_candles(test::Random& random, std::size_t rows) {
    constexpr double kBodies[] = {0, 0, 1, 2, 9, 10, 12, 14};
    constexpr double kShadows[] = {0, 0, 0, 0, 1, 2, 3, 7, 14};
    constexpr double kGaps[] = {0, 0, 1, 1, 2, 3, 5, 8, 16};
    const auto one_of = [&](std::span<const double> values) {
        return values[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(values.size()) - 1))];
    };
    Candles candles;
    double close = 10'000;
    double color = 1;
    for (std::size_t i = 0; i < rows; ++i) {
        const double direction = random.once_in(2) ? color : random.once_in(2) ? 1 : -1;
        const double open = close + direction * one_of(kGaps);
        if (random.once_in(3)) color = -color;
        // Pulled back to where it began.
        if (random.once_in(20)) color = open > 10'000 ? -1 : 1;
        close = open + color * one_of(kBodies);
        candles[0].push_back(open);
        candles[1].push_back(std::max(open, close) + one_of(kShadows));
        candles[2].push_back(std::min(open, close) - one_of(kShadows));
        candles[3].push_back(close);
    }
    return candles;
}

std::vector<double> marks(std::string_view name, const Candles& candles, std::size_t begin, std::size_t rows) {
    std::vector<double> line(rows);
    std::vector<const double*> in;
    for (const auto& column : candles) in.push_back(column.data() + begin);
    make(name).value()->run(in, std::vector{line.data()}, rows);
    return line;
}

std::vector<double> marks(std::string_view name, const Candles& candles) {
    return marks(name, candles, 0, candles[0].size());
}

/// Marks of the last rows, after candles that belong to no pattern: body 6, range 10, in steps up and down.
std::vector<double> marks_after_calm(std::string_view name, const std::vector<std::array<double, 4>>& last) {
    Candles candles;
    for (int i = 0; i < 20; ++i) {
        const bool up = i % 2 == 0;
        for (std::size_t k = 0; k < 4; ++k) {
            const double white[] = {100, 108, 98, 106};
            const double black[] = {106, 108, 98, 100};
            candles[k].push_back(up ? white[k] : black[k]);
        }
    }
    for (const auto& candle : last) {
        for (std::size_t k = 0; k < 4; ++k) candles[k].push_back(candle[k]);
    }
    const auto line = marks(name, candles);
    return {line.end() - static_cast<std::ptrdiff_t>(last.size()), line.end()};
}

TEST(Patterns, EngulfingIsWeakerWhereTheBodiesShareAnEnd) {
    EXPECT_EQ(marks_after_calm("engulfing", {{104, 105, 101, 102}, {101, 106, 100, 105}}).back(), 100);
    EXPECT_EQ(marks_after_calm("engulfing", {{104, 105, 101, 102}, {102, 106, 100, 105}}).back(), 80);
    EXPECT_EQ(marks_after_calm("engulfing", {{102, 105, 101, 104}, {105, 106, 100, 101}}).back(), -100);
    EXPECT_EQ(marks_after_calm("engulfing", {{104, 105, 101, 102}, {102, 106, 100, 104}}).back(), 0);
    EXPECT_EQ(marks_after_calm("engulfing", {{102, 105, 101, 104}, {101, 106, 100, 105}}).back(), 0);
}

TEST(Patterns, ABodyIsADojiUpToATenthOfTheMeanRange) {
    EXPECT_EQ(marks_after_calm("doji", {{100, 105, 95, 101}}).back(), 100);
    EXPECT_EQ(marks_after_calm("doji", {{100, 105, 95, 101.25}}).back(), 0);
}

TEST(Patterns, PenetrationIsAShareOfTheBody) {
    const std::vector<std::array<double, 4>> star = {{100, 111, 99, 110}, {112, 114, 111, 113}, {111, 112, 101, 103}};
    Candles candles;
    for (int i = 0; i < 12; ++i) {
        for (std::size_t k = 0; k < 4; ++k) candles[k].push_back(std::array<double, 4>{100, 108, 98, 106}[k]);
    }
    for (const auto& candle : star) {
        for (std::size_t k = 0; k < 4; ++k) candles[k].push_back(candle[k]);
    }
    // The third closes seven tenths of the first one's body below its close.
    for (const double penetration : {0.0, 0.6875}) {
        std::vector<double> line(candles[0].size());
        std::vector<const double*> in;
        for (const auto& column : candles) in.push_back(column.data());
        make("evening_star", std::vector{penetration}).value()->run(in, std::vector{line.data()}, line.size());
        EXPECT_EQ(line.back(), -100) << penetration;
        make("evening_star", std::vector{0.7}).value()->run(in, std::vector{line.data()}, line.size());
        EXPECT_EQ(line.back(), 0);
    }
}

TEST(Patterns, AHikkakeIsConfirmedOnceWithinThreeCandles) {
    // An inside bar of 99 to 104 that the next one leaves downward.
    const std::array<double, 4> inside = {102, 104, 99, 101};
    const std::array<double, 4> trap = {100, 103, 97, 98};
    const std::array<double, 4> waits = {98, 104, 96, 103};
    const std::array<double, 4> confirms = {103, 106, 95, 105};
    using Marks = std::vector<double>;
    EXPECT_EQ(marks_after_calm("hikkake", {inside, trap, confirms, confirms}), (Marks{0, 100, 200, 0}));
    EXPECT_EQ(marks_after_calm("hikkake", {inside, trap, waits, waits, confirms}), (Marks{0, 100, 0, 0, 200}));
    EXPECT_EQ(marks_after_calm("hikkake", {inside, trap, waits, waits, waits, confirms}), (Marks{0, 100, 0, 0, 0, 0}));
}

class EveryPattern : public testing::TestWithParam<const IndicatorInfo*> {};

TEST_P(EveryPattern, IsFoundWhereItsCandlesAreFinite) {
    const std::string_view name = GetParam()->name;
    test::Random random(66);
    const std::size_t reach = make(name).value()->lead_in();
    const std::size_t rows = 2 * reach + 5;
    std::size_t found = 0;
    for (int round = 0; round < 40 && found < 5; ++round) {
        const Candles candles = strange_candles(random, 50'000);
        const auto line = marks(name, candles);
        for (std::size_t row = rows; row + rows < line.size() && found < 5; ++row) {
            if (!(line[row] != 0)) continue;
            ++found;
            Candles few;
            for (std::size_t k = 0; k < 4; ++k) {
                const auto from = candles[k].begin() + static_cast<std::ptrdiff_t>(row + 1 - rows);
                few[k].assign(from, from + static_cast<std::ptrdiff_t>(rows));
            }
            ASSERT_EQ(marks(name, few).back(), line[row]);
            for (std::size_t back = 0; back <= reach + 1; ++back) {
                for (std::size_t k = 0; k < 4; ++k) {
                    Candles spoiled = few;
                    spoiled[k][rows - 1 - back] = random.once_in(2) ? test::kNan : test::kInfinity;
                    EXPECT_EQ(marks(name, spoiled).back(), back <= reach ? 0 : line[row])
                        << "column " << k << ", " << back << " rows before";
                }
            }
        }
    }
    EXPECT_EQ(found, 5);
}

/// Whole prices and powers of two keep every sum and comparison exact.
TEST_P(EveryPattern, IsTheSameAtOtherPricesAndUnits) {
    test::Random random(67);
    const Candles candles = strange_candles(random, 20'000);
    Candles moved = candles;
    Candles scaled = candles;
    for (std::size_t k = 0; k < 4; ++k) {
        for (double& price : moved[k]) price += 77'777;
        for (double& price : scaled[k]) price /= 1024;
    }
    test::expect_same_bits(marks(GetParam()->name, moved), marks(GetParam()->name, candles));
    test::expect_same_bits(marks(GetParam()->name, scaled), marks(GetParam()->name, candles));
}

std::vector<const IndicatorInfo*> patterns() {
    auto infos = all();
    std::erase_if(infos, [](const IndicatorInfo* info) { return info->group != Group::kPattern; });
    return infos;
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryPattern, testing::ValuesIn(patterns()),
                         [](const auto& one) { return std::string(one.param->name); });

}  // namespace
}  // namespace ct::indicators
