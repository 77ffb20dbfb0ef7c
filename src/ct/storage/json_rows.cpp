#include "ct/storage/json_rows.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/data/csv_fields.hpp"

namespace ct::storage {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kExpected = "expected candles as a JSON array or as JSON lines";

/// The bytes at which scanning a row has to look twice.
constexpr std::array<bool, 256> special_bytes() {
    std::array<bool, 256> special{};
    for (const char c : std::string_view("[]{}\"\\\n")) special[static_cast<unsigned char>(c)] = true;
    return special;
}
constexpr auto kSpecial = special_bytes();

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

JsonRows::JsonRows(std::string name, Take take) : name_(std::move(name)), take_(std::move(take)) {}

Result<void> JsonRows::feed(std::string_view chunk) {
    const char* at = chunk.data();
    const char* const end = at + chunk.size();
    const char* row = at;  // where the text of the row begins in this chunk
    while (at != end) {
        if (state_ != State::kRow) {
            if (auto taken = take_between(*at); !taken) return taken;
            row = at++;
            ++offset_;
            if (state_ == State::kRow && at == end) pending_ += *row;
            continue;
        }
        at = scan_row(at, end);
        const std::string_view text(row, static_cast<std::size_t>(at - row));
        if (pending_.size() + text.size() > kMaxJsonRowBytes) {
            return wrong(row_place_, fmt::format("a value of more than {} bytes, {}", kMaxJsonRowBytes, kExpected));
        }
        if (depth_ > kMaxJsonDepth) {
            return wrong(row_place_, fmt::format("values nested more than {} deep, {}", kMaxJsonDepth, kExpected));
        }
        if (depth_ != 0) {
            pending_ += text;
            break;
        }
        state_ = State::kAfterRow;
        if (!pending_.empty()) pending_ += text;
        if (auto taken = take_(pending_.empty() ? text : pending_, row_place_); !taken) return taken;
        pending_.clear();
    }
    return {};
}

/// Looks at a byte that is not inside of a row.
Result<void> JsonRows::take_between(char c) {
    if (c == '\n') {
        ++line_;
        line_begin_ = offset_ + 1;
    }
    if (is_blank(c)) return {};
    if (state_ == State::kStart && offset_ < kByteOrderMark.size() && c == kByteOrderMark[offset_]) return {};
    const bool opens = c == '[' || c == '{';
    switch (state_) {
        case State::kStart:
            if (c == '[') {
                state_ = State::kFirstOpen;
                row_place_ = place_of(offset_);
                return {};
            }
            if (!opens) break;
            begin_row();
            return {};
        case State::kFirstOpen:
            in_array_ = opens;
            if (opens) {
                begin_row();
            } else if (c == ']') {
                break;
            } else {
                // The '[' opened the first of several rows; what follows it is looked at again as its inside.
                state_ = State::kRow;
                depth_ = 1;
                pending_ = "[";
                in_string_ = c == '"';
            }
            return {};
        case State::kAfterRow:
            if (in_array_ && c == ',') {
                state_ = State::kAfterComma;
                return {};
            }
            if (in_array_ && c == ']') {
                state_ = State::kDone;
                return {};
            }
            if (in_array_ || !opens) break;
            begin_row();
            return {};
        case State::kAfterComma:
            if (!opens) break;
            begin_row();
            return {};
        case State::kRow:
        case State::kDone:
            break;
    }
    return wrong(place_of(offset_), fmt::format("'{}' is no candle, {}", data::printable({&c, 1}), kExpected));
}

void JsonRows::begin_row() {
    state_ = State::kRow;
    depth_ = 1;
    in_string_ = false;
    escaped_ = false;
    row_place_ = place_of(offset_);
}

/// Goes to one past the end of the row, or to `end` with depth_ above 0.
const char* JsonRows::scan_row(const char* at, const char* end) {
    const char* const begin = at;
    while (at != end && depth_ != 0 && depth_ <= kMaxJsonDepth) {
        const char c = *at++;
        if (escaped_) {
            escaped_ = false;
            continue;
        }
        if (!kSpecial[static_cast<unsigned char>(c)]) continue;
        if (c == '"') {
            in_string_ = !in_string_;
        } else if (c == '\n') {
            ++line_;
            line_begin_ = offset_ + static_cast<std::uint64_t>(at - begin);
        } else if (in_string_) {
            escaped_ = c == '\\';
        } else if (c == '[' || c == '{') {
            ++depth_;
        } else if (c != '\\') {
            --depth_;
        }
    }
    offset_ += static_cast<std::uint64_t>(at - begin);
    return at;
}

Result<void> JsonRows::end() const {
    switch (state_) {
        case State::kStart:
            return fail(ErrorCode::kInvalidData, fmt::format("{}: an empty file, {}", name_, kExpected));
        case State::kFirstOpen:
        case State::kRow:
            return wrong(row_place_, "the file ends inside of the value that begins here: it was cut off");
        case State::kAfterComma:
            return wrong(place_of(offset_), "the file ends after a comma: it was cut off");
        case State::kAfterRow:
            if (in_array_) return wrong(place_of(offset_), "the file ends before the ']' of its array: it was cut off");
            break;
        case State::kDone:
            break;
    }
    return {};
}

TextPlace JsonRows::place_of(std::uint64_t offset) const {
    return {line_, static_cast<std::size_t>(offset - line_begin_) + 1};
}

tl::unexpected<Error> JsonRows::wrong(const TextPlace& place, const std::string& what) const {
    return fail(ErrorCode::kInvalidData, fmt::format("{}:{}:{}: {}", name_, place.line, place.column, what));
}

}  // namespace ct::storage
