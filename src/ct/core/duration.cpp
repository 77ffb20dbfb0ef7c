#include "ct/core/duration.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

namespace {

struct Unit {
    std::string_view name;
    TimeNs duration_ns;
};
constexpr std::array kUnits = {Unit{"ns", 1},
                               Unit{"us", 1'000},
                               Unit{"ms", kNsPerMs},
                               Unit{"s", kNsPerSecond},
                               Unit{"m", 60 * kNsPerSecond},
                               Unit{"h", 3'600 * kNsPerSecond},
                               Unit{"d", kNsPerDay}};

}  // namespace

Result<TimeNs> parse_duration(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = parse_count(text.substr(0, digits), 0);
    for (const Unit& unit : kUnits) {
        if (!number || text.substr(digits) != unit.name) continue;
        TimeNs duration_ns = 0;
        if (!__builtin_mul_overflow(*number, unit.duration_ns, &duration_ns)) return duration_ns;
        return fail(ErrorCode::kOverflow, fmt::format("'{}' does not fit 64 bits of nanoseconds", text));
    }
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("'{}' is not a whole number and ns, us, ms, s, m, h or d, such as 50ms", text));
}

std::string duration_text(TimeNs duration_ns) {
    std::size_t unit = kUnits.size() - 1;
    while (duration_ns == 0 ? unit > 0 : duration_ns % kUnits[unit].duration_ns != 0) --unit;
    return fmt::format("{}{}", duration_ns / kUnits[unit].duration_ns, kUnits[unit].name);
}

}  // namespace ct
