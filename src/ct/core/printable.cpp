#include "ct/core/printable.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ct {

namespace {

/// A character of UTF-8: its number in Unicode, and how many bytes it takes.
struct Decoded {
    std::uint32_t code = 0;
    std::size_t size = 0;
};

std::optional<Decoded> decode(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80U) return Decoded{first, 1};
    const std::size_t size = first >= 0xF0U ? 4 : (first >= 0xE0U ? 3 : 2);
    constexpr std::array<std::uint32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
    constexpr std::array<unsigned char, 5> kFirstBits = {0, 0, 0x1F, 0x0F, 0x07};
    if (first < 0xC0U || first > 0xF7U || text.size() < size) return std::nullopt;
    std::uint32_t code = first & kFirstBits[size];
    for (std::size_t i = 1; i < size; ++i) {
        const auto next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) return std::nullopt;
        code = (code << 6U) | (next & 0x3FU);
    }
    const bool is_surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < kLeast[size] || is_surrogate || code > 0x10FFFF) return std::nullopt;
    return Decoded{code, size};
}

struct Codes {
    std::uint32_t first;
    std::uint32_t last;
};

/// Control characters, separators of lines, marks of direction and order, and what belongs to no character.
constexpr std::array kObeyed = {Codes{0x00, 0x1F},     Codes{0x7F, 0x9F},      Codes{0x200B, 0x200F},
                                Codes{0x2028, 0x202E}, Codes{0x2060, 0x206F},  Codes{0xFEFF, 0xFEFF},
                                Codes{0xFFF0, 0xFFFB}, Codes{0xE0000, 0xE0FFF}};
/// Accents that stand over the character before them.
constexpr std::array kWithoutColumn = {Codes{0x300, 0x36F}, Codes{0x1AB0, 0x1AFF}, Codes{0x20D0, 0x20FF},
                                       Codes{0xFE00, 0xFE0F}, Codes{0xFE20, 0xFE2F}};
/// East Asian scripts and pictures.
constexpr std::array kWide = {Codes{0x1100, 0x115F},   Codes{0x2E80, 0x303E},  Codes{0x3041, 0xA4CF},
                              Codes{0xAC00, 0xD7A3},   Codes{0xF900, 0xFAFF},  Codes{0xFE30, 0xFE6F},
                              Codes{0xFF00, 0xFF60},   Codes{0xFFE0, 0xFFE6},  Codes{0x1F300, 0x1F64F},
                              Codes{0x1F900, 0x1F9FF}, Codes{0x20000, 0x3FFFD}};

bool is_among(std::uint32_t code, std::span<const Codes> all) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Codes& codes) { return code >= codes.first && code <= codes.last; });
}

std::size_t columns_of(std::uint32_t code) {
    if (is_among(code, kWithoutColumn)) return 0;
    return is_among(code, kWide) ? 2 : 1;
}

}  // namespace

std::vector<ShownCharacter> shown_characters(std::string_view text) {
    std::vector<ShownCharacter> all;
    for (std::size_t at = 0; at < text.size();) {
        const auto decoded = decode(text.substr(at));
        const std::size_t size = decoded ? decoded->size : 1;
        if (text[at] == '\t') {
            all.push_back({" ", 1, at});
        } else if (!decoded || is_among(decoded->code, kObeyed)) {
            all.push_back({"?", 1, at});
        } else {
            all.push_back({text.substr(at, size), columns_of(decoded->code), at});
        }
        at += size;
    }
    return all;
}

std::string printable(std::string_view text) {
    std::string all;
    for (const ShownCharacter& character : shown_characters(text)) all += character.bytes;
    return all;
}

std::size_t character_size(std::string_view text) {
    assert(!text.empty());
    const auto decoded = decode(text);
    return decoded ? decoded->size : 0;
}

std::string_view first_character(std::string_view text) {
    return text.substr(0, std::max(character_size(text), std::size_t{1}));
}

}  // namespace ct
