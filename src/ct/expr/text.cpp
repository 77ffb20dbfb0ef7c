#include "ct/expr/text.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/expr/checker.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"

namespace ct::expr {

namespace {

/// Where parameters stand, in the order of the text.
void find_parameters(const Expression& part, const ParameterValues& parameters, std::vector<const Expression*>& found) {
    if (part.syntax == Syntax::kName && parameters.contains(part.name)) found.push_back(&part);
    for (const Part& inner : part.parts) find_parameters(*inner.value, parameters, found);
}

std::string on_one_line(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    std::string line;
    for (const char c : text) {
        const bool blank = kBlanks.find(c) != std::string_view::npos;
        if (!blank || (!line.empty() && line.back() != ' ')) line += blank ? ' ' : c;
    }
    return line;
}

}  // namespace

std::string text_of(const Source& source, const Expression& part, const ParameterValues& parameters) {
    std::vector<const Expression*> found;
    find_parameters(part, parameters, found);
    std::string text;
    std::size_t at = part.span.begin;
    for (const Expression* const name : found) {
        text += source.text.substr(at, name->span.begin - at);
        text += fmt::format("{}", parameters.find(name->name)->second);
        at = name->span.end;
    }
    text += source.text.substr(at, part.span.end - at);
    return on_one_line(text);
}

}  // namespace ct::expr
