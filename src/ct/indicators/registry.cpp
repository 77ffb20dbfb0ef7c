#include "ct/indicators/registry.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/rsi.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/sma_exact.hpp"

namespace ct::indicators {

namespace {

/// A kernel of one input and one line as an Indicator.
template <class Kernel>
class SingleLine final : public Indicator {
  public:
    explicit SingleLine(Kernel kernel) : kernel_(std::move(kernel)) {}

    [[nodiscard]] std::size_t input_count() const override { return 1; }
    [[nodiscard]] std::size_t line_count() const override { return 1; }
    [[nodiscard]] std::size_t lead_in() const override { return kernel_.lead_in(); }
    void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) override {
        assert(inputs.size() == 1 && lines.size() == 1);
        kernel_.run({inputs[0], rows}, {lines[0], rows});
    }

  private:
    Kernel kernel_;
};

template <class Kernel>
std::unique_ptr<Indicator> make_from_period(std::span<const double> parameters) {
    return std::make_unique<SingleLine<Kernel>>(Kernel(static_cast<std::size_t>(parameters[0])));
}

constexpr std::array<std::string_view, 1> kCloseInput = {"close"};
constexpr std::array<std::string_view, 1> kSmaLines = {"sma"};
constexpr std::array<std::string_view, 1> kRsiLines = {"rsi"};

constexpr ParameterInfo period(double default_value, std::size_t max) {
    return {"period", default_value, 1, static_cast<double>(max), true};
}
constexpr std::array kRsiParameters = {period(14, Rsi::kMaxPeriod)};
constexpr std::array kSmaParameters = {period(30, Sma::kMaxPeriod)};
constexpr std::array kSmaExactParameters = {period(30, SmaExact::kMaxPeriod)};

constexpr std::array kInfos = {
    IndicatorInfo{"rsi", "Wilder's relative strength index: the share of rises in the smoothed changes, 0 to 100.",
                  "J. W. Wilder, New Concepts in Technical Trading Systems (1978); start and 0/0 as TA-Lib",
                  kCloseInput, kRsiParameters, kRsiLines},
    IndicatorInfo{"sma", "Simple moving average: the mean of the last values, summed fast and without drift.",
                  "TA-Lib SMA; window sums by blocks", kCloseInput, kSmaParameters, kSmaLines},
    IndicatorInfo{"sma_exact", "Simple moving average from the correctly rounded sum of the window.",
                  "backtrader SMA (math.fsum)", kCloseInput, kSmaExactParameters, kSmaLines},
};

using Factory = std::unique_ptr<Indicator> (*)(std::span<const double>);
constexpr std::array<Factory, kInfos.size()> kFactories = {
    make_from_period<Rsi>,
    make_from_period<Sma>,
    make_from_period<SmaExact>,
};

Result<void> check(const IndicatorInfo& info, const ParameterInfo& parameter, double value) {
    const bool fits = value >= parameter.min && value <= parameter.max;
    if (fits && (!parameter.whole || std::trunc(value) == value)) return {};
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{} of {} must be {} from {} to {}, not {}", parameter.name, info.name,
                            parameter.whole ? "a whole number" : "a number", parameter.min, parameter.max, value));
}

}  // namespace

std::span<const IndicatorInfo> all() { return kInfos; }

Result<const IndicatorInfo*> find(std::string_view name) {
    const auto* found =
        std::find_if(kInfos.begin(), kInfos.end(), [&](const IndicatorInfo& info) { return info.name == name; });
    if (found != kInfos.end()) return found;
    std::array<std::string_view, kInfos.size()> names;
    std::transform(kInfos.begin(), kInfos.end(), names.begin(), [](const IndicatorInfo& info) { return info.name; });
    return fail(ErrorCode::kNotFound,
                fmt::format("no indicator is called '{}'; the nearest name is '{}'", name, nearest(name, names)));
}

Result<std::unique_ptr<Indicator>> make(std::string_view name, std::span<const double> parameters) {
    const auto info = find(name);
    if (!info) return fail(info);
    const auto known = (*info)->parameters;
    if (parameters.size() > known.size()) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{} takes at most {} parameters, not {}", name, known.size(), parameters.size()));
    }
    std::vector<double> values;
    for (std::size_t i = 0; i < known.size(); ++i) {
        values.push_back(i < parameters.size() ? parameters[i] : known[i].default_value);
        if (const auto valid = check(**info, known[i], values.back()); !valid) return fail(valid);
    }
    return kFactories[static_cast<std::size_t>(*info - kInfos.data())](values);
}

}  // namespace ct::indicators
