#pragma once

#include <string>
#include <string_view>

namespace ct::config {

/// What likely went wrong in a line that is no TOML, as the end of a sentence: quotes that are missing, not closed or
/// typographic, a backslash that starts an escape. Empty when nothing is seen.
std::string toml_hint(std::string_view line);

}  // namespace ct::config
