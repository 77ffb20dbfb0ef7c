#pragma once

#include <cstdint>

namespace ct::indicators {

/// Whose definition an indicator follows where TA-Lib and backtrader differ.
enum class Style : std::uint8_t { kTaLib, kBacktrader };

}  // namespace ct::indicators
