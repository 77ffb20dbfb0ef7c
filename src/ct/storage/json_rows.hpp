#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::storage {

/// Where something stands in a text file, both counted from 1; the column is in bytes.
struct TextPlace {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// A candle of more bytes is none, nor is one that is nested deeper.
inline constexpr std::size_t kMaxJsonRowBytes = 64 * 1024;
inline constexpr int kMaxJsonDepth = 16;

/// Cuts JSON text that comes in chunks into rows, without holding more than one of them: the elements of one array of
/// arrays or objects, or one array or object after the other (JSON lines). What is inside of a row is not looked at but
/// for its end.
class JsonRows {
  public:
    /// Takes the text of a row, which is valid during the call.
    using Take = std::function<Result<void>(std::string_view row, const TextPlace& place)>;

    JsonRows(std::string name, Take take);

    /// Errors: kInvalidData naming file, line and column for text that is no such JSON, and those of `take`.
    Result<void> feed(std::string_view chunk);
    /// Errors: kInvalidData when the text ends too early.
    [[nodiscard]] Result<void> end() const;

    /// Whether the rows are the elements of one array.
    [[nodiscard]] bool is_array() const { return in_array_; }

  private:
    enum class State : std::uint8_t {
        kStart,       ///< nothing but blanks yet
        kFirstOpen,   ///< one '[': of the array of rows or of the first row
        kRow,         ///< inside of a row
        kAfterRow,    ///< a comma, the end of the array or, without one, another row
        kAfterComma,  ///< another row
        kDone,        ///< after the array
    };

    Result<void> take_between(char c);
    void begin_row();
    const char* scan_row(const char* at, const char* end);
    [[nodiscard]] tl::unexpected<Error> wrong(const TextPlace& place, const std::string& what) const;
    [[nodiscard]] TextPlace place_of(std::uint64_t offset) const;

    std::string name_;
    Take take_;
    State state_ = State::kStart;
    bool in_array_ = false;
    bool in_string_ = false;
    bool escaped_ = false;
    int depth_ = 0;
    std::string pending_;       ///< the front of a row that began in an earlier chunk
    TextPlace row_place_;       ///< of the row that is open
    std::uint64_t offset_ = 0;  ///< bytes before the one that is looked at
    std::size_t line_ = 1;
    std::uint64_t line_begin_ = 0;  ///< offset of the first byte of the line
};

}  // namespace ct::storage
