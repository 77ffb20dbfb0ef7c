#include "payloads.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_format.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"

namespace ct::python {

namespace {

constexpr std::size_t kCandleFields = 6;

/// A finite number: int, float, Decimal, or text of one, as exchanges send it.
std::optional<double> read_number(nb::handle value) {
    if (value.is_none() || PyBool_Check(value.ptr()) != 0) return std::nullopt;
    if (PyUnicode_Check(value.ptr()) != 0) {
        Py_ssize_t size = 0;
        const char* const text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
        if (text == nullptr) throw nb::python_error();
        return data::parse_finite(data::trimmed({text, static_cast<std::size_t>(size)}));
    }
    const double number = PyFloat_AsDouble(value.ptr());
    if (number == -1 && PyErr_Occurred() != nullptr) {
        PyErr_Clear();
        return std::nullopt;
    }
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Milliseconds out of a Unix time in s, ms, us or ns, or ISO text.
std::optional<std::int64_t> read_time_ms(nb::handle value) {
    std::string text;
    if (PyUnicode_Check(value.ptr()) != 0) {
        text = text_of(value);
    } else {
        const auto number = read_number(value);
        if (!number || std::trunc(*number) != *number) return std::nullopt;
        text = fmt::format("{:.0f}", *number);
    }
    const auto unit = data::detect_time_unit(text);
    if (!unit) return std::nullopt;
    const auto time_ns = data::parse_csv_time(text, *unit);
    return time_ns ? std::optional(floor_div(*time_ns, kNsPerMs)) : std::nullopt;
}

/// The value of the first of these keys that a mapping has and that is not None.
template <std::size_t N>
nb::object first_of(nb::handle mapping, const std::array<const char*, N>& keys) {
    for (const char* const key : keys) {
        const nb::object value = mapping.attr("get")(key);
        if (!value.is_none()) return value;
    }
    return nb::none();
}

bool is_mapping(nb::handle value) { return PyMapping_Check(value.ptr()) != 0 && nb::hasattr(value, "get"); }

struct Trade {
    std::int64_t time_ms = 0;
    double price = 0;
    double amount = 0;
};

std::optional<Trade> read_trade(nb::handle payload) {
    if (!is_mapping(payload)) return std::nullopt;
    const auto time_ms = read_time_ms(first_of(payload, std::array{"timestamp", "timestamp_ms", "datetime", "T"}));
    const auto price = read_number(first_of(payload, std::array{"price", "p"}));
    const auto amount = read_number(first_of(payload, std::array{"amount", "size", "qty", "quantity", "q"}));
    if (!time_ms || !price || !amount || *price <= 0 || *amount < 0) return std::nullopt;
    return Trade{*time_ms, *price, *amount};
}

nb::object normalize_trade(nb::handle payload) {
    const auto trade = read_trade(payload);
    if (!trade) return nb::none();
    nb::dict dict;
    dict["timestamp_ms"] = trade->time_ms;
    dict["price"] = trade->price;
    dict["amount"] = trade->amount;
    return dict;
}

struct Candle {
    std::int64_t time_ms = 0;
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;

    [[nodiscard]] nb::list list() const {
        nb::list list;
        list.append(time_ms);
        for (const double value : {open, high, low, close, volume}) list.append(value);
        return list;
    }
};

std::optional<Candle> read_candle(nb::handle payload) {
    std::array<nb::object, kCandleFields> fields;
    if (is_mapping(payload)) {
        fields = {first_of(payload, std::array{"timestamp", "timestamp_ms", "datetime", "open_time", "t"}),
                  first_of(payload, std::array{"open", "o"}),
                  first_of(payload, std::array{"high", "h"}),
                  first_of(payload, std::array{"low", "l"}),
                  first_of(payload, std::array{"close", "c"}),
                  first_of(payload, std::array{"volume", "v"})};
    } else {
        if (PySequence_Check(payload.ptr()) == 0 || PyUnicode_Check(payload.ptr()) != 0) return std::nullopt;
        if (nb::len(payload) < kCandleFields) return std::nullopt;
        for (std::size_t i = 0; i < kCandleFields; ++i) fields[i] = payload[i];
    }
    const auto time_ms = read_time_ms(fields[0]);
    if (!time_ms) return std::nullopt;
    std::array<double, kCandleFields - 1> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto value = read_number(fields[i + 1]);
        if (!value) return std::nullopt;
        values[i] = *value;
    }
    return Candle{*time_ms, values[0], values[1], values[2], values[3], values[4]};
}

nb::object normalize_ohlcv(nb::handle payload) {
    const auto candle = read_candle(payload);
    return candle ? nb::object(candle->list()) : nb::none();
}

Timeframe read_timeframe(nb::handle value) {
    if (PyUnicode_Check(value.ptr()) != 0) return take(Timeframe::parse(text_of(value)));
    const auto duration_ms = read_number(value);
    constexpr double kMost = 366.0 * 86'400'000;
    if (!duration_ms || *duration_ms < 1 || *duration_ms > kMost || std::trunc(*duration_ms) != *duration_ms) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("timeframe is {}, expected text such as '1m' or whole milliseconds of 1 to 366 days",
                                 text_of(nb::repr(value)))});
    }
    return Timeframe::fixed(static_cast<std::int64_t>(*duration_ms) * kNsPerMs);
}

