#include "ct/data/csv.hpp"

#include <cassert>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/csv_header.hpp"
#include "ct/data/csv_join.hpp"
#include "ct/data/csv_rows.hpp"
#include "ct/data/price_decimals.hpp"
#include "ct/data/steps.hpp"

namespace ct::data {

namespace {

/// A line may have this many bytes: bounds what an unfinished line can hold back.
constexpr std::size_t kMaxLineBytes = 64 * 1024;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// The end of the n-th line: one past its '\n'. Nothing when there are fewer.
std::optional<std::size_t> end_of_lines(std::string_view text, std::size_t lines) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < lines; ++i) {
        at = text.find('\n', at);
        if (at == std::string_view::npos) return std::nullopt;
        ++at;
    }
    return at;
}

}  // namespace

struct CsvReader::State {
    CsvOptions options;
    PriceDecimals decimals;
    BarSeries series;
    std::vector<CsvFileRows> files;
    std::string pending;  ///< lines before the format is known, then the unfinished line
    std::unique_ptr<CsvFormat> format;
    std::unique_ptr<CsvRowParser> parser;  ///< none before the format is known

    Result<void> detect();
    Result<void> parse_pending(std::string_view& chunk);
    [[nodiscard]] Result<void> check_pending() const;
    [[nodiscard]] Result<void> check_extras() const;
};

CsvReader::CsvReader(const CsvOptions& options) : state_(std::make_unique<State>()) {
    state_->options = options;
    if (options.price_decimals) {
        state_->decimals = {*options.price_decimals, *options.price_decimals, true};
    } else if (options.any_order) {
        state_->decimals = {PriceDecimals::kAny, PriceDecimals::kAny, false};
    }
}

CsvReader::~CsvReader() = default;

Result<void> CsvReader::begin_file(std::string name) {
    assert(!state_->format);
    if (const auto decimals = state_->options.price_decimals; decimals && (*decimals < 0 || *decimals > kMaxDecimals)) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("--price-decimals is {}, expected 0 to {}", *decimals, kMaxDecimals));
    }
    state_->format = std::make_unique<CsvFormat>();
    state_->format->name = std::move(name);
    return {};
}

Result<void> CsvReader::feed(std::string_view chunk) {
    State& state = *state_;
    assert(state.format);
    if (!state.parser) {
        state.pending += chunk;
        if (!end_of_lines(state.pending, kCsvSampleLines)) return state.check_pending();
        chunk = {};
        if (auto detected = state.detect(); !detected) return detected;
    }
    if (auto parsed = state.parse_pending(chunk); !parsed) return parsed;
    const std::size_t lines_end = chunk.rfind('\n') + 1;  // npos + 1 is 0
    if (auto parsed = state.parser->parse(chunk.substr(0, lines_end)); !parsed) return parsed;
    state.pending += chunk.substr(lines_end);
    return state.check_pending();
}

Result<void> CsvReader::end_file() {
    State& state = *state_;
    assert(state.format);
    if (!state.pending.empty() && state.pending.back() != '\n') state.pending += '\n';
    if (!state.parser) {
        if (auto detected = state.detect(); !detected) return detected;
    }
    std::string_view nothing;
    if (auto parsed = state.parse_pending(nothing); !parsed) return parsed;
    if (auto ended = state.parser->end(); !ended) return ended;

    const std::size_t begin = state.series.size() - state.parser->rows();
    state.format->rows = state.parser->rows();
    state.format->descending = state.parser->descending();
    state.format->unordered = state.parser->unordered();
    if (state.format->descending) reverse_csv_rows(state.series, begin);
    state.files.push_back({std::move(*state.format), begin, state.series.size()});
    state.parser.reset();
    state.format.reset();
    state.pending.clear();
    return {};
}

