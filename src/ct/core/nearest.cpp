#include "ct/core/nearest.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace ct {

namespace {

constexpr std::size_t kEdit = 1000;

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

/// Of one letter for another; a letter in the other case only decides between names that are equally near.
std::size_t replacement(char a, char b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? 1 : kEdit;
}

/// How many edits (insertions, deletions, replacements, two letters swapped) make a text of another.
struct Edits {
    std::size_t whole = 0;      ///< the other
    std::size_t beginning = 0;  ///< the beginning of the other that is nearest
};

Edits edits(std::string_view from, std::string_view to) {
    std::vector<std::size_t> two_before;
    std::vector<std::size_t> before;
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = j * kEdit;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        two_before = std::exchange(before, row);
        row[0] = i * kEdit;
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t replaced = before[j - 1] + replacement(from[i - 1], to[j - 1]);
            row[j] = std::min({replaced, before[j] + kEdit, row[j - 1] + kEdit});
            const bool swapped =
                i > 1 && j > 1 && lower(from[i - 1]) == lower(to[j - 2]) && lower(from[i - 2]) == lower(to[j - 1]);
            if (swapped) row[j] = std::min(row[j], two_before[j - 2] + kEdit);
        }
    }
    return {row.back(), *std::min_element(row.begin(), row.end())};
}

/// Half of the name's letters or more, in their order: buyhold for buy_and_hold.
bool is_abbreviation(std::string_view text, std::string_view name) {
    constexpr std::size_t kFewest = 4;
    if (text.size() < kFewest || text.size() * 2 < name.size()) return false;
    std::size_t found = 0;
    for (const char letter : name) {
        if (found < text.size() && lower(letter) == lower(text[found])) ++found;
    }
    return found == text.size();
}

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

/// Smaller is likelier; kFar for names that are not meant.
std::size_t unlikeliness(std::string_view wanted, std::string_view name) {
    constexpr std::size_t kLettersPerEdit = 3;
    constexpr std::size_t kLettersPerEditOfBeginning = 6;
    constexpr std::size_t kShortestPart = 2;
    constexpr std::size_t kShortestName = 4;
    constexpr std::size_t kOfPart = 100 * kEdit;  // what is whole comes first
    const auto within = [&](std::size_t cost, std::size_t letters) { return cost / kEdit <= wanted.size() / letters; };
    const Edits needed = edits(wanted, name);
    if (within(needed.whole, kLettersPerEdit)) return needed.whole;
    const bool begins = wanted.size() >= kShortestPart && within(needed.beginning, kLettersPerEditOfBeginning);
    if (begins) return kOfPart + needed.beginning + name.size();
    const bool is_part = wanted.size() > kShortestPart && name.find(wanted) != std::string_view::npos;
    const bool is_short_for = is_abbreviation(wanted, name);
    const bool goes_on = name.size() >= kShortestName && wanted.starts_with(name);
    return is_part || is_short_for || goes_on ? 2 * kOfPart + name.size() : kFar;
}

}  // namespace

std::string_view nearest(std::string_view wanted, std::span<const std::string_view> names) {
    assert(!names.empty());
    return *std::min_element(names.begin(), names.end(), [&](std::string_view a, std::string_view b) {
        return edits(wanted, a).whole < edits(wanted, b).whole;
    });
}

std::string_view likely(std::string_view wanted, std::span<const std::string_view> names) {
    constexpr std::size_t kLongest = 200;  // no name is longer, and comparing takes its time
    std::string_view best;
    std::size_t least = kFar;
    for (const std::string_view name : names) {
        if (wanted.size() > kLongest) break;
        const std::size_t found = unlikeliness(wanted, name);
        if (found >= least) continue;
        least = found;
        best = name;
    }
    return best;
}

std::string did_you_mean(std::string_view wanted, std::span<const std::string_view> names, std::string_view separator) {
    const std::string_view found = likely(wanted, names);
    return found.empty() ? "." : fmt::format("{}did you mean '{}'?", separator, found);
}

std::string nearest_name(std::string_view wanted, std::span<const std::string_view> names) {
    const std::string_view found = likely(wanted, names);
    return found.empty() ? "" : fmt::format("; the nearest name is '{}'", found);
}

}  // namespace ct
