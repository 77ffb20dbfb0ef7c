#include "ct/data/csv_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <fast_float/fast_float.h>

#include "ct/core/printable.hpp"

namespace ct::data {

namespace {

constexpr std::size_t kMaxPrintable = 60;
constexpr int kMaxExponent = 1000;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Takes a quoted field off the front of `rest`, up to its delimiter or the end. False when the quotes do not match.
bool take_quoted(std::string_view& rest, char delimiter, std::string_view& field) {
    const std::size_t open = rest.find('"');
    const std::size_t close = rest.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    field = trimmed(rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
    const std::size_t end = std::min(rest.find(delimiter), rest.size());
    if (!trimmed(rest.substr(0, end)).empty()) return false;
    rest.remove_prefix(end);
    return true;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

bool split_csv_line(std::string_view line, char delimiter, CsvFields& fields) {
    fields.count = 0;
    std::string_view rest = line;
    while (true) {
        const std::size_t end = std::min(rest.find(delimiter), rest.size());
        std::string_view field = trimmed(rest.substr(0, end));
        if (!field.empty() && field.front() == '"') {
            if (!take_quoted(rest, delimiter, field)) return false;
        } else {
            rest.remove_prefix(end);
        }
        if (fields.count < kMaxCsvColumns) fields.fields[fields.count] = field;
        ++fields.count;
        if (rest.empty()) return true;
        rest.remove_prefix(1);
    }
}

std::optional<double> parse_finite(std::string_view text) {
    double value = 0.0;
    const char* begin = text.data();
    const char* end = begin + text.size();
    const auto [stop, error] = fast_float::from_chars(begin, end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return value + 0.0;  // no negative zero
}

int written_decimals(std::string_view number) {
    const std::size_t exponent_at = std::min(number.find_first_of("eE"), number.size());
    const std::string_view mantissa = number.substr(0, exponent_at);
    const std::size_t point = mantissa.find('.');
    int decimals = point == std::string_view::npos ? 0 : static_cast<int>(mantissa.size() - point - 1);
    if (exponent_at < number.size()) {
        std::string_view digits = number.substr(exponent_at + 1);
        if (!digits.empty() && digits.front() == '+') digits.remove_prefix(1);
        int exponent = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        decimals -= std::clamp(exponent, -kMaxExponent, kMaxExponent);
    }
    return std::max(decimals, 0);
}

std::string printable(std::string_view text) {
    constexpr std::size_t kMostBytes = 4;  // of a character
    const auto characters = shown_characters(text.substr(0, (kMaxPrintable + 1) * kMostBytes));
    std::string shown;
    for (std::size_t i = 0; i < std::min(characters.size(), kMaxPrintable); ++i) shown += characters[i].bytes;
    if (characters.size() > kMaxPrintable) shown += "...";
    return shown;
}

}  // namespace ct::data
