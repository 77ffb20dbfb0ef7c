#pragma once

#include <cstdio>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace ct::cli {

/// fmt::print without its exception when the stream is full or closed: run() looks at standard output once, at the end.
template <class... Args>
void print(std::FILE* stream, fmt::format_string<Args...> format, Args&&... args) {
    const std::string text = fmt::format(format, std::forward<Args>(args)...);
    std::fwrite(text.data(), 1, text.size(), stream);
}

}  // namespace ct::cli
