#include "validation/bind.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nanobind/stl/string.h>

#include "ct/core/market.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/round_order.hpp"
#include "ct/risk/validate.hpp"
#include "ct/storage/markets_file.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"
#include "validation/batch.hpp"
#include "validation/market_object.hpp"
#include "validation/order_arguments.hpp"
#include "validation/validation_object.hpp"

namespace ct::python {

namespace {

[[noreturn]] void throw_unknown(std::string_view symbol) {
    throw_error(
        {ErrorCode::kNotFound, fmt::format("symbol '{}' is not in the {}, the nearest is '{}'", symbol.substr(0, 64),
                                           markets()->source(), markets()->nearest_name(symbol))});
}

PyObject* validate_order(PyObject* /*module*/, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return guarded([&] {
        const OrderArguments arguments = read_order_call("validate_order", args, count, names);
        if (arguments.market == nullptr) return make_unknown_symbol(arguments.symbol);
        return make_validation(arguments, risk::validate(arguments.order, arguments.context()));
    });
}

PyObject* round_order(PyObject* /*module*/, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return guarded([&] {
        const OrderArguments arguments = read_order_call("round_order", args, count, names);
        if (arguments.market == nullptr) throw_unknown(nb::cast<std::string>(nb::handle(arguments.symbol)));
        return make_rounded(arguments, risk::round_order(arguments.order, arguments.context()));
    });
}

PyObject* validate_orders(PyObject* /*module*/, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    return guarded([&]() -> PyObject* {
        const BatchArguments arguments = read_batch_call(args, count, names);
        return run_batch(arguments);
    });
}

nb::object find_market(const nb::object& named, const nb::object& filters, const nb::kwargs& prices) {
    const std::string_view symbol = text_argument(named.ptr(), "symbol");
    KnownMarket known;
    if (filters.is_none()) {
        const Market* const found = markets()->find(symbol);
        if (found == nullptr) throw_unknown(symbol);
        known = {std::shared_ptr<const Market>(markets(), found), {}, markets()->source()};
    } else if (!nb::isinstance<nb::dict>(filters)) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("filters is a {}, expected a dict", Py_TYPE(filters.ptr())->tp_name)});
    } else {
        known = read_market(symbol, nb::borrow<nb::dict>(filters));
    }
    for (const auto [key, value] : prices) {
        const std::string name = text_of(key);
        if (set_price(known, name, value.ptr())) continue;
        throw_type_error(fmt::format("market() got an unexpected keyword argument '{}'", name));
    }
    check_book(known);
    return wrap_market(std::move(known));
}

/// What was loaded, as a dict.
nb::dict table_info(const Markets& table) {
    nb::dict info;
    info["source"] = table.source();
    info["markets"] = table.all().size();
    nb::list left_out;
    for (const std::string& sentence : table.left_out()) left_out.append(sentence);
    info["left_out"] = nb::tuple(left_out);
    return info;
}

nb::dict load_markets(const nb::object& path, const nb::object& exchange) {
    if (path.is_none()) {
        set_markets(nullptr);
        return table_info(*markets());
    }
    const std::string file = path_argument(path, "path");
    set_markets(
        std::make_shared<const Markets>(take(storage::load_markets(file, text_argument(exchange.ptr(), "exchange")))));
    return table_info(*markets());
}

nb::tuple reasons() {
    nb::list list;
    for (int k = 0; k <= static_cast<int>(Reason::kUnknownSymbol); ++k) list.append(name(static_cast<Reason>(k)));
    return nb::tuple(list);
}

template <class Function>
PyCFunction as_method(Function function) {
    return reinterpret_cast<PyCFunction>(reinterpret_cast<void (*)()>(function));
}

}  // namespace

void bind_validation(nb::module_& module) {
    make_market_type(module);
    make_validation_types(module);
    static PyMethodDef methods[] = {
        {"validate_order", as_method(validate_order), METH_FASTCALL | METH_KEYWORDS,
         "validate_order($module, symbol, size, price, order_type, *, side='buy', stop_price=None,\n"
         "               time_in_force='gtc', reduce_only=False, post_only=False, market=None, account=None)\n--\n\n"
         "Checks an order against the filters of its market and what is known of the account.\n\n"
         "symbol: as in 'BTC/USDT' or 'BTCUSDT'; an unknown one is a reason.\n"
         "size, price, stop_price: floats by their shortest text, ints, Decimals or text, all exact. A market order "
         "may\n"
         "    have None or the expected price; a stop without stop_price waits at its price.\n"
         "order_type: 'market', 'limit', 'stop', 'stop_limit', 'take_profit' or 'take_profit_limit'.\n"
         "time_in_force: 'gtc', 'ioc', 'fok', 'gtd' or 'day'.\n"
         "market: a Market of market(), or a dict of filters and prices; without it that of the table of "
         "load_markets().\n"
         "account: a dict of what is known: cash, free, position, open_buys, open_orders, open_algo_orders,\n"
         "    open_iceberg_orders, fee.\n\n"
         "Returns a Validation, true when the order is ok. Raises InvalidArgument for what is no number, side, type "
         "or\n"
         "time in force. See docs/validation.md."},
        {"validate_orders", as_method(validate_orders), METH_FASTCALL | METH_KEYWORDS,
         "validate_orders($module, symbol, sizes, prices, order_type, *, side='buy', stop_prices=None,\n"
         "                time_in_force='gtc', reduce_only=False, post_only=False, market=None, account=None)\n--\n\n"
         "validate_order for arrays of float64: the code of each order as uint8, 0 where it is ok, else its place in\n"
         "reasons(). prices and stop_prices are an array, one number or None. Each order is checked by itself; of an\n"
         "unknown symbol all have the code of unknown_symbol."},
        {"round_order", as_method(round_order), METH_FASTCALL | METH_KEYWORDS,
         "round_order($module, symbol, size, price, order_type, *, side='buy', stop_price=None,\n"
         "            time_in_force='gtc', reduce_only=False, post_only=False, market=None, account=None)\n--\n\n"
         "The nearest valid order: a buy limit down and a sell limit up to a tick, a trigger price away from the "
         "market,\n"
         "a size down to a lot; then into the range of its filters. Takes what validate_order takes. Returns a\n"
         "RoundedOrder, which names what it changed. Raises NotFound for an unknown symbol."},
        {nullptr, nullptr, 0, nullptr},
    };
    if (PyModule_AddFunctions(module.ptr(), methods) != 0) throw nb::python_error();
    module.def("market", find_market, nb::arg("symbol").none(), nb::arg("filters") = nb::none(), nb::arg("prices"),
               "market(symbol, filters=None, *, last=None, average=None, bid=None, ask=None)\n\n"
               "A market of the table of load_markets(), or of a dict of filters, with what is known of its prices.\n"
               "Raises NotFound for an unknown symbol, InvalidData for filters that no order can pass.");
    module.def(
        "load_markets", load_markets, nb::arg("path").none(), nb::arg("exchange").none() = "binance",
        "load_markets(path, exchange='binance')\n\n"
        "Replaces the table of markets: by the JSON of Binance's exchangeInfo, or by Lean's symbol properties of\n"
        "an exchange, plain, gzip or zip; by the bundled table for None. Returns {source, markets, left_out}.");
    module.def("reasons", reasons, "reasons()\n\nThe names of the codes of validate_orders, by code.");
}

}  // namespace ct::python