Result<CsvSeries> CsvReader::finish() {
    State& state = *state_;
    assert(!state.format);
    if (state.files.empty()) return fail(ErrorCode::kInvalidData, "no CSV file, expected candles");
    if (!state.options.any_order) {
        if (auto ordered = order_csv_files(state.series, state.files); !ordered) return fail(ordered);
    }
    const auto steps = find_steps(state.series.time_ns, state.options.timeframe,
                                  [&](std::size_t row) { return csv_row_place(state.files, row); });
    if (!steps) return fail(steps);

    CsvSeries result{.series = std::move(state.series),
                     .gaps = steps->gaps,
                     .missing_bars = steps->missing_bars,
                     .duplicates = steps->duplicates};
    result.series.timeframe = steps->timeframe;
    const bool counted = state.decimals.seen != PriceDecimals::kAny;
    result.series.price_decimals = counted ? state.decimals.seen : price_decimals(result.series.columns());
    for (auto& file : state.files) result.files.push_back(std::move(file.format));
    return result;
}

std::size_t CsvReader::rows() const { return state_->series.size(); }

void CsvReader::reserve(std::size_t rows) {
    BarSeries& series = state_->series;
    series.time_ns.reserve(rows);
    for (auto* column : {&series.open, &series.high, &series.low, &series.close, &series.volume}) column->reserve(rows);
}

/// Finds the format from `pending` and leaves in it what comes from the first row on.
Result<void> CsvReader::State::detect() {
    if (pending.starts_with(kByteOrderMark)) pending.erase(0, kByteOrderMark.size());
    const std::size_t sample_end = end_of_lines(pending, kCsvSampleLines).value_or(pending.size());
    auto detected = detect_csv_format(format->name, std::string_view(pending).substr(0, sample_end));
    if (!detected) return fail(detected);
    *format = std::move(*detected);
    if (auto same = check_extras(); !same) return same;
    pending.erase(0, end_of_lines(pending, format->first_row_line - 1).value_or(pending.size()));
    parser = std::make_unique<CsvRowParser>(*format, decimals, series,
                                            CsvRowOptions{options.keep_extras, options.any_order});
    return {};
}

/// Parses the complete lines of `pending`, the last of which the front of `chunk` may complete and is then taken off
/// it.
Result<void> CsvReader::State::parse_pending(std::string_view& chunk) {
    if (pending.empty()) return {};
    if (const std::size_t end = chunk.find('\n'); end != std::string_view::npos) {
        pending += chunk.substr(0, end + 1);
        chunk.remove_prefix(end + 1);
    }
    const std::size_t lines_end = pending.rfind('\n') + 1;
    if (auto parsed = parser->parse(std::string_view(pending).substr(0, lines_end)); !parsed) return parsed;
    pending.erase(0, lines_end);
    return {};
}

Result<void> CsvReader::State::check_pending() const {
    const std::size_t unfinished = pending.size() - (pending.rfind('\n') + 1);
    if (unfinished <= kMaxLineBytes) return {};
    const bool binary = pending.find('\0') != std::string::npos;
    return fail(
        ErrorCode::kInvalidData,
        fmt::format("{}: {}, expected candles as CSV text", format->name,
                    binary ? "a binary file (zero byte)" : fmt::format("a line of more than {} bytes", kMaxLineBytes)));
}

/// Kept extra columns must be in all files or in none.
Result<void> CsvReader::State::check_extras() const {
    if (!options.keep_extras || files.empty()) return {};
    const CsvFormat& first = files.front().format;
    for (const CsvColumn column : {CsvColumn::kQuoteVolume, CsvColumn::kTradeCount, CsvColumn::kTakerBuyVolume,
                                   CsvColumn::kTakerBuyQuoteVolume}) {
        if (format->has(column) == first.has(column)) continue;
        const bool here = format->has(column);
        return fail(
            ErrorCode::kInvalidData,
            fmt::format("{} has a column {} and {} has none, expected the same further columns in all files",
                        here ? format->name : first.name, csv_column_name(column), here ? first.name : format->name));
    }
    return {};
}

}  // namespace ct::data
