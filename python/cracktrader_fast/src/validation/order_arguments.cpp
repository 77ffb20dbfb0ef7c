#include "validation/order_arguments.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/filters.hpp"
#include "ct/core/market.hpp"
#include "ct/core/money.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/order_check.hpp"
#include "strategy/arguments.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"
#include "validation/grid_number.hpp"
#include "validation/market_object.hpp"

namespace ct::python {

namespace {

constexpr std::array<std::string_view, 6> kTypes = {"market",     "limit",       "stop",
                                                    "stop_limit", "take_profit", "take_profit_limit"};
constexpr std::array<std::string_view, 2> kSides = {"buy", "sell"};
constexpr std::array<std::string_view, 5> kTimes = {"gtc", "ioc", "fok", "gtd", "day"};

std::string_view text_in(PyObject* value, const char* what) {
    Py_ssize_t size = 0;
    const char* const text = PyUnicode_Check(value) ? PyUnicode_AsUTF8AndSize(value, &size) : nullptr;
    if (text != nullptr) return {text, static_cast<std::size_t>(size)};
    if (PyErr_Occurred() != nullptr) throw nb::python_error();
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is a {}, expected text", what, Py_TYPE(value)->tp_name)});
}

template <std::size_t N>
std::size_t choice(PyObject* value, const std::array<std::string_view, N>& names, const char* what) {
    const std::string_view text = text_in(value, what);
    for (std::size_t k = 0; k < N; ++k) {
        if (names[k] == text) return k;
    }
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("{} is '{}', expected one of {}", what, text.substr(0, 64), fmt::join(names, ", "))});
}

bool read_flag(PyObject* value, const char* what) {
    if (value == nullptr || value == Py_False) return false;
    if (value == Py_True) return true;
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("{} is a {}, expected True or False", what, Py_TYPE(value)->tp_name)});
}

std::uint32_t read_count(PyObject* value, const std::string& what) {
    constexpr std::uint32_t kMost = std::numeric_limits<std::uint32_t>::max();
    const long long count = PyLong_Check(value) && !PyBool_Check(value) ? PyLong_AsLongLong(value) : -1;
    PyErr_Clear();
    if (count >= 0 && count <= long{kMost}) return static_cast<std::uint32_t>(count);
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("account: {} is {}, expected a whole number from 0 to {}", what, shown(value), kMost)});
}

Rate read_fee(PyObject* value) {
    const Rate fee = read_rate(value, "account: fee");
    if (fee.count >= 0 && fee.count < Rate::kOne) return fee;
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("account: fee is {}, expected a share from 0 to less than 1", fee.text())});
}

/// A quantity towards 0: what an account has below a lot, it cannot trade.
Quantity read_held(PyObject* value, const Scale& scale, const char* what) {
    const bool is_plain = PyFloat_Check(value) && PyFloat_AS_DOUBLE(value) >= 0;
    static const nb::handle kZero = nb::object(nb::int_(0)).release();
    const int negative = is_plain ? 0 : PyObject_RichCompareBool(value, kZero.ptr(), Py_LT);
    if (negative < 0) PyErr_Clear();  // text: only what is above 0 is read
    const nb::object size = negative > 0 ? nb::steal(PyNumber_Negative(value)) : nb::borrow(value);
    if (!size.is_valid()) throw nb::python_error();
    const std::int64_t count = read_grid(size.ptr(), scale.quantity_decimals, what).count;
    if (count >= 0 && count <= kMostCount) return {negative > 0 ? -count : count};
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is {}, expected a finite quantity of at most {}", what,
                                                          shown(value), text(Quantity{kMostCount}, scale))});
}

Quantity read_not_negative(PyObject* value, const Scale& scale, const char* what) {
    const Quantity held = read_held(value, scale, what);
    if (held.count >= 0) return held;
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is {}, expected 0 or more", what, shown(value))});
}

void read_prices(const OrderArguments& read, PyObject* price, PyObject* stop_price, risk::OrderCheck& order) {
    const int decimals = read.market->instrument.scale.price_decimals;
    const bool waits = order.trigger != risk::Trigger::kNone;
    // A stop without stop_price waits at its price.
    if (waits && !order.has_limit && stop_price == Py_None) std::swap(price, stop_price);
    if (price != Py_None) {
        const GridNumber number = read_grid(price, decimals, "price");
        order.price = {number.count};
        order.price_rest = order.has_limit ? number.rest : risk::Rest::kNone;
    }
    if (stop_price != Py_None) {
        const GridNumber number = read_grid(stop_price, decimals, "stop_price");
        // 0 is no trigger price either, not a missing one.
        order.stop_price = {number.count == 0 && number.rest == risk::Rest::kNone ? -1 : number.count};
        order.stop_rest = number.rest;
    }
}

void read_order_type(PyObject* text, risk::OrderCheck& order) {
    const std::size_t type = choice(text, kTypes, "order_type");
    order.has_limit = type % 2 == 1;
    order.trigger = static_cast<risk::Trigger>(type / 2);
}

void read_side(PyObject* text, risk::OrderCheck& order) {
    order.side = choice(text, kSides, "side") == 0 ? Side::kBuy : Side::kSell;
}

