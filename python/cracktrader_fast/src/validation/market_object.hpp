#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ct/core/market.hpp"
#include "ct/risk/order_check.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// A market with what is known of its prices.
struct KnownMarket {
    std::shared_ptr<const Market> market;
    risk::MarketPrices prices;
    std::string source;
};

/// The Python type of one.
struct MarketObject {
    PyObject_HEAD KnownMarket* known;
};

/// Makes the type and adds it to the module. Throws nb::python_error.
void make_market_type(nb::module_& module);
/// Null when the object is none.
const KnownMarket* market_in(PyObject* object);
nb::object wrap_market(KnownMarket known);

/// The table that is used where no market is given: the bundled one until another is loaded.
const std::shared_ptr<const Markets>& markets();
void set_markets(std::shared_ptr<const Markets> table);

/// A market out of a dict: names of filters and their values, or a symbol of Binance's exchangeInfo; and prices (last,
/// average, bid, ask). Throws nb::python_error.
KnownMarket read_market(std::string_view symbol, const nb::dict& values);
/// Sets a price by its name; false for another name. Throws nb::python_error.
bool set_price(KnownMarket& market, std::string_view name, PyObject* value);
/// Throws nb::python_error, InvalidArgument, where the bid lies above the ask.
void check_book(const KnownMarket& market);

}  // namespace ct::python
