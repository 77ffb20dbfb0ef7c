#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/steps.hpp"

namespace ct::storage {

/// Candles read from a JSON file, and what was detected.
struct JsonSeries {
    data::BarSeries series;  ///< as data::CsvOptions::any_order tells
    std::string format;      ///< one line for people
    data::Steps steps;
};

/// Reads candles as JSON text that comes in chunks of any size: one array of them, or one after the other (JSON lines).
///
/// A candle is a list [time, open, high, low, close, volume], as ccxt and freqtrade write them, a list of the 12 fields
/// of Binance's klines, or an object whose names are those of CSV headers. All candles of a file have one shape.
/// Numbers may be strings. Times and prices are read and checked as those of CSV files, in any order.
///
/// Use: feed..., then finish once. After an error the reader is of no more use.
class JsonBarReader {
  public:
    /// `name` stands in messages.
    JsonBarReader(std::string name, const data::CsvOptions& options);
    JsonBarReader(const JsonBarReader&) = delete;
    JsonBarReader& operator=(const JsonBarReader&) = delete;
    ~JsonBarReader();

    /// Errors: kInvalidData naming file, line, column, field, what was there and what was expected.
    Result<void> feed(std::string_view chunk);
    /// Errors: as feed and data::find_steps.
    Result<JsonSeries> finish();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ct::storage
