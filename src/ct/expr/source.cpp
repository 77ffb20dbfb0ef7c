#include "ct/expr/source.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/core/file_text.hpp"
#include "ct/core/printable.hpp"
#include "ct/core/result.hpp"

namespace ct::expr {

namespace {

using Shown = std::vector<ShownCharacter>;

/// Characters of a long line that are shown on each side of where an error begins.
constexpr std::size_t kShown = 60;

std::size_t columns_of(const Shown& text, std::size_t begin, std::size_t end) {
    std::size_t columns = 0;
    for (std::size_t i = begin; i < end; ++i) columns += text[i].columns;
    return columns;
}

/// The place of the first character that begins at a byte or behind it.
std::size_t place_of(const Shown& text, std::size_t byte) {
    const auto found = std::find_if(text.begin(), text.end(),
                                    [&](const ShownCharacter& character) { return character.read_from >= byte; });
    return static_cast<std::size_t>(found - text.begin());
}

/// A line, what is around a part of it where it is long, and carets under the part.
std::string marked_line(const Shown& line, std::size_t begin, std::size_t end) {
    constexpr std::string_view kCut = "...";
    const std::size_t first = begin > kShown ? begin - kShown : 0;
    const std::size_t last = std::min(begin + kShown, line.size());
    std::string shown(first > 0 ? kCut : "");
    const std::size_t indent = shown.size() + columns_of(line, first, begin);
    for (std::size_t i = first; i < last; ++i) shown += line[i].bytes;
    if (last < line.size()) shown += kCut;
    const std::size_t carets = std::max(columns_of(line, begin, std::min(end, last)), std::size_t{1});
    return fmt::format("  {}\n  {}{}", shown, std::string(indent, ' '), std::string(carets, '^'));
}

/// Where a part of a text is, and the line around it with carets below.
struct Picture {
    std::ptrdiff_t line = 0;
    std::size_t column = 0;
    std::string lines;
};

Picture picture_of(std::string_view text, Span span) {
    const std::size_t begin = std::min(span.begin, text.size());
    const std::string_view before = text.substr(0, begin);
    const std::size_t line_begin = begin == 0 ? 0 : before.rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t line_end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::size_t end = std::clamp(span.end, begin, line_end);

    const Shown shown = shown_characters(text.substr(line_begin, line_end - line_begin));
    const std::size_t first = place_of(shown, begin - line_begin);
    return {std::count(before.begin(), before.end(), '\n') + 1, first + 1,
            marked_line(shown, first, place_of(shown, end - line_begin))};
}

}  // namespace

std::string message_at(const Source& source, Span span, std::string_view what) {
    if (source.origin != nullptr && span.end <= source.origin->exact) {
        const FileText& there = *source.origin;
        const Picture picture = picture_of(*there.whole, {there.begin + span.begin, there.begin + span.end});
        return fmt::format("{}:{}:{}: {}: {}\n{}", there.file, picture.line, picture.column, there.name,
                           printable(what), picture.lines);
    }
    const Picture picture = picture_of(source.text, span);
    const bool several = source.text.find('\n') != std::string_view::npos;
    return fmt::format("{}, {}column {}: {}\n{}", source.place, several ? fmt::format("line {}, ", picture.line) : "",
                       picture.column, printable(what), picture.lines);
}

tl::unexpected<Error> fail_at(const Source& source, Span span, std::string_view what) {
    return fail(ErrorCode::kInvalidArgument, message_at(source, span, what));
}

}  // namespace ct::expr
