#include "ct/storage/text_values.hpp"

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "ct/core/hash.hpp"

namespace ct::storage {

namespace {

bool read_hexadecimal(std::string_view text, std::uint64_t& bits) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto read = std::from_chars(begin, end, bits, 16);
    return read.ec == std::errc{} && read.ptr == end;
}

}  // namespace

std::string TextValues::text(const std::string& key) {
    const auto found = values_->find(key);
    if (found != values_->end()) return found->second;
    note(fmt::format("'{}' is missing", key));
    return {};
}

template <class Number>
Number TextValues::number(const std::string& key) {
    const std::string value = text(key);
    const char* const end = value.data() + value.size();
    Number parsed{};
    bool good = false;
    if constexpr (std::is_floating_point_v<Number>) {
        const auto read = fast_float::from_chars(value.data(), end, parsed);
        good = read.ec == std::errc{} && read.ptr == end;
    } else {
        const auto read = std::from_chars(value.data(), end, parsed);
        good = read.ec == std::errc{} && read.ptr == end;
    }
    if (!good) note(fmt::format("'{}' is '{}', not a number", key, value));
    return parsed;
}

template int TextValues::number<int>(const std::string&);
template std::int64_t TextValues::number<std::int64_t>(const std::string&);
template std::uint64_t TextValues::number<std::uint64_t>(const std::string&);
template double TextValues::number<double>(const std::string&);

Digest TextValues::digest(const std::string& key) {
    constexpr std::size_t kHalf = 16;
    const std::string value = text(key);
    Digest parsed;
    const std::string_view digits = value;
    if (digits.size() != 2 * kHalf || !read_hexadecimal(digits.substr(0, kHalf), parsed.high) ||
        !read_hexadecimal(digits.substr(kHalf), parsed.low)) {
        note(fmt::format("'{}' is '{}', not 32 hexadecimal digits", key, value));
    }
    return parsed;
}

void TextValues::expect(const std::string& key, std::string_view expected) {
    const std::string value = text(key);
    if (value != expected) note(fmt::format("'{}' is '{}', expected '{}'", key, value, expected));
}

void TextValues::note(std::string what) {
    if (wrong_.empty()) wrong_ = std::move(what);
}

}  // namespace ct::storage
