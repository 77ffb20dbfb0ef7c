#pragma once

#include <cstddef>
#include <string_view>

namespace ct::storage {

/// True when a file name ends in `ending` (lower case), in any case, and is not hidden (".x", as macOS adds to
/// archives).
inline bool has_ending(std::string_view name, std::string_view ending) {
    if (name.size() <= ending.size() || name.front() == '.') return false;
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    for (std::size_t i = 0; i < ending.size(); ++i) {
        if (lower(name[name.size() - ending.size() + i]) != ending[i]) return false;
    }
    return true;
}

inline bool is_csv_name(std::string_view name) { return has_ending(name, ".csv"); }

}  // namespace ct::storage