/// One step of building candles by hand: a trade meets the candle that is open.
nb::dict aggregate_trade(nb::handle trade_payload, nb::handle bucket, nb::handle bucket_start_ms,
                         nb::handle timeframe_value) {
    const auto trade = read_trade(trade_payload);
    if (!trade) {
        throw_error({ErrorCode::kInvalidData, fmt::format("trade is {}, expected a dict of timestamp_ms, price, amount",
                                                          text_of(nb::repr(trade_payload)))});
    }
    const Timeframe timeframe = read_timeframe(timeframe_value);
    const std::int64_t start_ms = floor_div(timeframe.open_of(trade->time_ms * kNsPerMs), kNsPerMs);
    std::optional<Candle> open;
    if (!bucket.is_none()) {
        open = read_candle(bucket);
        if (!open) {
            throw_error({ErrorCode::kInvalidData,
                         fmt::format("bucket is {}, expected None or [timestamp_ms, open, high, low, close, volume]",
                                     text_of(nb::repr(bucket)))});
        }
        if (!bucket_start_ms.is_none()) open->time_ms = nb::cast<std::int64_t>(bucket_start_ms);
    }
    nb::object emit = nb::none();
    const bool stale = open && start_ms < open->time_ms;
    if (open && start_ms > open->time_ms) {
        emit = open->list();
        open.reset();
    }
    if (!open) {
        open = Candle{start_ms, trade->price, trade->price, trade->price, trade->price, trade->amount};
    } else if (!stale) {
        open->high = std::max(open->high, trade->price);
        open->low = std::min(open->low, trade->price);
        open->close = trade->price;
        open->volume += trade->amount;
    }
    nb::dict step;
    step["emit"] = emit;
    step["next_bucket_start_ms"] = open->time_ms;
    step["next_bucket"] = open->list();
    step["stale"] = stale;
    return step;
}

/// Of a trade or candle in any of the shapes above.
std::int64_t time_of(nb::handle item, std::size_t row) {
    std::optional<std::int64_t> time_ms;
    if (is_mapping(item)) {
        time_ms = read_time_ms(first_of(item, std::array{"timestamp", "timestamp_ms", "datetime", "T", "open_time"}));
    } else if (PySequence_Check(item.ptr()) != 0 && PyUnicode_Check(item.ptr()) == 0 && nb::len(item) > 0) {
        time_ms = read_time_ms(item[0]);
    }
    if (time_ms) return *time_ms;
    throw_error({ErrorCode::kInvalidData,
                 fmt::format("buffer, row {}: {} has no time, expected timestamp_ms or a list that begins with it", row,
                             text_of(nb::repr(item)))});
}

nb::dict sort_buffer(nb::handle buffer) {
    std::vector<std::pair<std::int64_t, nb::object>> items;
    std::uint64_t out_of_order = 0;
    std::int64_t latest = std::numeric_limits<std::int64_t>::min();
    for (const nb::handle item : nb::iter(buffer)) {
        const std::int64_t time_ms = time_of(item, items.size());
        if (time_ms < latest) ++out_of_order;
        latest = std::max(latest, time_ms);
        items.emplace_back(time_ms, nb::borrow(item));
    }
    std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    nb::list sorted;
    for (const auto& [time_ms, item] : items) sorted.append(item);
    nb::dict result;
    result["sorted"] = sorted;
    result["out_of_order_count"] = out_of_order;
    return result;
}

}  // namespace

void bind_payloads(nb::module_& module) {
    module.def("normalize_trade_payload", normalize_trade, nb::arg("payload").none(),
               "normalize_trade_payload(payload) -> {timestamp_ms, price, amount} or None\n\n"
               "A public trade as ccxt or an exchange's stream gives it (timestamp, price, amount; T, p, q), numbers\n"
               "also as text; times in s, ms, us, ns or ISO text. None for what is no trade.");
    module.def("normalize_ohlcv_payload", normalize_ohlcv, nb::arg("payload").none(),
               "normalize_ohlcv_payload(payload) -> [timestamp_ms, open, high, low, close, volume] or None\n\n"
               "A candle as a list or a dict, numbers also as text. None for what is short, missing or no number.");
    module.def("aggregate_trade_bucket", aggregate_trade, nb::arg("trade"), nb::arg("bucket").none() = nb::none(),
               nb::arg("bucket_start_ms").none() = nb::none(), nb::arg("timeframe") = "1m",
               "aggregate_trade_bucket(trade, bucket=None, bucket_start_ms=None, timeframe=\"1m\") -> dict\n\n"
               "Adds a trade to the open candle (bucket, as next_bucket of the call before). emit is the candle that\n"
               "the trade completes, or None; next_bucket and next_bucket_start_ms are the open candle afterwards.\n"
               "A trade older than the open candle is stale: it changes nothing. timeframe: text or milliseconds.\n"
               "For many trades take cracktrader.TimeBars. Raises InvalidData, InvalidArgument.");
    module.def("sort_reorder_buffer", sort_buffer, nb::arg("buffer"),
               "sort_reorder_buffer(buffer) -> {sorted, out_of_order_count}\n\n"
               "Trades or candles by time, those of one time in the order of their arrival; how many arrived after a\n"
               "later one. Raises InvalidData naming the row that has no time.");
}

}  // namespace ct::python
