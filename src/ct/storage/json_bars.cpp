#include "ct/storage/json_bars.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/csv_header.hpp"
#include "ct/data/csv_join.hpp"
#include "ct/data/csv_rows.hpp"
#include "ct/data/price_decimals.hpp"
#include "ct/data/steps.hpp"
#include "ct/storage/json_rows.hpp"
#include "ct/storage/json_values.hpp"

namespace ct::storage {

namespace {

using data::CsvColumn;

constexpr std::array kListColumns = {CsvColumn::kTime, CsvColumn::kOpen,  CsvColumn::kHigh,
                                     CsvColumn::kLow,  CsvColumn::kClose, CsvColumn::kVolume};
/// open time, open, high, low, close, volume, close time, quote volume, trades, the taker's buys in base and quote, and
/// a field without meaning
constexpr std::array kKlineColumns = {CsvColumn::kTime,
                                      CsvColumn::kOpen,
                                      CsvColumn::kHigh,
                                      CsvColumn::kLow,
                                      CsvColumn::kClose,
                                      CsvColumn::kVolume,
                                      CsvColumn::kIgnored,
                                      CsvColumn::kQuoteVolume,
                                      CsvColumn::kTradeCount,
                                      CsvColumn::kTakerBuyVolume,
                                      CsvColumn::kTakerBuyQuoteVolume,
                                      CsvColumn::kIgnored};
constexpr std::size_t kKlineCloseTime = 6;
constexpr std::size_t kColumnCount = static_cast<std::size_t>(CsvColumn::kTakerBuyQuoteVolume) + 1;
constexpr const char* kExpected =
    "expected [time, open, high, low, close, volume], Binance's 12 fields, or an object with these names";

/// Text as a field of a CSV line: without what would end it.
void append_field(std::string& line, std::string_view text) {
    for (const char c : text) line += c <= ' ' || c > '~' || c == ',' || c == '"' ? '?' : c;
}

/// Names that differ in their case only are two things: exchanges send "t" for the open time and "T" for the close
/// time. The capital one is none of ours then.
bool is_capital_of_another(const JsonValues& values, std::string_view name) {
    if (name.size() != 1 || name[0] < 'A' || name[0] > 'Z') return false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].name.size() == 1 && values[i].name[0] == name[0] - 'A' + 'a') return true;
    }
    return false;
}

}  // namespace

struct JsonBarReader::State {
    std::string name;
    data::CsvOptions options;
    data::PriceDecimals decimals;
    data::BarSeries series;
    JsonRows rows;
    JsonValues values;                                      ///< of the candle that is read
    std::vector<std::pair<std::string, CsvColumn>> fields;  ///< of the first candle; lists have no names
    bool objects = false;
    data::CsvFormat format;
    std::unique_ptr<data::CsvRowParser> parser;  ///< none before the first candle
    std::string line;                            ///< a candle as CSV

    State(std::string file_name, const data::CsvOptions& csv_options)
        : name(std::move(file_name)),
          options(csv_options),
          rows(name, [this](std::string_view text, const TextPlace& place) { return take(text, place); }) {
        const int most = options.price_decimals.value_or(data::PriceDecimals::kAny);
        decimals = {most, most, options.price_decimals.has_value()};
    }

    Result<void> take(std::string_view text, const TextPlace& place);
    Result<void> take_shape(const TextPlace& place);
    Result<void> name_list_fields(const TextPlace& place);
    Result<void> name_object_fields(const TextPlace& place);
    [[nodiscard]] CsvColumn column_of(std::size_t at) const;
    Result<void> write_line(const TextPlace& place);
    [[nodiscard]] std::string text() const;
    [[nodiscard]] tl::unexpected<Error> wrong(const TextPlace& place, const std::string& what) const {
        return fail(ErrorCode::kInvalidData, fmt::format("{}:{}:{}: {}", name, place.line, place.column, what));
    }
};

JsonBarReader::JsonBarReader(std::string name, const data::CsvOptions& options)
    : state_(std::make_unique<State>(std::move(name), options)) {}

JsonBarReader::~JsonBarReader() = default;

Result<void> JsonBarReader::feed(std::string_view chunk) { return state_->rows.feed(chunk); }

Result<void> JsonBarReader::State::take(std::string_view text, const TextPlace& place) {
    if (auto parsed = values.parse(text); !parsed) return wrong(place, parsed.error().message);
    if (!parser) {
        if (auto taken = take_shape(place); !taken) return taken;
    }
    if (values.is_object() != objects || (!objects && values.size() != fields.size())) {
        return wrong(place, fmt::format("{}, expected {} as the first candle is",
                                        values.is_object() ? "an object" : fmt::format("a list of {}", values.size()),
                                        objects ? "an object" : fmt::format("a list of {}", fields.size())));
    }
    if (auto written = write_line(place); !written) return written;
    return parser->parse_row(line, place.line, place.column);
}

/// Finds out from the first candle what the fields are.
Result<void> JsonBarReader::State::take_shape(const TextPlace& place) {
    objects = values.is_object();
    auto named = objects ? name_object_fields(place) : name_list_fields(place);
    if (!named) return named;
    std::string_view time;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const CsvColumn column = fields[i].second;
        if (column == CsvColumn::kTime) time = values[i].text;
        if (column > CsvColumn::kVolume) format.columns.push_back(column);
    }
    if (!options.keep_extras) format.columns.clear();
    std::ranges::sort(format.columns);
    format.columns.insert(format.columns.begin(), kListColumns.begin(), kListColumns.end());
    const auto unit = data::detect_time_unit(time);
    if (!unit) {
        return wrong(place, fmt::format("time is '{}', expected a Unix time (1990 to 2261) in s, ms, us or ns, or ISO "
                                        "text such as 2024-01-31T12:00:00Z",
                                        data::printable(time)));
    }
    format.name = name;
    format.time_unit = *unit;
    format.header = {"candle"};  // how fields are told from each other is said here, not there
    parser =
        std::make_unique<data::CsvRowParser>(format, decimals, series, data::CsvRowOptions{options.keep_extras, true});
    return {};
}

