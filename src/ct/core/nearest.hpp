#pragma once

#include <span>
#include <string_view>

namespace ct {

/// The name with the fewest edits from `wanted`, the first of several. Requires: !names.empty(). For error messages.
std::string_view nearest(std::string_view wanted, std::span<const std::string_view> names);

}  // namespace ct
