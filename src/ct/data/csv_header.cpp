#include "ct/data/csv_header.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/data/csv_fields.hpp"

namespace ct::data {

namespace {

/// A name without case, blanks and punctuation, and what it stands for; the lower rank wins.
struct KnownName {
    std::string_view name;
    CsvColumn column;
    int rank = 0;
};

constexpr int kUnknownRank = 100;
/// The rank of a "Volume BTC", which names its asset.
constexpr int kNamedVolumeRank = 1;

constexpr std::array kKnownNames = {
    KnownName{"opentime", CsvColumn::kTime, 0},
    KnownName{"opentimestamp", CsvColumn::kTime, 0},
    KnownName{"opentimems", CsvColumn::kTime, 0},
    KnownName{"timestamp", CsvColumn::kTime, 1},
    KnownName{"timestampms", CsvColumn::kTime, 1},
    KnownName{"timems", CsvColumn::kTime, 1},
    KnownName{"ts", CsvColumn::kTime, 1},
    KnownName{"t", CsvColumn::kTime, 1},
    KnownName{"unix", CsvColumn::kTime, 2},
    KnownName{"unixtime", CsvColumn::kTime, 2},
    KnownName{"unixtimestamp", CsvColumn::kTime, 2},
    KnownName{"epoch", CsvColumn::kTime, 2},
    KnownName{"datetime", CsvColumn::kTime, 3},
    KnownName{"datetimeutc", CsvColumn::kTime, 3},
    KnownName{"date", CsvColumn::kTime, 4},
    KnownName{"dateutc", CsvColumn::kTime, 4},
    KnownName{"time", CsvColumn::kTime, 4},
    KnownName{"timeutc", CsvColumn::kTime, 4},
    KnownName{"starttime", CsvColumn::kTime, 4},
    KnownName{"open", CsvColumn::kOpen},
    KnownName{"openprice", CsvColumn::kOpen},
    KnownName{"o", CsvColumn::kOpen},
    KnownName{"high", CsvColumn::kHigh},
    KnownName{"highprice", CsvColumn::kHigh},
    KnownName{"h", CsvColumn::kHigh},
    KnownName{"low", CsvColumn::kLow},
    KnownName{"lowprice", CsvColumn::kLow},
    KnownName{"l", CsvColumn::kLow},
    KnownName{"close", CsvColumn::kClose},
    KnownName{"closeprice", CsvColumn::kClose},
    KnownName{"c", CsvColumn::kClose},
    KnownName{"volume", CsvColumn::kVolume},
    KnownName{"basevolume", CsvColumn::kVolume},
    KnownName{"volumebase", CsvColumn::kVolume},
    KnownName{"baseassetvolume", CsvColumn::kVolume},
    KnownName{"vol", CsvColumn::kVolume},
    KnownName{"v", CsvColumn::kVolume},
    KnownName{"quotevolume", CsvColumn::kQuoteVolume},
    KnownName{"volumequote", CsvColumn::kQuoteVolume},
    KnownName{"quoteassetvolume", CsvColumn::kQuoteVolume},
    KnownName{"turnover", CsvColumn::kQuoteVolume},
    KnownName{"count", CsvColumn::kTradeCount},
    KnownName{"trades", CsvColumn::kTradeCount},
    KnownName{"tradecount", CsvColumn::kTradeCount},
    KnownName{"tradescount", CsvColumn::kTradeCount},
    KnownName{"numberoftrades", CsvColumn::kTradeCount},
    KnownName{"takerbuyvolume", CsvColumn::kTakerBuyVolume},
    KnownName{"takerbuybasevolume", CsvColumn::kTakerBuyVolume},
    KnownName{"takerbuybaseassetvolume", CsvColumn::kTakerBuyVolume},
    KnownName{"takerbuyquotevolume", CsvColumn::kTakerBuyQuoteVolume},
    KnownName{"takerbuyquoteassetvolume", CsvColumn::kTakerBuyQuoteVolume},
};

constexpr std::array kAllColumns = {
    CsvColumn::kTime,           CsvColumn::kOpen,
    CsvColumn::kHigh,           CsvColumn::kLow,
    CsvColumn::kClose,          CsvColumn::kVolume,
    CsvColumn::kQuoteVolume,    CsvColumn::kTradeCount,
    CsvColumn::kTakerBuyVolume, CsvColumn::kTakerBuyQuoteVolume,
};

bool is_needed(CsvColumn column) { return column >= CsvColumn::kTime && column <= CsvColumn::kVolume; }

/// "Open time" -> "opentime"
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    return plain;
}

KnownName look_up(std::string_view name) {
    const std::string plain = plain_name(name);
    for (const auto& known : kKnownNames) {
        if (known.name == plain) return known;
    }
    if (plain.starts_with("volume")) return {"", CsvColumn::kVolume, kNamedVolumeRank};
    return {"", CsvColumn::kIgnored, kUnknownRank};
}

/// Of the fields that claim a column, those of the best rank; the others become kIgnored.
std::vector<std::size_t> claim(CsvColumn column, const std::vector<KnownName>& known, std::vector<CsvColumn>& columns) {
    int best = kUnknownRank;
    for (const auto& name : known) {
        if (name.column == column) best = std::min(best, name.rank);
    }
    std::vector<std::size_t> claims;
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (known[i].column != column) continue;
        columns[i] = CsvColumn::kIgnored;
        if (known[i].rank == best) claims.push_back(i);
    }
    return claims;
}

}  // namespace

const char* csv_column_name(CsvColumn column) {
    switch (column) {
        case CsvColumn::kTime:
            return "time";
        case CsvColumn::kOpen:
            return "open";
        case CsvColumn::kHigh:
            return "high";
        case CsvColumn::kLow:
            return "low";
        case CsvColumn::kClose:
            return "close";
        case CsvColumn::kVolume:
            return "volume";
        case CsvColumn::kQuoteVolume:
            return "quote_volume";
        case CsvColumn::kTradeCount:
            return "trade_count";
        case CsvColumn::kTakerBuyVolume:
            return "taker_buy_volume";
        case CsvColumn::kTakerBuyQuoteVolume:
            return "taker_buy_quote_volume";
        case CsvColumn::kIgnored:
            break;
    }
    return "ignored";
}

CsvHeaderMatch match_csv_header(const CsvFields& names) {
    CsvHeaderMatch match;
    const std::size_t count = std::min(names.count, kMaxCsvColumns);
    match.columns.assign(count, CsvColumn::kIgnored);
    std::vector<KnownName> known(count);
    for (std::size_t i = 0; i < count; ++i) known[i] = look_up(names[i]);

    for (const CsvColumn column : kAllColumns) {
        auto claims = claim(column, known, match.columns);
        if (claims.empty()) {
            if (is_needed(column)) match.missing.emplace_back(csv_column_name(column));
            continue;
        }
        if (column == CsvColumn::kVolume && claims.size() == 2 && known[claims[0]].rank == kNamedVolumeRank) {
            known[claims[1]].column = CsvColumn::kQuoteVolume;
            claims.pop_back();
        }
        if (claims.size() > 1 && match.ambiguous.empty()) {
            match.ambiguous = fmt::format("'{}' and '{}' both name the {}", printable(names[claims[0]]),
                                          printable(names[claims[1]]), csv_column_name(column));
        }
        match.columns[claims[0]] = column;
    }
    for (const CsvColumn column : match.columns) match.recognised += column != CsvColumn::kIgnored ? 1 : 0;
    return match;
}

}  // namespace ct::data
