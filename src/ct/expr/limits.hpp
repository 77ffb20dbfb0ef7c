#pragma once

#include <cstddef>

namespace ct::expr {

// What an expression may be at most, so that no text takes endless time or memory.

/// Bytes of one text.
inline constexpr std::size_t kMaxTextBytes = 16'384;
/// Parts inside parts: parentheses, arguments, operators.
inline constexpr std::size_t kMaxDepth = 200;
/// Different parts of all expressions of a strategy together.
inline constexpr std::size_t kMaxNodes = 1'024;
/// Arguments of one call.
inline constexpr std::size_t kMaxArguments = 16;
/// Bars that a value may lie back: close[n].
inline constexpr std::size_t kMaxBarsBack = 100'000;
/// Bars that all windows and looks back of a strategy keep together.
inline constexpr std::size_t kMaxHistoryRows = std::size_t{1} << 22U;

}  // namespace ct::expr
