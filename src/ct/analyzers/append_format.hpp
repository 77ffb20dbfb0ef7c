#pragma once

#include <iterator>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace ct::analyzers {

/// Formats onto the end of a text. For the sources of the reports only: public headers do not show fmt.
template <class... Args>
void append(std::string& out, fmt::format_string<Args...> format, Args&&... args) {
    fmt::format_to(std::back_inserter(out), format, std::forward<Args>(args)...);
}

}  // namespace ct::analyzers
