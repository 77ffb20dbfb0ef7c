#include "ct/indicators/registry.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/rsi.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/sma_exact.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

/// An indicator as a kernel whose output is all its lines, one after the other.
std::vector<double> run_lines(Indicator& indicator, std::span<const double> in, std::size_t chunk) {
    std::vector<double> out(indicator.line_count() * in.size());
    for (std::size_t at = 0; at < in.size(); at += chunk) {
        const std::vector<const double*> inputs(indicator.input_count(), in.data() + at);
        std::vector<double*> lines(indicator.line_count());
        for (std::size_t k = 0; k < lines.size(); ++k) lines[k] = out.data() + k * in.size() + at;
        indicator.run(inputs, lines, std::min(chunk, in.size() - at));
    }
    return out;
}

std::string error_of(std::string_view name, std::vector<double> parameters) {
    const auto made = make(name, parameters);
    return made ? "" : made.error().message;
}

TEST(Registry, IsSortedAndComplete) {
    EXPECT_TRUE(std::ranges::is_sorted(all(), {}, &IndicatorInfo::name));
    for (const auto& info : all()) {
        SCOPED_TRACE(info.name);
        EXPECT_TRUE(info.text.ends_with('.'));
        EXPECT_FALSE(info.source.empty());
        EXPECT_FALSE(info.inputs.empty());
        EXPECT_FALSE(info.lines.empty());
        EXPECT_EQ(find(info.name).value()->name, info.name);
        for (const auto& parameter : info.parameters) {
            EXPECT_LE(parameter.min, parameter.default_value);
            EXPECT_LE(parameter.default_value, parameter.max);
        }
    }
}

TEST(Registry, EveryIndicatorKeepsItsContract) {
    constexpr std::uint64_t kSeed = 61;
    SCOPED_TRACE(testing::Message() << "seed " << kSeed);
    test::Random random(kSeed);
    const auto prices = test::price_walk(random, 5'000);
    for (const auto& info : all()) {
        SCOPED_TRACE(info.name);
        const auto whole = make(info.name).value();
        ASSERT_EQ(whole->input_count(), info.inputs.size());
        ASSERT_EQ(whole->line_count(), info.lines.size());
        const auto expected = run_lines(*whole, prices, prices.size());
        for (std::size_t line = 0; line < info.lines.size(); ++line) {
            const auto values = std::span(expected).subspan(line * prices.size(), prices.size());
            for (std::size_t i = 0; i < values.size(); ++i) ASSERT_EQ(std::isnan(values[i]), i < whole->lead_in()) << i;
        }
        for (const std::size_t chunk : test::kChunks) {
            SCOPED_TRACE(chunk);
            test::expect_same_bits(run_lines(*make(info.name).value(), prices, chunk), expected);
        }
    }
}

TEST(Registry, MakesTheKernelOfThatName) {
    test::Random random(62);
    const auto prices = test::price_walk(random, 500);
    const auto run = [&](std::string_view name, std::vector<double> parameters) {
        return run_lines(*make(name, parameters).value(), prices, prices.size());
    };
    test::expect_same_bits(run("sma", {20}), test::run_whole(Sma(20), prices));
    test::expect_same_bits(run("sma_exact", {20}), test::run_whole(SmaExact(20), prices));
    test::expect_same_bits(run("rsi", {20}), test::run_whole(Rsi(20), prices));
    test::expect_same_bits(run("sma", {}), test::run_whole(Sma(30), prices));
    test::expect_same_bits(run("rsi", {}), test::run_whole(Rsi(14), prices));
}

TEST(Registry, ErrorsNameWhatIsWrong) {
    EXPECT_EQ(error_of("smaa", {}), "no indicator is called 'smaa'; the nearest name is 'sma'");
    EXPECT_EQ(error_of("sma-exact", {}), "no indicator is called 'sma-exact'; the nearest name is 'sma_exact'");
    EXPECT_EQ(make("x").error().code, ErrorCode::kNotFound);
    EXPECT_EQ(error_of("sma", {10, 20}), "sma takes at most 1 parameters, not 2");
    EXPECT_EQ(error_of("sma", {0}), "period of sma must be a whole number from 1 to 1048576, not 0");
    EXPECT_EQ(error_of("rsi", {2.5}), "period of rsi must be a whole number from 1 to 1048576, not 2.5");
    EXPECT_EQ(error_of("sma", {1e9}), "period of sma must be a whole number from 1 to 1048576, not 1000000000");
    EXPECT_EQ(error_of("sma", {test::kNan}), "period of sma must be a whole number from 1 to 1048576, not nan");
    EXPECT_EQ(make("sma", std::vector{-1.0}).error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace ct::indicators
