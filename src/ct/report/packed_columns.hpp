#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ct::report {

/// A row of a column without a value.
inline constexpr std::int64_t kNoCount = std::numeric_limits<std::int64_t>::min();

/// Columns of whole numbers as the page unpacks them. A column of order 0 holds its numbers, of order 1 what each adds
/// to the one before it, of order 2 how much that has changed: whichever is smallest. Each of these becomes a code (0
/// for no value, 2n + 1, or 2|n| below zero), and the codes lie byte by byte: the lowest byte of all rows,
/// then the next. Deflate makes little of the bytes that hardly change.
class PackedColumns {
  public:
    /// What the page must know of a column to find it in the bytes.
    struct Place {
        std::size_t at = 0;
        std::size_t rows = 0;
        std::size_t width = 0;  ///< bytes of a code
        std::size_t order = 0;
    };

    /// Requires: counts are kNoCount or within 2^50 of zero, whose differences a double holds exactly.
    Place add(std::span<const std::int64_t> counts);

    /// All columns, deflated (without a header).
    [[nodiscard]] std::string deflated() const;

  private:
    std::vector<std::string> planes_;  ///< the bytes, of one column after the other
    std::size_t size_ = 0;             ///< of all of them
};

/// How many characters so many bytes are as base64.
constexpr std::size_t base64_size(std::size_t bytes) { return (bytes + 2) / 3 * 4; }
void append_base64(std::string& text, std::string_view bytes);

}  // namespace ct::report
