#include "ct/expr/source.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

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

}  // namespace

std::string message_at(const Source& source, Span span, std::string_view what) {
    const std::string_view text = source.text;
    const std::size_t begin = std::min(span.begin, text.size());
    const std::string_view before = text.substr(0, begin);
    const std::size_t line_begin = begin == 0 ? 0 : before.rfind('\n') + 1;  // npos + 1 is 0
    const std::size_t line_end = std::min(text.find('\n', begin), text.size());
    const std::size_t end = std::clamp(span.end, begin, line_end);

    const std::string head = printable(text.substr(line_begin, begin - line_begin));
    const std::string marked = printable(text.substr(begin, end - begin));
    const std::string tail = printable(text.substr(end, line_end - end));
    const bool cut = head.size() > kShown;
    const std::string shown_head = cut ? "..." + head.substr(head.size() - kShown) : head;
    std::string shown = shown_head + marked + tail;
    const std::size_t most = shown_head.size() + kShown;
    if (shown.size() > most) shown = shown.substr(0, most) + "...";

    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const bool several = text.find('\n') != std::string_view::npos;
    const std::string where = several ? fmt::format("line {}, ", line) : "";
    const std::size_t carets = std::clamp(marked.size(), std::size_t{1}, kShown);
    return fmt::format("{}, {}column {}: {}\n  {}\n  {}{}", source.place, where, head.size() + 1, printable(what),
                       shown, std::string(shown_head.size(), ' '), std::string(carets, '^'));
}

tl::unexpected<Error> fail_at(const Source& source, Span span, std::string_view what) {
    return fail(ErrorCode::kInvalidArgument, message_at(source, span, what));
}

}  // namespace ct::expr
