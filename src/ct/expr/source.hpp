#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ct/core/file_text.hpp"
#include "ct/core/result.hpp"

namespace ct::expr {

/// A text that a person wrote, where it stands in words ("--entry"), and in which file, if it is in one. Borrowed.
struct Source {
    std::string_view text;
    std::string_view place;
    const FileText* origin = nullptr;
};

/// Bytes [begin, end) of a source.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// From the beginning of one to the end of another.
constexpr Span join(Span first, Span last) { return {first.begin, last.end}; }

/// A message about a part of a source: "entry, column 5: ", what is wrong, and below it the line with carets under the
/// part. Columns count characters from 1; a text of several lines says the line too. In a file it is the file's line
/// and column, "run.toml:4:18: strategy.entry: ", unless something before the end of the part is written as an escape.
std::string message_at(const Source& source, Span span, std::string_view what);

/// That message as an error: kInvalidArgument.
[[nodiscard]] tl::unexpected<Error> fail_at(const Source& source, Span span, std::string_view what);

}  // namespace ct::expr
