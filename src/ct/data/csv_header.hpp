#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "ct/data/csv_fields.hpp"

namespace ct::data {

/// What a column of a candle file holds.
enum class CsvColumn : std::uint8_t {
    kIgnored,
    kTime,
    kOpen,
    kHigh,
    kLow,
    kClose,
    kVolume,
    kQuoteVolume,
    kTradeCount,
    kTakerBuyVolume,
    kTakerBuyQuoteVolume,
};

/// "time", "open", ... "taker_buy_quote_volume"; "ignored".
const char* csv_column_name(CsvColumn column);

/// How far a line reads as the header of a candle file.
struct CsvHeaderMatch {
    std::vector<CsvColumn> columns;    ///< one per field
    std::vector<std::string> missing;  ///< needed columns that no name fits
    std::string ambiguous;             ///< two names for the same thing, as a clause: "'date' and 'time' both ..."
    std::size_t recognised = 0;        ///< fields that are no kIgnored

    [[nodiscard]] bool complete() const { return !columns.empty() && missing.empty() && ambiguous.empty(); }
};

/// Maps header names to columns. Case, blanks and punctuation do not matter: "Open time" is "open_time". Where several
/// names fit one column the more specific wins (open_time over timestamp over unix over datetime over date or time;
/// volume over "Volume BTC"); of two "Volume X" the first is the base asset's, the second the quote's.
CsvHeaderMatch match_csv_header(const CsvFields& names);

}  // namespace ct::data
