#include "ct/expr/source.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/file_text.hpp"
#include "ct/core/result.hpp"

namespace ct::expr {

namespace {

/// Characters of a long line that are shown on each side of where an error begins.
constexpr std::size_t kShown = 60;

/// One character each: what a terminal could take for something else becomes a question mark.
std::string printable(std::string_view text) {
    std::string shown;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool continues = (byte & 0xC0U) == 0x80U;
        if (continues) continue;
        const bool plain = byte >= 0x20U && byte < 0x7FU;
        shown += c == '\t' ? ' ' : (plain ? c : '?');
    }
    return shown;
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

    const std::string head = printable(text.substr(line_begin, begin - line_begin));
    const std::string marked = printable(text.substr(begin, end - begin));
    const std::string tail = printable(text.substr(end, line_end - end));
    const bool cut = head.size() > kShown;
    const std::string shown_head = cut ? "..." + head.substr(head.size() - kShown) : head;
    std::string shown = shown_head + marked + tail;
    const std::size_t most = shown_head.size() + kShown;
    if (shown.size() > most) shown = shown.substr(0, most) + "...";
    const std::size_t carets = std::clamp(marked.size(), std::size_t{1}, kShown);
    return {std::count(before.begin(), before.end(), '\n') + 1, head.size() + 1,
            fmt::format("  {}\n  {}{}", shown, std::string(shown_head.size(), ' '), std::string(carets, '^'))};
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
