#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/money.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

/// Text without control characters and bytes that are no UTF-8: these are replaced.
std::string clean_text(std::string_view text);

/// An amount for reading: rounded half to even to exactly `decimals`, thousands grouped ("-1,234.50").
/// Requires: 0 <= decimals <= 18.
std::string rounded(const Money& amount, int decimals);

/// "8,784"
std::string grouped(std::uint64_t count);
/// The same for a double, rounded to `decimals`; an en dash where it is undefined.
std::string grouped(double value, int decimals);
/// A fraction as "12.34%"; an en dash where it is undefined.
std::string percent(double fraction);

/// How many decimals amounts of a currency show when an account holds this much of it.
int reading_decimals(const Money& cash);

/// "2024-01-31 12:00", with seconds only where there are any.
std::string minute_text(TimeNs time_ns);

}  // namespace ct::analyzers
