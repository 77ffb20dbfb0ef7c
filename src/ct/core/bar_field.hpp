#pragma once

#include <cstdint>
#include <span>

#include "ct/core/bar.hpp"

namespace ct {

/// What can be read of each bar as a number. The time is that of the close, in seconds since 1970.
enum class BarField : std::uint8_t { kOpen, kHigh, kLow, kClose, kVolume, kCloseTime };

inline bool is_price(BarField field) { return field != BarField::kVolume && field != BarField::kCloseTime; }

/// The column of a field. Requires: not kCloseTime, which bars do not keep.
inline std::span<const double> column(const BarColumns& columns, BarField field) {
    switch (field) {
        case BarField::kOpen:
            return columns.open;
        case BarField::kHigh:
            return columns.high;
        case BarField::kLow:
            return columns.low;
        case BarField::kClose:
            return columns.close;
        case BarField::kVolume:
            return columns.volume;
        case BarField::kCloseTime:
            break;
    }
    return {};
}

}  // namespace ct
