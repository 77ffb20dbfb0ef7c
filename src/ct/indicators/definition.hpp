#pragma once

#include <cassert>
#include <cmath>
#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/update.hpp"

namespace ct::indicators {

/// A row of the registry: what there is to know of an indicator, and how to make one.
struct Definition {
    IndicatorInfo info;
    Factory make;
};

/// A kernel as an Indicator.
template <class Kernel>
class KernelIndicator final : public Indicator {
  public:
    explicit KernelIndicator(Kernel kernel) : kernel_(std::move(kernel)) {}

    [[nodiscard]] std::size_t input_count() const override { return kInputs; }
    [[nodiscard]] std::size_t line_count() const override { return kLines; }
    [[nodiscard]] std::size_t lead_in() const override { return kernel_.lead_in(); }

    void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) override {
        assert(inputs.size() == kInputs && lines.size() == kLines);
        Inputs<kInputs> in;
        Lines<kLines> out;
        for (std::size_t k = 0; k < kInputs; ++k) in[k] = inputs[k];
        for (std::size_t k = 0; k < kLines; ++k) out[k] = lines[k];
        run_kernel(kernel_, in, out, rows);
    }

    [[nodiscard]] std::unique_ptr<Indicator> clone() const override {
        return std::make_unique<KernelIndicator>(kernel_);
    }
    [[nodiscard]] std::vector<std::byte> save() override { return indicators::save(kernel_); }
    [[nodiscard]] bool restore(const std::vector<std::byte>& bytes) override {
        return indicators::restore(kernel_, bytes);
    }

  private:
    static constexpr std::size_t kInputs = kInputsOf<Kernel>;
    static constexpr std::size_t kLines = kLinesOf<Kernel>;

    Kernel kernel_;
};

namespace detail {
template <class Kernel, class... Arguments, std::size_t... Places>
std::unique_ptr<Indicator> make_kernel([[maybe_unused]] std::span<const double> parameters,
                                       std::index_sequence<Places...>) {
    return std::make_unique<KernelIndicator<Kernel>>(Kernel(static_cast<Arguments>(parameters[Places])...));
}
}  // namespace detail

/// A factory that hands the parameters to the kernel's constructor as these types.
template <class Kernel, class... Arguments>
std::unique_ptr<Indicator> make_kernel(std::span<const double> parameters) {
    assert(parameters.size() == sizeof...(Arguments));
    return detail::make_kernel<Kernel, Arguments...>(parameters, std::index_sequence_for<Arguments...>());
}

using Names = std::vector<std::string_view>;

/// A row of the registry but for how to make one.
inline IndicatorInfo row(Group group, std::string_view name, Names aliases, Names inputs,
                         std::vector<ParameterInfo> parameters, Names lines, Missing missing, std::string_view text,
                         std::string_view source) {
    return {.name = name,
            .aliases = std::move(aliases),
            .group = group,
            .inputs = std::move(inputs),
            .parameters = std::move(parameters),
            .lines = std::move(lines),
            .missing = missing,
            .text = text,
            .source = source};
}

inline ParameterInfo period(double default_value, double min = 1, std::string_view name = "period") {
    return {name, default_value, min, static_cast<double>(kMaxPeriod), true, {}};
}
inline ParameterInfo number(std::string_view name, double default_value, double min, double max) {
    return {name, default_value, min, max, false, {}};
}
inline ParameterInfo choice(std::string_view name, std::vector<std::string_view> choices, double default_value = 0) {
    return {name, default_value, 0, static_cast<double>(choices.size()) - 1, true, std::move(choices)};
}
inline ParameterInfo style(Style default_value = Style::kTaLib) {
    return choice("style", {"talib", "backtrader"}, static_cast<double>(default_value));
}

}  // namespace ct::indicators
