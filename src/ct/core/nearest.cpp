#include "ct/core/nearest.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

namespace ct {

namespace {

/// Levenshtein's distance: insertions, deletions and replacements.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest(std::string_view wanted, std::span<const std::string_view> names) {
    assert(!names.empty());
    return *std::min_element(names.begin(), names.end(), [&](std::string_view a, std::string_view b) {
        return edits(wanted, a) < edits(wanted, b);
    });
}

}  // namespace ct
