#include "ct/core/nearest.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace ct {

namespace {

constexpr std::size_t kEdit = 1000;

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Of one letter for another; a letter in the other case only decides between names that are equally near.
std::size_t replacement(char a, char b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? 1 : kEdit;
}

/// Levenshtein's distance: insertions, deletions and replacements.
std::size_t edits(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j * kEdit;
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = (i + 1) * kEdit;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + replacement(a[i], b[j]);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + kEdit, row[j + 1] + kEdit});
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
