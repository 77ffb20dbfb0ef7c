// Huge values leave nothing behind: long after them, every registered indicator gives what a new one gives that has
// never seen them.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "support/indicator_cases.hpp"
#include "support/random.hpp"

namespace ct::indicators {
namespace {

using test::Columns;

constexpr std::size_t kTailRows = 2'000;

/// So many rows of magnitude 1e8, then as many of 1e-8; CT_DRIFT_ROWS asks for more.
std::size_t long_rows() {
    const char* const wanted = std::getenv("CT_DRIFT_ROWS");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : 60'000;
}

/// Sums and indices of everything so far, and averages of those: they keep what they have seen, as they should.
bool remembers_all(std::string_view name) {
    static const std::set<std::string_view> kNames = {"ad",  "adosc", "cumsum",         "nvi", "obv", "pvi",
                                                      "pvt", "wad",   "vwap_cumulative"};
    return kNames.contains(name);
}

/// The last rows of each column.
Columns tail(const Columns& columns, std::size_t rows) {
    Columns last;
    for (const auto& column : columns)
        last.emplace_back(column.end() - static_cast<std::ptrdiff_t>(rows), column.end());
    return last;
}

/// The defaults, but for a long first period.
std::vector<double> longest_periods(const IndicatorInfo& info) {
    std::vector<double> parameters(info.parameters.size());
    for (std::size_t k = 0; k < parameters.size(); ++k) parameters[k] = info.parameters[k].default_value;
    const bool has_period = !parameters.empty() && info.parameters[0].whole && info.parameters[0].choices.empty();
    if (has_period) parameters[0] = std::min(400.0, info.parameters[0].max);
    return parameters;
}

class Drift : public testing::TestWithParam<const IndicatorInfo*> {
  protected:
    /// Rows after which what lies before must not be felt: those of the window, or what it takes a recursive one to
    /// forget a factor of 1e25.
    [[nodiscard]] static std::size_t memory(const Indicator& indicator) {
        return GetParam()->missing == Missing::kWindow ? indicator.lead_in() : 25'000;
    }

    /// Compares the last rows of the lines with those of a new indicator that begins `memory` rows before them.
    static void expect_forgotten(const std::vector<double>& parameters, const Columns& inputs,
                                 std::span<const double> lines) {
        const auto late = make(*GetParam(), parameters).value();
        const std::size_t rows = inputs.front().size();
        const std::size_t late_rows = memory(*late) + kTailRows;
        ASSERT_LE(late_rows, rows / 2);
        const auto late_lines = test::run_lines(*late, tail(inputs, late_rows), late_rows);
        for (std::size_t k = 0; k < late->line_count(); ++k) {
            const std::string_view line_name = GetParam()->lines[k];
            const double skipped = line_name.ends_with("row") ? static_cast<double>(rows - late_rows) : 0;
            const auto expected = std::span(late_lines).subspan((k + 1) * late_rows - kTailRows, kTailRows);
            const auto actual = lines.subspan((k + 1) * rows - kTailRows, kTailRows);
            double scale = 0;
            for (const double value : expected) scale = std::max(scale, std::fabs(value));
            for (std::size_t i = 0; i < kTailRows; ++i) {
                ASSERT_NEAR(actual[i] - skipped, expected[i], 1e-9 * std::fabs(expected[i]) + 1e-12 * scale)
                    << line_name << " in row " << rows - kTailRows + i;
            }
        }
    }
};

TEST_P(Drift, NothingIsLeftOfLargeValues) {
    if (remembers_all(GetParam()->name)) GTEST_SKIP() << "keeps all it has seen";
    if (GetParam()->missing == Missing::kWindow && make(*GetParam()).value()->lead_in() == 0 &&
        GetParam()->parameters.empty())
        GTEST_SKIP() << "sees nothing but the row itself";
    test::Random random(67);
    const std::size_t rows = long_rows();
    Columns large = test::make_inputs(*GetParam(), random, rows);
    Columns small = test::make_inputs(*GetParam(), random, rows);
    for (std::size_t k = 0; k < large.size(); ++k) {
        if (GetParam()->inputs[k] == "periods") continue;
        if (GetParam()->inputs[k] == "alpha") {  // weights, so that what lies far back is forgotten
            for (auto* const column : {&large[k], &small[k]}) {
                for (double& weight : *column) weight = 0.01 + 0.5 * std::fabs(weight);
            }
            continue;
        }
        for (double& value : large[k]) value *= 1e8 / 40'000;
        for (double& value : small[k]) value *= 1e-8 / 40'000;
    }
    Columns both = large;
    for (std::size_t k = 0; k < large.size(); ++k) both[k].insert(both[k].end(), small[k].begin(), small[k].end());
    for (const auto& parameters : {std::vector<double>(), longest_periods(*GetParam())}) {
        SCOPED_TRACE(testing::PrintToString(parameters));
        const auto large_lines = test::run_lines(*make(*GetParam(), parameters).value(), large, rows);
        expect_forgotten(parameters, large, large_lines);
        const auto lines = test::run_lines(*make(*GetParam(), parameters).value(), both, 2 * rows);
        expect_forgotten(parameters, both, lines);
    }
}

INSTANTIATE_TEST_SUITE_P(Registry, Drift, testing::ValuesIn(all()),
                         [](const auto& one) { return std::string(one.param->name); });

}  // namespace
}  // namespace ct::indicators
