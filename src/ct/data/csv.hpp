#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_format.hpp"

namespace ct::data {

/// How to read candles.
struct CsvOptions {
    std::optional<Timeframe> timeframe;  ///< what the data must be; detected when absent
    std::optional<int> price_decimals;   ///< 0 to 18; the most the prices need (at most 12) when absent
    bool keep_extras = false;            ///< keep quote volume, trades and taker buy volumes where the files have them
    /// Rows may come in any order and times may repeat: they stay as they were read (a file that is descending
    /// throughout is turned around), files in the order they were given. Prices may then have any number of decimals
    /// and are taken as the doubles they are.
    bool any_order = false;
};

/// Candles read from one or several files, and what was detected.
struct CsvSeries {
    BarSeries series;
    std::vector<CsvFormat> files;      ///< in the order of their times
    std::vector<std::string> ignored;  ///< what a folder or archive held beside candles
    std::size_t gaps = 0;              ///< places with at least one bar missing
    std::size_t missing_bars = 0;
    std::size_t duplicates = 0;  ///< rows whose time another row has too, less one for each time; any_order only
};

/// Reads candle CSV text that comes in chunks of any size. Any chunking gives the same series.
///
/// A file is a header and rows, or rows of 6 columns (time, open, high, low, close, volume) or of Binance's 12; times
/// may be s, ms, us, ns or ISO text, ascending or descending. Several files make one series: each may have its own
/// shape, and they may come in any order, but they must not overlap.
///
/// Use: begin_file, feed..., end_file for each file, then finish once. After an error the reader is of no more use.
class CsvReader {
  public:
    explicit CsvReader(const CsvOptions& options = {});
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;
    ~CsvReader();

    /// `name` stands in messages and in CsvFormat. Errors: kInvalidArgument for options out of range.
    Result<void> begin_file(std::string name);
    /// Errors: kInvalidData naming file, line, field, what was there and what was expected.
    Result<void> feed(std::string_view chunk);
    /// Errors: as feed.
    Result<void> end_file();
    /// Joins the files and checks their timeframe. Errors: kInvalidData for files that overlap or steps off the grid,
    /// kInvalidArgument for a timeframe that is not given and cannot be told, or that the data do not have.
    Result<CsvSeries> finish();

    /// Rows read so far.
    [[nodiscard]] std::size_t rows() const;
    /// Makes room for rows in total when the caller can guess their number: saves copying.
    void reserve(std::size_t rows);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ct::data
