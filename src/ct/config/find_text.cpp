#include "ct/config/find_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "ct/config/config_node.hpp"

namespace ct::config {

namespace {

/// What may open a text, of TOML, JSON and YAML, the longest first. The line that TOML's three quotes end belongs to
/// them.
constexpr std::array<std::string_view, 9> kOpenings = {"'''\r\n", "\"\"\"\r\n", "'''\n", "\"\"\"\n", "'''",
                                                       R"(""")",  "'",          R"(")",  ""};

/// The end of the file where it has no such place.
std::size_t byte_at(std::string_view file, Place place) {
    std::size_t byte = line_begin(file, place.line);
    const auto continues = [&](std::size_t at) { return (static_cast<unsigned char>(file[at]) & 0xC0U) == 0x80U; };
    for (std::size_t column = 1; column < place.column && byte < file.size(); ++column) {
        do {
            ++byte;
        } while (byte < file.size() && continues(byte));
    }
    return byte;
}

}  // namespace

std::optional<FoundText> find_text(std::string_view file, Place place, std::string_view text) {
    const std::size_t start = byte_at(file, place);
    for (const std::string_view opening : kOpenings) {
        if (!file.substr(start).starts_with(opening)) continue;
        const std::size_t begin = start + opening.size();
        const std::string_view there = file.substr(begin);
        const auto ends = std::mismatch(text.begin(), text.end(), there.begin(), there.end());
        const auto exact = static_cast<std::size_t>(ends.first - text.begin());
        if (exact > 0) return FoundText{begin, exact};
    }
    return std::nullopt;
}

}  // namespace ct::config
