#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ct {

/// A character of outside text as a terminal may show it.
struct ShownCharacter {
    std::string_view bytes;     ///< UTF-8; a question mark for what is none, and for what a terminal could obey
    std::size_t columns = 1;    ///< that a terminal gives it
    std::size_t read_from = 0;  ///< where it stands in the text
};

/// The characters of a text, which they borrow: "?" stands for bytes that are no UTF-8, for control characters and for
/// those that turn the direction of text round; a tabulator is a space.
std::vector<ShownCharacter> shown_characters(std::string_view text);

/// A text for a message: shown_characters() in one.
std::string printable(std::string_view text);

/// How many bytes the character at the front has; 0 if they are no UTF-8. Requires: !text.empty().
std::size_t character_size(std::string_view text);

/// The bytes of the first character; one byte where there is none in UTF-8. Requires: !text.empty().
std::string_view first_character(std::string_view text);

}  // namespace ct
