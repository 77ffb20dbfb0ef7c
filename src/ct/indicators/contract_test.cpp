// What every registered indicator promises.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/simd.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using Columns = std::vector<std::vector<double>>;

constexpr std::size_t kChunks[] = {1, 2, 3, 7, 13, 100};

/// Candles that markets could have; "benchmark" is another price, "periods" are small whole numbers, columns of other
/// names hold numbers from -1 to 1.
Columns make_inputs(const IndicatorInfo& info, test::Random& random, std::size_t rows) {
    const auto closes = test::price_walk(random, rows);
    std::vector<double> opens(rows);
    std::vector<double> highs(rows);
    std::vector<double> lows(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        opens[i] = i == 0 ? closes[0] : closes[i - 1];
        highs[i] = std::max(opens[i], closes[i]) + static_cast<double>(random.between(0, 5'000)) / 100;
        lows[i] = std::min(opens[i], closes[i]) - static_cast<double>(random.between(0, 5'000)) / 100;
    }
    Columns inputs;
    for (const std::string_view name : info.inputs) {
        if (name == "open") {
            inputs.push_back(opens);
        } else if (name == "high") {
            inputs.push_back(highs);
        } else if (name == "low") {
            inputs.push_back(lows);
        } else if (name == "benchmark") {
            inputs.push_back(test::price_walk(random, rows, 100));
        } else if (name == "close") {
            inputs.push_back(closes);
        } else {
            const bool whole = name == "periods";
            std::vector<double> values(rows);
            for (double& value : values) {
                value = whole              ? static_cast<double>(random.between(2, 30))
                        : name == "volume" ? static_cast<double>(random.between(1, 1'000'000)) / 1'000
                                           : static_cast<double>(random.between(-999, 999)) / 1'000;
            }
            inputs.push_back(std::move(values));
        }
    }
    return inputs;
}

/// All lines, one after the other, fed `chunk` rows at a time.
std::vector<double> run_lines(Indicator& indicator, const Columns& inputs, std::size_t chunk, std::size_t begin = 0) {
    const std::size_t rows = inputs.front().size();
    std::vector<double> out(indicator.line_count() * rows, test::kNan);
    std::vector<const double*> in(inputs.size());
    std::vector<double*> lines(indicator.line_count());
    for (std::size_t at = begin; at < rows; at += chunk) {
        for (std::size_t k = 0; k < in.size(); ++k) in[k] = inputs[k].data() + at;
        for (std::size_t k = 0; k < lines.size(); ++k) lines[k] = out.data() + k * rows + at;
        indicator.run(in, lines, std::min(chunk, rows - at));
    }
    return out;
}

/// Parameter sets to try: the defaults, and each period at other lengths.
std::vector<std::vector<double>> parameter_sets(const IndicatorInfo& info) {
    std::vector<double> defaults;
    for (const ParameterInfo& parameter : info.parameters) defaults.push_back(parameter.default_value);
    std::vector<std::vector<double>> sets = {defaults};
    for (std::size_t k = 0; k < defaults.size(); ++k) {
        const ParameterInfo& parameter = info.parameters[k];
        for (const double value : {parameter.min, 1.0, 2.0, 3.0, 7.0, 33.0, 600.0}) {
            if (value < parameter.min || value > parameter.max) continue;
            if (!parameter.whole && value != parameter.min) continue;
            auto set = defaults;
            set[k] = value;
            sets.push_back(set);
        }
    }
    return sets;
}

class EveryIndicator : public testing::TestWithParam<const IndicatorInfo*> {
  protected:
    [[nodiscard]] static std::unique_ptr<Indicator> fresh(const std::vector<double>& parameters) {
        return make(*GetParam(), parameters).value();
    }
};

TEST_P(EveryIndicator, GivesTheSameBitsInAnyChunksAndOnEachCpu) {
    test::Random random(61);
    const Columns inputs = make_inputs(*GetParam(), random, 3'000);
    const SimdTarget best = best_simd_target();
    for (const auto& parameters : parameter_sets(*GetParam())) {
        SCOPED_TRACE(testing::PrintToString(parameters));
        const auto expected = run_lines(*fresh(parameters), inputs, inputs.front().size());
        for (const SimdTarget target : {SimdTarget::kBaseline, SimdTarget::kAvx2}) {
            if (target > best) continue;
            SCOPED_TRACE(name(target));
            force_simd_target(target);
            test::expect_same_bits(run_lines(*fresh(parameters), inputs, inputs.front().size()), expected);
            for (const std::size_t chunk : kChunks) {
                SCOPED_TRACE(chunk);
                test::expect_same_bits(run_lines(*fresh(parameters), inputs, chunk), expected);
            }
        }
        force_simd_target(best);
    }
}

TEST_P(EveryIndicator, HasItsLeadInAndNoOtherGaps) {
    test::Random random(62);
    const Columns inputs = make_inputs(*GetParam(), random, 2'000);
    for (const auto& parameters : parameter_sets(*GetParam())) {
        SCOPED_TRACE(testing::PrintToString(parameters));
        const auto indicator = fresh(parameters);
        ASSERT_EQ(indicator->input_count(), GetParam()->inputs.size());
        ASSERT_EQ(indicator->line_count(), GetParam()->lines.size());
        const std::size_t rows = inputs.front().size();
        const auto lines = run_lines(*indicator, inputs, rows);
        for (std::size_t k = 0; k < indicator->line_count(); ++k) {
            for (std::size_t i = 0; i < rows; ++i) {
                ASSERT_EQ(std::isnan(lines[k * rows + i]), i < indicator->lead_in())
                    << GetParam()->lines[k] << " at " << i << ": " << lines[k * rows + i];
            }
        }
    }
}

TEST_P(EveryIndicator, GoesOnFromASavedState) {
    test::Random random(63);
    const Columns inputs = make_inputs(*GetParam(), random, 2'000);
    const std::size_t rows = inputs.front().size();
    for (const auto& parameters : parameter_sets(*GetParam())) {
        SCOPED_TRACE(testing::PrintToString(parameters));
        const auto whole = run_lines(*fresh(parameters), inputs, rows);
        for (const std::size_t cut : {std::size_t{0}, std::size_t{1}, std::size_t{5}, std::size_t{701}}) {
            Columns first;
            for (const auto& column : inputs)
                first.emplace_back(column.begin(), column.begin() + static_cast<std::ptrdiff_t>(cut));
            const auto saved = fresh(parameters);
            if (cut > 0) run_lines(*saved, first, cut);
            const auto restored = fresh(parameters);
            ASSERT_TRUE(restored->restore(saved->save()));
            for (const auto& goes_on : {saved->clone(), restored->clone()}) {
                const auto rest = run_lines(*goes_on, inputs, 97, cut);
                for (std::size_t k = 0; k < goes_on->line_count(); ++k) {
                    SCOPED_TRACE(testing::Message() << "line " << k << " cut at " << cut);
                    test::expect_same_bits(std::span(rest).subspan(k * rows + cut, rows - cut),
                                           std::span(whole).subspan(k * rows + cut, rows - cut));
                }
            }
            auto bytes = saved->save();
            if (!bytes.empty()) {
                bytes.pop_back();
                EXPECT_FALSE(fresh(parameters)->restore(bytes));
            }
        }
    }
}

TEST_P(EveryIndicator, TakesAnyValuesInAnyChunks) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    test::Random random(64);
    for (const std::size_t rows : std::initializer_list<std::size_t>{0, 1, 2, 29, 30, 31, 500}) {
        for (int kind = 0; kind < 4; ++kind) {
            Columns inputs = make_inputs(*GetParam(), random, rows);
            if (GetParam()->inputs.back() == "periods" && kind > 0) inputs.back().assign(rows, kind == 1 ? 1e9 : -7.5);
            for (auto& column : inputs) {
                if (kind == 1) column.assign(rows, 5.0);
                if (kind == 2) column = test::wild_values(random, rows);
                if (kind != 3) continue;
                for (double& value : column) {
                    if (random.once_in(9))
                        value = random.once_in(2) ? test::kNan : random.once_in(2) ? kInfinity : -kInfinity;
                }
            }
            for (const auto& parameters : parameter_sets(*GetParam())) {
                SCOPED_TRACE(testing::Message()
                             << testing::PrintToString(parameters) << " kind " << kind << " rows " << rows);
                if (inputs.front().empty()) {
                    std::vector<const double*> in(inputs.size());
                    std::vector<double*> out(GetParam()->lines.size());
                    fresh(parameters)->run(in, out, 0);
                    continue;
                }
                const auto expected = run_lines(*fresh(parameters), inputs, rows);
                for (const std::size_t chunk : std::initializer_list<std::size_t>{1, 13})
                    test::expect_same_bits(run_lines(*fresh(parameters), inputs, chunk), expected);
            }
        }
    }
}

TEST_P(EveryIndicator, RecoversFromMissingValues) {
    test::Random random(65);
    const Columns clean = make_inputs(*GetParam(), random, 5'000);
    for (const double bad : {test::kNan, std::numeric_limits<double>::infinity()}) {
        Columns inputs = clean;
        for (auto& column : inputs) column[1'000] = bad;
        const auto indicator = fresh({});
        const auto lines = run_lines(*indicator, inputs, 4'999);
        const std::size_t rows = inputs.front().size();
        for (std::size_t k = 0; k < indicator->line_count(); ++k) EXPECT_FALSE(std::isnan(lines[k * rows + rows - 1]));
        if (GetParam()->missing == Missing::kSkip) {
            for (std::size_t k = 0; k < indicator->line_count(); ++k) {
                EXPECT_TRUE(std::isnan(lines[k * rows + 1'000]));
                EXPECT_FALSE(std::isnan(lines[k * rows + 1'001]));
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryIndicator, testing::ValuesIn(all()),
                         [](const auto& one) { return std::string(one.param->name); });

}  // namespace
}  // namespace ct::indicators
