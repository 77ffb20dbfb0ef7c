#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ct {

/// The name with the fewest edits from `wanted`, the first of several. Requires: !names.empty(). For error messages.
std::string_view nearest(std::string_view wanted, std::span<const std::string_view> names);

/// The name that is likely meant: it differs by one letter in three at most, or `wanted` is its beginning, a part of it
/// or short for it. Empty when there is none.
std::string_view likely(std::string_view wanted, std::span<const std::string_view> names);

/// ", did you mean 'x'?", what is likely meant; else the end of the sentence, ".".
std::string did_you_mean(std::string_view wanted, std::span<const std::string_view> names,
                         std::string_view separator = ", ");

/// "; the nearest name is 'x'", what is likely meant; else nothing.
std::string nearest_name(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace ct
