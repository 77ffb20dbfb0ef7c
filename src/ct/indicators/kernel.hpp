#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>

#include "ct/core/simd.hpp"

namespace ct::indicators {

// A kernel is a plain value class with
//   static constexpr std::size_t kInputs, kLines;
//   std::size_t lead_in() const;                          how many first rows of finite input give NaN
//   void run(Inputs<kInputs>, Lines<kLines>, std::size_t rows);   continues where the last call ended
//   template <class Archive> void state(Archive&);        hands all that changes to the archive, see state.hpp
// Any chunking of a series gives the same bits. All memory is allocated by the constructor. No line overlaps an input.

template <std::size_t Count>
using Inputs = std::array<const double*, Count>;
template <std::size_t Count>
using Lines = std::array<double*, Count>;

inline constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
inline constexpr std::size_t kMaxPeriod = std::size_t{1} << 20U;

/// Rows that go through the stages of a kernel together, so that what lies between them stays in the first cache.
inline constexpr std::size_t kBlockRows = 320;
using Block = std::array<double, kBlockRows>;

/// Calls part(first row, rows) for blocks of at most kBlockRows.
template <class Part>
void in_blocks(std::size_t rows, const Part& part) {
    for (std::size_t at = 0; at < rows; at += kBlockRows) part(at, std::min(kBlockRows, rows - at));
}

/// The columns from a row on.
template <class Column, std::size_t Count>
std::array<Column*, Count> from_row(std::array<Column*, Count> columns, std::size_t row) {
    for (Column*& column : columns) column += row;
    return columns;
}

/// Calls body(i) for 0 <= i < rows, rows that do not depend on each other, for the current SIMD target:
/// each(rows, [=](std::size_t i) CT_LOOP { out[i] = a[i] + b[i]; });
template <class Body>
void each(std::size_t rows, const Body& body) {
    constexpr std::size_t kShort = 8;
    if (rows < kShort) {
        for (std::size_t i = 0; i < rows; ++i) body(i);
    } else {
        simd([=]() CT_LOOP {
            for (std::size_t i = 0; i < rows; ++i) body(i);
        });
    }
}

/// Copies rows that do not overlap, or move to lower addresses.
inline void copy_rows(const double* from, std::size_t rows, double* to) {
    each(rows, [=](std::size_t i) CT_LOOP { to[i] = from[i]; });
}

}  // namespace ct::indicators
