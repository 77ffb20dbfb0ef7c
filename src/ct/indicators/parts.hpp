#pragma once

#include <array>
#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// Merges the parts of neighbours of so many rows (see window.hpp), column by column; gives where they were written.
/// The target may be the newer columns themselves.
template <class Fold>
Inputs<Fold::kParts> merge_columns(Inputs<Fold::kParts> older, Inputs<Fold::kParts> newer, std::size_t older_rows,
                                   std::size_t newer_rows, std::size_t rows, Lines<Fold::kParts> to) {
    const typename Fold::Merge merge(static_cast<double>(older_rows), static_cast<double>(newer_rows));
    simd([=]() CT_LOOP {
        CT_INDEPENDENT
        for (std::size_t i = 0; i < rows; ++i) {
            std::array<double, Fold::kParts> a;
            std::array<double, Fold::kParts> b;
            for (std::size_t k = 0; k < Fold::kParts; ++k) a[k] = older[k][i];
            for (std::size_t k = 0; k < Fold::kParts; ++k) b[k] = newer[k][i];
            const auto parts = merge(a, b);
            for (std::size_t k = 0; k < Fold::kParts; ++k) to[k][i] = parts[k];
        }
    });
    Inputs<Fold::kParts> written;
    for (std::size_t k = 0; k < Fold::kParts; ++k) written[k] = to[k];
    return written;
}

}  // namespace ct::indicators
