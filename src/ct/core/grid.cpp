#include "ct/core/grid.hpp"

#include <cmath>
#include <cstdint>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"

namespace ct {

Result<std::int64_t> to_grid(double value, int decimals, bool up, const char* what) {
    if (!std::isfinite(value)) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("{} must be a finite number, not {}", what, value));
    }
    const double scaled = value * pow10_double(decimals);
    if (!(std::fabs(scaled) < 9.2e18)) {
        return fail(ErrorCode::kOverflow,
                    fmt::format("{} {} does not fit 64 bits with {} decimals", what, value, decimals));
    }
    const double nearest = std::nearbyint(scaled);
    if (nearest / pow10_double(decimals) == value) return static_cast<std::int64_t>(nearest);
    return static_cast<std::int64_t>(up ? std::ceil(scaled) : std::floor(scaled));
}

}  // namespace ct