void read_time_in_force(PyObject* text, risk::OrderCheck& order) {
    const std::size_t time = choice(text, kTimes, "time_in_force");
    order.is_immediate = time == 1 || time == 2;
}

void read_market_argument(PyObject* symbol, PyObject* market, OrderArguments& arguments) {
    const std::string_view name = text_in(symbol, "symbol");
    if (market == nullptr || market == Py_None) {
        // Another thread, or a number's own code, may load another table meanwhile.
        arguments.owned = {markets(), markets()->find(name)};
        arguments.market = arguments.owned.get();
        return;
    }
    const KnownMarket* known = market_in(market);
    if (known != nullptr) {
        const Market& found = *known->market;
        if (name != found.instrument.symbol && name != found.venue_symbol) {
            throw_error({ErrorCode::kInvalidArgument,
                         fmt::format("symbol is '{}', the market is that of {}", name, found.instrument.symbol)});
        }
        arguments.market = &found;
        arguments.prices = known->prices;
        return;
    }
    if (!PyDict_Check(market)) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("market is a {}, expected a Market or a dict", Py_TYPE(market)->tp_name)});
    }
    const KnownMarket read = read_market(name, nb::borrow<nb::dict>(market));
    arguments.owned = read.market;
    arguments.market = read.market.get();
    arguments.prices = read.prices;
}

risk::AccountCheck read_account(PyObject* values, const Scale& scale) {
    risk::AccountCheck account;
    if (values == nullptr || values == Py_None) return account;
    if (!PyDict_Check(values)) {
        throw_error(
            {ErrorCode::kInvalidArgument, fmt::format("account is a {}, expected a dict", Py_TYPE(values)->tp_name)});
    }
    constexpr std::array<std::string_view, 8> kNames = {
        "cash", "free", "position", "open_buys", "open_orders", "open_algo_orders", "open_iceberg_orders", "fee"};
    PyObject* key = nullptr;
    PyObject* value = nullptr;
    Py_ssize_t at = 0;
    while (PyDict_Next(values, &at, &key, &value) != 0) {
        const std::string name(text_in(key, "a name of account"));
        if (name == "cash") {
            account.cash = read_money(value, "account: cash");
        } else if (name == "free") {
            account.free = read_not_negative(value, scale, "account: free");
        } else if (name == "position") {
            account.position = read_held(value, scale, "account: position");
        } else if (name == "open_buys") {
            account.open_buys = read_not_negative(value, scale, "account: open_buys");
        } else if (name == "open_orders") {
            account.open_orders = read_count(value, name);
        } else if (name == "open_algo_orders") {
            account.open_algo_orders = read_count(value, name);
        } else if (name == "open_iceberg_orders") {
            account.open_iceberg_orders = read_count(value, name);
        } else if (name == "fee") {
            account.fee = read_fee(value);
        } else {
            throw_error(
                {ErrorCode::kInvalidArgument, fmt::format("account: '{}' is none of {}{}", name.substr(0, 64),
                                                          fmt::join(kNames, ", "), nearest_name(name, kNames))});
        }
    }
    return account;
}

}  // namespace

void read_shared(const SharedObjects& given, OrderArguments& read) {
    risk::OrderCheck& order = read.order;
    read.symbol = given.symbol;
    read_order_type(given.order_type, order);
    if (given.side != nullptr) read_side(given.side, order);
    if (given.time_in_force != nullptr) read_time_in_force(given.time_in_force, order);
    order.is_reduce_only = read_flag(given.reduce_only, "reduce_only");
    order.is_post_only = read_flag(given.post_only, "post_only");
    read_market_argument(given.symbol, given.market, read);
    if (read.market != nullptr) read.account = read_account(given.account, read.market->instrument.scale);
}

OrderArguments read_order_call(const char* function, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    enum Place : std::size_t { kSymbol, kSize, kPrice, kType, kSide, kStop, kTime, kReduce, kPost, kMarket, kAccount };
    constexpr std::array<const char*, 11> kNames = {"symbol",    "size",       "price",         "order_type",
                                                    "side",      "stop_price", "time_in_force", "reduce_only",
                                                    "post_only", "market",     "account"};
    const auto given = sort_arguments(function, kNames, 4, 4, args, count, names);
    OrderArguments read;
    read_shared({given[kSymbol], given[kType], given[kSide], given[kTime], given[kReduce], given[kPost], given[kMarket],
                 given[kAccount]},
                read);
    if (read.market == nullptr) return read;
    PyObject* const stop_price = given[kStop] == nullptr ? Py_None : given[kStop];
    read.size_type = type_of(given[kSize]);
    read.price_type = type_of(given[kPrice]);
    read.stop_type = type_of(stop_price == Py_None ? given[kPrice] : stop_price);
    const GridNumber size = read_grid(given[kSize], read.market->instrument.scale.quantity_decimals, "size");
    read.order.quantity = {size.count};
    read.order.quantity_rest = size.rest;
    read_prices(read, given[kPrice], stop_price, read.order);
    return read;
}

}  // namespace ct::python
