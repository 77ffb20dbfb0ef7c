#include "ct/indicators/registry.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/rsi.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/sma_exact.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

std::string error_of(std::string_view name, std::vector<double> parameters) {
    const auto made = make(name, parameters);
    return made ? "" : made.error().message;
}

TEST(Registry, IsSortedAndComplete) {
    EXPECT_TRUE(std::ranges::is_sorted(all(), {}, [](const IndicatorInfo* info) { return info->name; }));
    for (const IndicatorInfo* info : all()) {
        SCOPED_TRACE(info->name);
        EXPECT_TRUE(info->text.ends_with('.'));
        EXPECT_FALSE(info->source.empty());
        EXPECT_FALSE(info->inputs.empty());
        EXPECT_FALSE(info->lines.empty());
        EXPECT_EQ(find(info->name).value(), info);
        for (const auto& parameter : info->parameters) {
            EXPECT_LE(parameter.min, parameter.default_value);
            EXPECT_LE(parameter.default_value, parameter.max);
        }
    }
}

TEST(Registry, FindsAliasesHoweverTheyAreWritten) {
    for (const char* name : {"ema", "EMA", "Ema", "ExponentialMovingAverage", "exponential_moving_average"}) {
        EXPECT_EQ(find(name).value()->name, "ema") << name;
    }
}

TEST(Registry, MakesTheKernelOfThatName) {
    test::Random random(62);
    const auto prices = test::price_walk(random, 500);
    const auto run = [&](std::string_view name, std::vector<double> parameters) {
        std::vector<double> out(prices.size());
        make(name, parameters).value()->run(std::vector{prices.data()}, std::vector{out.data()}, prices.size());
        return out;
    };
    test::expect_same_bits(run("sma", {20}), test::run_whole(Sma(20), prices));
    test::expect_same_bits(run("sma_exact", {20}), test::run_whole(SmaExact(20), prices));
    test::expect_same_bits(run("rsi", {20}), test::run_whole(Rsi(20), prices));
    test::expect_same_bits(run("sma", {}), test::run_whole(Sma(30), prices));
    test::expect_same_bits(run("rsi", {}), test::run_whole(Rsi(14), prices));
}

/// A program's own kernel: twice its input.
class Twice {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;
    explicit Twice(double times) : factor_(2 * times) {}
    [[nodiscard]] static std::size_t lead_in() { return 0; }
    void run(Inputs<1> in, Lines<1> out, std::size_t rows) const {
        for (std::size_t i = 0; i < rows; ++i) out[0][i] = factor_ * in[0][i];
    }
    template <class Archive>
    void state(Archive& /*archive*/) {}

  private:
    double factor_;
};

IndicatorInfo twice() {
    return {.name = "registry_test_twice",
            .aliases = {"DoubleUp"},
            .inputs = {"close"},
            .parameters = {number("times", 1, 0, 9)},
            .lines = {"twice"},
            .text = "Twice the value.",
            .source = "this test",
            .factory = make_kernel<Twice, double>};
}

TEST(Registry, TakesIndicatorsOfThePrograms) {
    const std::size_t before = all().size();
    const IndicatorInfo* const first = define(twice()).value();
    EXPECT_EQ(find("registry_test_twice").value(), first);
    EXPECT_EQ(find("double_up").value(), first);
    EXPECT_EQ(all().size(), before + 1);
    const std::vector<double> in = {1, -2};
    std::vector<double> out(2);
    make("RegistryTestTwice", std::vector{3.0}).value()->run(std::vector{in.data()}, std::vector{out.data()}, 2);
    EXPECT_EQ(out, (std::vector<double>{6, -12}));

    auto changed = twice();
    changed.parameters.front().default_value = 2;
    const IndicatorInfo* const second = define(changed).value();
    EXPECT_EQ(find("registry_test_twice").value(), second);
    EXPECT_EQ(find("double_up").value(), second);
    EXPECT_EQ(all().size(), before + 1);
    EXPECT_EQ(first->parameters.front().default_value, 1);
}

TEST(Registry, RefusesWhatIsNoIndicator) {
    const auto error = [](auto change) {
        IndicatorInfo info = twice();
        info.name = "registry_test_refused";
        change(info);
        return define(info).error().message;
    };
    EXPECT_EQ(error([](auto& info) { info.name = "Sma"; }), "indicator 'Sma' would hide the built-in one");
    EXPECT_EQ(error([](auto& info) { info.name = "a b"; }),
              "indicator 'a b' needs a name of letters, digits and _ that begins with a letter");
    EXPECT_EQ(error([](auto& info) { info.inputs.clear(); }), "indicator 'registry_test_refused' has no inputs");
    EXPECT_EQ(error([](auto& info) { info.lines.clear(); }), "indicator 'registry_test_refused' has no lines");
    EXPECT_EQ(error([](auto& info) { info.factory = nullptr; }), "indicator 'registry_test_refused' has no factory");
    EXPECT_EQ(error([](auto& info) { info.parameters.front().default_value = 10; }),
              "indicator 'registry_test_refused' has a parameter times whose default is 10, expected a number from 0 "
              "to 9");
    EXPECT_EQ(error([](auto& info) { info.parameters.resize(17, info.parameters.front()); }),
              "indicator 'registry_test_refused' has over 16 parameters");
    EXPECT_FALSE(find("registry_test_refused"));
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
