#include "ct/config/toml_hint.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace ct::config {

namespace {

constexpr std::array<std::string_view, 7> kTypographic = {"“", "”", "„", "‘", "’", "«", "»"};

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r";
    const auto first = text.find_first_not_of(kBlanks);
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// True for what only a text can be: with letters, or a percentage.
bool is_text(std::string_view value) {
    return std::any_of(value.begin(), value.end(),
                       [](char c) { return c == '%' || std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

std::string toml_hint(std::string_view line) {
    const auto equals = line.find('=');
    if (equals == std::string_view::npos) return "";
    const std::string_view name = trimmed(line.substr(0, equals));
    const std::string_view value = trimmed(line.substr(equals + 1));
    if (value.empty()) return "";
    const bool is_typographic = std::any_of(kTypographic.begin(), kTypographic.end(),
                                            [&](std::string_view quote) { return value.starts_with(quote); });
    if (is_typographic) return fmt::format("; these are typographic quotes, write {} = \"...\"", name);
    const char quote = value.front();
    if (quote == '"' || quote == '\'') {
        const std::string_view inside = value.substr(1);
        if (inside.find(quote) == std::string_view::npos) return fmt::format("; the closing {} is missing", quote);
        if (quote == '"' && inside.find('\\') != std::string_view::npos) {
            return "; a backslash starts an escape between \"...\": use '...', or / in paths";
        }
        return "";
    }
    if (!is_text(value)) return "";
    if (quote == '[' || quote == '{') return "; put texts in quotes";
    const char own = value.find('"') == std::string_view::npos ? '"' : '\'';
    return fmt::format("; put the text in quotes: {} = {}{}{}", name, own, trimmed(value.substr(0, value.find(" #"))),
                       own);
}

}  // namespace ct::config
