// What every registered indicator promises.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <limits>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/core/simd.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "support/indicator_cases.hpp"
#include "support/kernels.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using test::Columns;
using test::make_inputs;
using test::parameter_sets;
using test::run_lines;

constexpr std::size_t kChunks[] = {1, 2, 3, 7, 13, 100};

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
    for (const std::size_t rows : std::initializer_list<std::size_t>{1, 2, 29, 30, 31, 500}) {
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
                const auto expected = run_lines(*fresh(parameters), inputs, rows);
                for (const std::size_t chunk : std::initializer_list<std::size_t>{1, 13})
                    test::expect_same_bits(run_lines(*fresh(parameters), inputs, chunk), expected);
            }
        }
    }
}

/// Without some rows.
Columns without(const Columns& columns, std::span<const std::size_t> rows) {
    Columns rest = columns;
    for (auto& column : rest) {
        for (std::size_t k = rows.size(); k-- > 0;) column.erase(column.begin() + static_cast<std::ptrdiff_t>(rows[k]));
    }
    return rest;
}

/// A row that is missing spoils the lines from it to the last one that looks back on it, and not a bit later.
void expect_felt_in_the_window(std::span<const double> lines, std::span<const double> clean, std::size_t row,
                               std::size_t lead_in, bool is_nan, bool whole) {
    test::expect_same_bits(lines.first(row), clean.first(row));
    test::expect_same_bits(lines.subspan(row + lead_in + 1), clean.subspan(row + lead_in + 1));
    const auto felt = lines.subspan(row, lead_in + 1);
    EXPECT_TRUE(std::any_of(felt.begin(), felt.end(), [](double value) { return std::isnan(value); }) || whole ||
                !is_nan);
}

TEST_P(EveryIndicator, FeelsMissingValuesAsItSays) {
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr std::size_t kRow = 1'300;
    test::Random random(65);
    const Columns clean = make_inputs(*GetParam(), random, 2'600);
    const std::size_t rows = clean.front().size();
    for (const auto& parameters : parameter_sets(*GetParam())) {
        const auto expected = run_lines(*fresh(parameters), clean, rows);
        for (const double bad : {test::kNan, kInfinity, -kInfinity}) {
            SCOPED_TRACE(testing::Message() << testing::PrintToString(parameters) << " with " << bad);
            Columns inputs = clean;
            for (auto& column : inputs) column[kRow] = bad;
            const auto indicator = fresh(parameters);
            const auto lines = run_lines(*indicator, inputs, rows);
            const Columns rest = without(clean, std::array{kRow});
            const auto rest_lines = run_lines(*fresh(parameters), rest, rows - 1);
            for (std::size_t k = 0; k < indicator->line_count(); ++k) {
                SCOPED_TRACE(GetParam()->lines[k]);
                const auto line = std::span(lines).subspan(k * rows, rows);
                if (GetParam()->missing == Missing::kWindow) {
                    expect_felt_in_the_window(line, std::span(expected).subspan(k * rows, rows), kRow,
                                              indicator->lead_in(), std::isnan(bad), GetParam()->whole_lines);
                    continue;
                }
                const auto others = std::span(rest_lines).subspan(k * (rows - 1), rows - 1);
                EXPECT_TRUE(std::isnan(line[kRow]));
                test::expect_same_bits(line.first(kRow), others.first(kRow));
                test::expect_same_bits(line.subspan(kRow + 1), others.subspan(kRow));
            }
        }
    }
}

TEST_P(EveryIndicator, IsDefinedForConstantInput) {
    if (GetParam()->group == Group::kMath && GetParam()->parameters.empty())
        GTEST_SKIP() << "a function of numbers, with a domain of its own";
    // Averages weighed by volume, where there is none: NaN, as TA-Lib's. Zero prices have no middle.
    static const std::set<std::string_view> kNoneOfZero = {"dv2", "rvol", "volume_weighted_average_price", "vwap",
                                                           "vwma"};
    const bool divides_by_nothing = kNoneOfZero.contains(GetParam()->name);
    if (GetParam()->name == "hurst") GTEST_SKIP() << "the spread of no movement has no logarithm";
    for (const double constant : {0.0, 5.0, 1e-9, -3.0}) {
        const Columns inputs(GetParam()->inputs.size(), std::vector<double>(700, constant));
        for (const auto& parameters : parameter_sets(*GetParam())) {
            SCOPED_TRACE(testing::Message() << testing::PrintToString(parameters) << " of " << constant);
            const auto indicator = fresh(parameters);
            const auto lines = run_lines(*indicator, inputs, 700);
            for (std::size_t k = 0; k < lines.size(); ++k) {
                const bool is_lead = k % 700 < indicator->lead_in();
                if (!is_lead && constant == 0 && divides_by_nothing) continue;
                ASSERT_EQ(std::isfinite(lines[k]), !is_lead) << k << ": " << lines[k];
            }
        }
    }
}

TEST_P(EveryIndicator, TakesSeriesOfAnyLength) {
    test::Random random(66);
    for (const auto& parameters : parameter_sets(*GetParam())) {
        const std::size_t lead_in = fresh(parameters)->lead_in();
        const Columns whole = make_inputs(*GetParam(), random, lead_in + 3);
        const auto expected = run_lines(*fresh(parameters), whole, lead_in + 3);
        for (const std::size_t rows : {lead_in / 2, lead_in, lead_in + 1, lead_in + 2}) {
            SCOPED_TRACE(testing::Message() << testing::PrintToString(parameters) << " rows " << rows);
            Columns inputs = whole;
            for (auto& column : inputs) column.resize(rows);
            const auto indicator = fresh(parameters);
            const auto lines = run_lines(*indicator, inputs, std::max<std::size_t>(rows, 1));
            for (std::size_t k = 0; k < indicator->line_count(); ++k) {
                test::expect_same_bits(std::span(lines).subspan(k * rows, rows),
                                       std::span(expected).subspan(k * (lead_in + 3), rows));
            }
            std::vector<const double*> in(inputs.size());
            std::vector<double*> out(indicator->line_count());
            const auto state = indicator->save();
            indicator->run(in, out, 0);
            EXPECT_EQ(indicator->save(), state) << "no rows change nothing";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Registry, EveryIndicator, testing::ValuesIn(all()),
                         [](const auto& one) { return std::string(one.param->name); });

}  // namespace
}  // namespace ct::indicators