Result<void> JsonBarReader::State::name_list_fields(const TextPlace& place) {
    std::span<const CsvColumn> columns = kListColumns;
    if (values.size() == kKlineColumns.size()) {
        columns = kKlineColumns;
        const std::string& close_time = values[kKlineCloseTime].text;
        const auto unit = data::detect_time_unit(values[0].text);
        const auto open_ns = unit ? data::parse_csv_time(values[0].text, *unit) : std::nullopt;
        const auto close_ns = unit ? data::parse_csv_time(close_time, *unit) : std::nullopt;
        if (open_ns && (!close_ns || *close_ns <= *open_ns)) {
            return wrong(place, fmt::format("a list of 12 whose 7th field '{}' is no close time after the open time as "
                                            "in Binance's klines, {}",
                                            data::printable(close_time), kExpected));
        }
    } else if (values.size() != kListColumns.size()) {
        return wrong(place, fmt::format("a list of {}, {}", values.size(), kExpected));
    }
    for (const CsvColumn column : columns) fields.emplace_back("", column);
    return {};
}

Result<void> JsonBarReader::State::name_object_fields(const TextPlace& place) {
    data::CsvFields names;
    names.count = values.size();
    if (names.count > data::kMaxCsvColumns) {
        return wrong(place, fmt::format("an object of {} names, {}", names.count, kExpected));
    }
    for (std::size_t i = 0; i < names.count; ++i) {
        names.fields[i] = is_capital_of_another(values, values[i].name) ? "" : std::string_view(values[i].name);
    }
    const data::CsvHeaderMatch match = data::match_csv_header(names);
    if (!match.ambiguous.empty()) return wrong(place, fmt::format("{}, expected one", match.ambiguous));
    if (!match.missing.empty()) {
        return wrong(place, fmt::format("an object without {}, {}", fmt::join(match.missing, ", "), kExpected));
    }
    for (std::size_t i = 0; i < names.count; ++i) fields.emplace_back(values[i].name, match.columns[i]);
    return {};
}

/// What the value at this place is; objects mostly have their names in one order.
CsvColumn JsonBarReader::State::column_of(std::size_t at) const {
    if (!objects) return fields[at].second;
    const std::string& wanted = values[at].name;
    if (at < fields.size() && fields[at].first == wanted) return fields[at].second;
    const auto found = std::ranges::find(fields, wanted, &std::pair<std::string, CsvColumn>::first);
    return found == fields.end() ? CsvColumn::kIgnored : found->second;
}

/// Writes the candle as a line of CSV.
Result<void> JsonBarReader::State::write_line(const TextPlace& place) {
    std::array<const std::string*, kColumnCount> texts{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const CsvColumn column = column_of(i);
        const std::string*& text = texts[static_cast<std::size_t>(column)];
        if (text != nullptr && column != CsvColumn::kIgnored) {
            return wrong(place, fmt::format("'{}' is there twice", data::printable(values[i].name)));
        }
        text = &values[i].text;
    }
    line.clear();
    for (const CsvColumn column : format.columns) {
        const std::string* text = texts[static_cast<std::size_t>(column)];
        if (text == nullptr) {
            return wrong(place, fmt::format("an object without {}, expected the names of the first candle",
                                            data::csv_column_name(column)));
        }
        if (!line.empty()) line += ',';
        append_field(line, *text);
    }
    line += '\n';
    return {};
}

Result<JsonSeries> JsonBarReader::finish() {
    State& state = *state_;
    if (auto ended = state.rows.end(); !ended) return fail(ended);
    const std::string& name = state.name;
    if (!state.parser) return fail(ErrorCode::kInvalidData, fmt::format("{}: no rows, expected candles", name));
    if (state.fields.size() == kListColumns.size() && !state.objects && !state.parser->order_seen()) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: lists of 6, and none has its open above its low: the order time, open, high, low, "
                                "close, volume cannot be verified; write the candles as objects",
                                name));
    }
    if (state.parser->descending()) data::reverse_csv_rows(state.series, 0);
    state.format.rows = state.series.size();
    state.format.descending = state.parser->descending();
    state.format.unordered = state.parser->unordered();
    const auto steps = data::find_steps(state.series.time_ns, state.options.timeframe, [&](std::size_t row) {
        const std::size_t candle = state.format.descending ? state.format.rows - row : row + 1;
        return fmt::format("{}: candle {}", name, candle);
    });
    if (!steps) return fail(steps);
    JsonSeries result{.series = std::move(state.series), .format = state.text(), .steps = *steps};
    result.series.timeframe = steps->timeframe;
    result.series.price_decimals = state.options.price_decimals.value_or(data::price_decimals(result.series.columns()));
    return result;
}

/// "x.json: 500 rows, JSON array of lists of 6, time in milliseconds, ascending"
std::string JsonBarReader::State::text() const {
    const std::string rows_text = rows.is_array() ? "JSON array of " : "JSON lines of ";
    const bool kline = !objects && fields.size() == kKlineColumns.size();
    const std::string shape = objects ? "objects"
                              : kline ? "Binance klines"
                                      : "lists of 6 taken as time, open, high, low, close, volume";
    return fmt::format("{}: {} {}, {}{}, {}", name, format.rows, format.rows == 1 ? "row" : "rows", rows_text, shape,
                       format.time_text());
}

}  // namespace ct::storage
