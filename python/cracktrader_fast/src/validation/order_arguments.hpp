#pragma once

#include <memory>

#include "ct/core/market.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"
#include "strategy/python.hpp"
#include "validation/grid_number.hpp"

namespace ct::python {

/// The arguments of validate_order and round_order, read.
struct OrderArguments {
    PyObject* symbol = nullptr;           ///< as it was given, borrowed
    std::shared_ptr<const Market> owned;  ///< keeps the market of a table or a dict
    const Market* market = nullptr;       ///< null for an unknown symbol
    risk::MarketPrices prices;
    risk::AccountCheck account;
    risk::OrderCheck order;
    NumberType size_type = NumberType::kFloat;
    NumberType price_type = NumberType::kFloat;
    NumberType stop_type = NumberType::kFloat;

    [[nodiscard]] risk::CheckContext context() const {
        return {market->instrument.scale, market->filters, prices, account};
    }
};

/// Reads a call of `function`. Throws nb::python_error: TypeError for arguments that do not fit the signature,
/// InvalidArgument for a text that is no side, type or time in force and for what is no number.
OrderArguments read_order_call(const char* function, PyObject* const* args, Py_ssize_t count, PyObject* names);

/// What one order and an array of them have in common, as a call gave it; null for what it did not.
struct SharedObjects {
    PyObject* symbol;
    PyObject* order_type;
    PyObject* side;
    PyObject* time_in_force;
    PyObject* reduce_only;
    PyObject* post_only;
    PyObject* market;
    PyObject* account;
};
/// Reads all but the numbers of the order. Throws nb::python_error.
void read_shared(const SharedObjects& given, OrderArguments& read);

}  // namespace ct::python
