#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ct::data {

/// More columns than this are no candles.
inline constexpr std::size_t kMaxCsvColumns = 256;

/// The fields of one line, borrowed from it: without quotes and the blanks around them.
struct CsvFields {
    std::array<std::string_view, kMaxCsvColumns> fields;
    std::size_t count = 0;  ///< may exceed kMaxCsvColumns; the fields past it are not kept

    [[nodiscard]] std::string_view operator[](std::size_t column) const { return fields[column]; }
};

/// Splits a line (no line end in it). False when a quote is not closed or something follows it.
bool split_csv_line(std::string_view line, char delimiter, CsvFields& fields);

/// Text without the blanks (space, carriage return, tab) around it.
std::string_view trimmed(std::string_view text);

/// Reads the whole text as a finite double; "nan" and "inf" are refused.
std::optional<double> parse_finite(std::string_view text);

/// The decimals of number text as written: "1.50" has 2, "1.08e-06" has 8. Requires: parse_finite takes it.
int written_decimals(std::string_view number);

/// Outside text, cut short and without what a terminal could obey (ct::printable): fit for an error message.
std::string printable(std::string_view text);

}  // namespace ct::data
