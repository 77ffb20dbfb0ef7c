#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"

namespace ct::config {

/// Where something stands in a file: both count from 1, columns in characters.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Tells the places of a text's bytes, asked for in ascending order.
class PlaceCounter {
  public:
    explicit PlaceCounter(std::string_view text) : text_(text) {}
    /// Requires: byte <= text.size(), and no less than the one before.
    Place at(std::size_t byte);

  private:
    std::string_view text_;
    std::size_t byte_ = 0;
    Place place_;
};

/// Where a line of a text begins; lines count from 1. The end of the text for one that it has not.
std::size_t line_begin(std::string_view text, std::size_t line);

/// A value of a config file, whichever format it is written in.
struct ConfigNode {
    enum class Kind : std::uint8_t { kTable, kList, kText, kNumber, kBoolean, kTime, kNothing };
    Kind kind = Kind::kTable;
    std::string text;  ///< of what is no table and no list: text as it is meant, the rest as it is written
    std::vector<ConfigNode> children;  ///< the members of a table, the elements of a list
    Place place;
    std::string name;  ///< of a table's member
    Place name_place;

    /// A table's member. Null: there is none.
    [[nodiscard]] const ConfigNode* find(std::string_view wanted) const;
};

/// What a value is, for messages: "the number 5", "the text 'x'", "a list", "true", "nothing".
std::string described(const ConfigNode& node);

/// An error with its place in front: "run.toml:3:8: ...".
[[nodiscard]] tl::unexpected<Error> refuse(const std::string& file, Place place, std::string_view sentence);

}  // namespace ct::config
