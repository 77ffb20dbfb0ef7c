#pragma once

#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// Reads "250ms", "10s", "2h": a whole number and ns, us, ms, s, m, h or d. Errors: kInvalidArgument, kOverflow.
Result<TimeNs> parse_duration(std::string_view text);

/// In the largest of these units that leaves no fraction.
std::string duration_text(TimeNs duration_ns);

}  // namespace ct
