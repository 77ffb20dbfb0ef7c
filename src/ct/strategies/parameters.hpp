#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

/// The longest window of a built-in strategy.
inline constexpr double kLongestPeriod = 100'000;
inline constexpr std::string_view kSizeText = "how much: 0.5 (base), 95% (of the equity) or 5000quote";

/// Errors: kInvalidArgument naming the parameter, its value and what is expected.
Result<void> check(const ParameterInfo& parameter, const std::string& value);

/// Typed reads of parameters that were checked.
std::size_t whole_number(const Parameters& parameters, std::string_view name);
double number(const Parameters& parameters, std::string_view name);
bool yes_or_no(const Parameters& parameters, std::string_view name);
OrderSize order_size(const Parameters& parameters, std::string_view name);
TimeNs duration(const Parameters& parameters, std::string_view name);

}  // namespace ct::strategies
