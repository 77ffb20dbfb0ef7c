#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/candles.hpp"
#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/data_writer.hpp"

namespace ct::report {

namespace {

using analyzers::Candle;
using analyzers::ChartLine;
using analyzers::RoundTrip;
using analyzers::RunResult;
using analyzers::SeriesSummary;

/// Every so many-th of a list, so that at most `limit` remain.
template <class T>
std::vector<const T*> sampled(const std::vector<const T*>& all, std::size_t limit) {
    const std::size_t step = (all.size() + limit - 1) / limit;
    std::vector<const T*> some;
    for (std::size_t i = 0; i < all.size(); i += step) some.push_back(all[i]);
    return some;
}

std::string sampled_note(std::size_t shown, std::size_t all, std::string_view what) {
    if (shown == all) return {};
    return fmt::format(" {} of {} {} are marked, evenly spread.", analyzers::grouped(shown), analyzers::grouped(all),
                       what);
}

/// Writes the trades of an instrument and returns what is to be said of them.
std::string write_marks(DataWriter& out, std::span<const RoundTrip> trades, InstrumentIndex instrument, int decimals) {
    std::vector<const RoundTrip*> own;
    for (const RoundTrip& trade : trades) {
        if (trade.instrument == instrument) own.push_back(&trade);
    }
    std::array<std::vector<double>, 4> columns;  // entry and exit: time and price
    std::string sides;
    std::string kinds;
    const auto shown = sampled(own, kMaxMarks);
    for (const RoundTrip* trade : shown) {
        const double exit_ms =
            trade->open ? std::numeric_limits<double>::quiet_NaN() : milliseconds(trade->exit_time_ns);
        columns[0].push_back(milliseconds(trade->entry_time_ns));
        columns[1].push_back(exit_ms);
        columns[2].push_back(trade->entry_price.to_double());
        columns[3].push_back(trade->exit_price.to_double());
        sides += trade->side == Side::kBuy ? 'l' : 's';
        kinds += trade->open ? 'o' : trade->pnl.count > 0 ? 'w' : 'l';
    }
    out.object("marks", [&] {
        out.column("entry_ms", columns[0], 0);
        out.column("exit_ms", columns[1], 0);
        out.column("entry_price", columns[2], decimals);
        out.column("exit_price", columns[3], decimals);
        out.text("sides", sides);
        out.text("kinds", kinds);  // won, lost, open
    });
    return sampled_note(shown.size(), own.size(), "trades");
}

/// A level that an order waits at: a stop, a take-profit, the limit of an exit that was made with its entry. The stop
/// of a trailing order moves, and nobody has written down how.
bool has_level(const Order& order) {
    const OrderRequest& request = order.request;
    if (order.status == OrderStatus::kRejected || is_trailing(request.type)) return false;
    return has_trigger(request.type) || (request.type == OrderType::kLimit && request.parent != 0);
}

std::string write_stops(DataWriter& out, std::span<const Order> orders, const Instrument& instrument,
                        InstrumentIndex index) {
    std::vector<const Order*> own;
    for (const Order& order : orders) {
        if (order.request.instrument == index && has_level(order)) own.push_back(&order);
    }
    std::array<std::vector<double>, 3> columns;  // from, to, price
    std::string kinds;
    const auto shown = sampled(own, kMaxMarks);
    for (const Order* order : shown) {
        const OrderRequest& request = order->request;
        const bool target = !has_trigger(request.type) || is_take_profit(request.type);
        const Price level = has_trigger(request.type) ? request.stop_price : request.limit_price;
        columns[0].push_back(milliseconds(order->created_ns));
        columns[1].push_back(milliseconds(std::max(order->created_ns, order->updated_ns)));
        columns[2].push_back(to_double(level, instrument.scale));
        kinds += target ? 't' : 's';
    }
    out.object("stops", [&] {
        out.column("from_ms", columns[0], 0);
        out.column("to_ms", columns[1], 0);
        out.column("price", columns[2], instrument.scale.price_decimals);
        out.text("kinds", kinds);
    });
    return sampled_note(shown.size(), own.size(), "stops and targets");
}

/// True if a line belongs over the candles.
bool is_on_price(const ChartLine& line, std::span<const Candle> candles) {
    if (line.place != ChartLine::Place::kByValue) return line.place == ChartLine::Place::kPrice;
    double lowest = candles.front().low;
    double highest = candles.front().high;
    for (const Candle& candle : candles) {
        lowest = std::min(lowest, candle.low);
        highest = std::max(highest, candle.high);
    }
    return std::all_of(line.values.begin(), line.values.end(), [&](double value) {
        return !std::isfinite(value) || (value >= lowest / 2 && value <= highest * 2);
    });
}

std::string write_lines(DataWriter& out, const SeriesSummary& series) {
    const std::size_t count = std::min(series.lines.size(), kMaxLines);
    out.array("lines", [&] {
        for (std::size_t i = 0; i < count; ++i) {
            const ChartLine& line = series.lines[i];
            out.object([&] {
                out.text("label", line.label);
                out.integer("group", static_cast<std::int64_t>(line.group));
                out.key("on_price"), out.boolean(is_on_price(line, series.candles.candles()));
                out.column("values", line.values, reading_precision(line.values));
            });
        }
    });
    if (count == series.lines.size()) return {};
    return fmt::format(" The first {} of {} lines of indicators are drawn.", count, series.lines.size());
}

void write_candles(DataWriter& out, std::span<const Candle> candles, int decimals) {
    std::vector<double> values(candles.size());
    const auto column = [&](std::string_view name, int column_decimals, auto value_of) {
        std::transform(candles.begin(), candles.end(), values.begin(), value_of);
        out.column(name, values, column_decimals);
    };
    column("time_ms", 0, [](const Candle& candle) { return milliseconds(candle.time_ns); });
    column("open", decimals, [](const Candle& candle) { return candle.open; });
    column("high", decimals, [](const Candle& candle) { return candle.high; });
    column("low", decimals, [](const Candle& candle) { return candle.low; });
    column("close", decimals, [](const Candle& candle) { return candle.close; });
}

void write_chart(DataWriter& out, const RunResult& result, const SeriesSummary& series) {
    const Instrument& instrument = result.instruments[series.instrument];
    const int decimals = instrument.scale.price_decimals;
    const auto candles = series.candles.candles();
    const std::string timeframe = series.timeframe.text();
    const std::string shown = series.candles.timeframe().text();
    std::string note;
    if (shown != timeframe) {
        note = fmt::format("{} bars of {} are drawn as {} candles of {}.", analyzers::grouped(series.bars), timeframe,
                           analyzers::grouped(candles.size()), shown);
    }
    out.object([&] {
        out.text("symbol", instrument.symbol);
        out.text("timeframe", timeframe);
        out.text("shown", shown);
        out.integer("decimals", decimals);
        write_candles(out, candles, decimals);
        note += write_lines(out, series);
        note += write_marks(out, result.trades, series.instrument, decimals);
        note += write_stops(out, result.orders, instrument, series.instrument);
        out.text("note", note);
    });
}

}  // namespace

void write_price_charts(DataWriter& out, const RunResult& result) {
    std::size_t there = 0;
    out.array("charts", [&] {
        for (const SeriesSummary& series : result.series) {
            if (!series.candles.empty() && there++ < kMaxCharts) write_chart(out, result, series);
        }
    });
    const bool all = there <= kMaxCharts;
    out.text("charts_note", all ? "" : fmt::format("Charts of the first {} of {} series.", kMaxCharts, there));
}

}  // namespace ct::report
