#include "ct/indicators/prices.hpp"

#include <cstddef>
#include <vector>

#include <gtest/gtest.h>

#include "ct/indicators/cumulative_sum.hpp"
#include "ct/indicators/registry.hpp"

namespace ct::indicators {
namespace {

std::vector<double> line_of(const char* name, const std::vector<std::vector<double>>& columns) {
    std::vector<const double*> in;
    in.reserve(columns.size());
    for (const auto& column : columns) in.push_back(column.data());
    std::vector<double> line(columns.front().size());
    make(name).value()->run(in, std::vector{line.data()}, line.size());
    return line;
}

TEST(Prices, ByHand) {
    const std::vector<double> open = {10, 12};
    const std::vector<double> high = {14, 12};
    const std::vector<double> low = {8, 12};
    const std::vector<double> close = {12, 12};
    using Line = std::vector<double>;
    EXPECT_EQ(line_of("avgprice", {open, high, low, close}), (Line{11, 12}));
    EXPECT_EQ(line_of("medprice", {high, low}), (Line{11, 12}));
    EXPECT_EQ(line_of("typprice", {high, low, close}), (Line{34.0 / 3, 12}));
    EXPECT_EQ(line_of("wclprice", {high, low, close}), (Line{11.5, 12}));
    EXPECT_EQ(line_of("bop", {open, high, low, close}), (Line{1.0 / 3, 0}));
    EXPECT_EQ(line_of("marketfi", {high, low, {3, 0}}), (Line{2, 0}));
    EXPECT_EQ(line_of("div", {high, low}), (Line{1.75, 1}));
    EXPECT_EQ(line_of("sub", {high, low}), (Line{6, 0}));
}

TEST(Prices, HeikinAshiByHand) {
    const std::vector<double> open = {10, 12};
    const std::vector<double> high = {14, 20};
    const std::vector<double> low = {8, 12};
    const std::vector<double> close = {12, 16};
    std::vector<double> lines(8);
    HeikinAshi().run({open.data(), high.data(), low.data(), close.data()},
                     {lines.data(), lines.data() + 2, lines.data() + 4, lines.data() + 6}, 2);
    EXPECT_EQ(lines, (std::vector<double>{11, 11, 14, 20, 8, 11, 11, 15}));
}

TEST(CircularFunctions, TakeAnyAngle) {
    const std::vector<double> angles = {1.0, 1e6, 1e22, -1e300, 3.0};
    const auto sines = line_of("sin", {angles});
    const auto cosines = line_of("cos", {angles});
    const auto tangents = line_of("tan", {angles});
    EXPECT_DOUBLE_EQ(sines[2], -0.8522008497671888);  // Ng, Argument reduction for huge arguments (1992)
    for (std::size_t i = 0; i < angles.size(); ++i) {
        EXPECT_NEAR(sines[i] * sines[i] + cosines[i] * cosines[i], 1.0, 1e-15);
        EXPECT_NEAR(tangents[i] * cosines[i], sines[i], 1e-15);
    }
}

TEST(CumulativeSum, DoesNotDrift) {
    constexpr std::size_t kHalf = 2'000'000;
    CumulativeSum sum;
    long double exact = 0;
    std::vector<double> values(kHalf);
    std::vector<double> sums(kHalf);
    for (const double size : {1e8, 1e-8}) {
        for (std::size_t i = 0; i < kHalf; ++i) {
            values[i] = size * (1.0 + static_cast<double>(i % 997) / 1'000.0) * (i % 2 == 0 ? 1.0 : -0.9);
            exact += static_cast<long double>(values[i]);
        }
        sum.run({values.data()}, {sums.data()}, kHalf);
        EXPECT_NEAR(sums.back() / static_cast<double>(exact), 1.0, 1e-15);
    }
}

}  // namespace
}  // namespace ct::indicators
