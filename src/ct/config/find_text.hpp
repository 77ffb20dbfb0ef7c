#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "ct/config/config_node.hpp"

namespace ct::config {

/// What of a value's text stands in a file as it is.
struct FoundText {
    std::size_t begin = 0;
    std::size_t exact = 0;  ///< bytes, up to the first escape or fold
};

/// Looks for the text of a value that begins, with its quotes, at a place of the file. Nothing: not a byte stands
/// there, as of an indented block of YAML.
std::optional<FoundText> find_text(std::string_view file, Place place, std::string_view text);

}  // namespace ct::config
