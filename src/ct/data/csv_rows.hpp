#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/csv_header.hpp"

namespace ct::data {

/// The decimals of the prices of a run of files: the most written so far, or the number the user gave.
struct PriceDecimals {
    static constexpr int kAny = std::numeric_limits<int>::max();  ///< as `seen` and `most`: nothing is counted

    int seen = 0;
    int most = 12;       ///< more than this are an error (zeros at the end do not count then)
    bool given = false;  ///< `seen` and `most` are the user's and stay as they are
};

struct CsvRowOptions {
    bool keep_extras = false;
    bool any_order = false;  ///< times may come in any order and repeat
};

/// Parses and checks the rows of one candle file into a series. Plain rows (digits, points and delimiters only) are
/// scanned in place; any other row (quotes, blanks, something wrong) takes a slower path that reads the same numbers
/// and can say what is wrong.
class CsvRowParser {
  public:
    /// Requires: all three outlive the parser.
    CsvRowParser(const CsvFormat& format, PriceDecimals& decimals, BarSeries& series,
                 const CsvRowOptions& options = {});

    /// Appends rows. Requires: every line of `text` ends in '\n', and text of a file comes in order.
    /// Errors: kInvalidData naming file, line, field, what was there and what was expected.
    Result<void> parse(std::string_view text);

    /// Appends one row, which is found at this line and column (0: not told) of another text, in the words of which it
    /// was written anew. Requires: `row` ends in '\n', its only one. Errors: as parse.
    Result<void> parse_row(std::string_view row, std::size_t line, std::size_t column);

    /// The checks that need the whole file. Errors: kInvalidData.
    [[nodiscard]] Result<void> end() const;

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] bool descending() const { return descending_ && !unordered_; }
    [[nodiscard]] bool unordered() const { return unordered_; }
    /// A row with its open above its low has been met: open and low are not mixed up.
    [[nodiscard]] bool order_seen() const { return order_seen_; }

  private:
    struct Row {
        TimeNs time_ns = 0;
        double open = 0.0;
        double high = 0.0;
        double low = 0.0;
        double close = 0.0;
        double volume = 0.0;
        double quote_volume = 0.0;
        std::int64_t trade_count = 0;
        double taker_buy_volume = 0.0;
        double taker_buy_quote_volume = 0.0;

        [[nodiscard]] double& number(CsvColumn column);
    };

    const char* scan_row(const char* at, Row& row);
    bool scan_field(CsvColumn column, const char*& at, Row& row);
    bool scan_time(const char*& at, TimeNs& time_ns) const;
    bool scan_number(const char*& at, double& value, bool is_price);
    bool scan_other_number(const char* begin, const char*& at, double& value, bool is_price);
    bool take_decimals(std::string_view number, int written);

    Result<void> read_row(std::string_view line, Row& row);
    Result<void> read_field(CsvColumn column, std::string_view field, Row& row);
    Result<void> read_price(CsvColumn column, std::string_view field, Row& row);
    Result<void> check_order_of_prices(const Row& row) const;
    Result<void> take_row(const Row& row);
    void append(const Row& row);

    [[nodiscard]] tl::unexpected<Error> wrong(const std::string& what) const;
    [[nodiscard]] tl::unexpected<Error> wrong_order(TimeNs time_ns) const;

    const CsvFormat& format_;
    PriceDecimals& decimals_;
    BarSeries& series_;
    bool keep_extras_;
    bool any_order_;
    char delimiter_;
    std::uint64_t unit_ns_;  ///< 0 for ISO text
    std::uint64_t min_time_ = 0;
    std::uint64_t max_time_ = 0;
    std::size_t line_;            ///< of the row being parsed
    std::size_t column_ = 0;      ///< of the row being parsed; 0 when it begins the line
    std::size_t blank_line_ = 0;  ///< a blank line that was met: nothing may follow it
    std::size_t rows_ = 0;
    TimeNs previous_ns_ = std::numeric_limits<TimeNs>::min();
    bool descending_ = false;
    bool unordered_ = false;
    CsvFields fields_;         ///< of the line that is read with explanations
    bool order_seen_ = false;  ///< a row with open above low has been met
};

}  // namespace ct::data
