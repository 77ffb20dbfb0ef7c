#include "validation/batch.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"
#include "indicators/numpy.hpp"
#include "strategy/arguments.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/text.hpp"
#include "validation/grid_number.hpp"
#include "validation/order_arguments.hpp"

namespace ct::python {

namespace {

/// From here on other threads may run meanwhile.
constexpr Py_ssize_t kReleaseFrom = 4096;

/// numpy has said why.
[[noreturn]] void refuse_column(const char* what) {
    nb::python_error why;
    if (!why.matches(PyExc_TypeError) && !why.matches(PyExc_ValueError) && !why.matches(PyExc_OverflowError)) {
        throw nb::python_error(std::move(why));
    }
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("{} is no array of numbers: {}", what, text_of(nb::str(why.value())))});
}

NumberColumn read_column(PyObject* value, const char* what, Py_ssize_t rows) {
    NumberColumn column;
    if (value == nullptr || value == Py_None) return column;
    column.array = nb::steal(PyArray_FROMANY(value, NPY_DOUBLE, 0, 1, NPY_ARRAY_CARRAY_RO));
    if (!column.array.is_valid()) refuse_column(what);
    PyArrayObject* const array = array_of(column.array.ptr());
    column.data = static_cast<const double*>(PyArray_DATA(array));
    column.stride = PyArray_NDIM(array);  // 1 for an array, 0 for a number
    if (column.stride == 1 && rows >= 0 && PyArray_DIM(array, 0) != rows) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{} has {} numbers, sizes {}", what, PyArray_DIM(array, 0), rows)});
    }
    return column;
}

risk::OrderCheck order_at(const BatchArguments& batch, Py_ssize_t row, const Scale& scale) {
    risk::OrderCheck order = batch.shared.order;
    const GridNumber size = read_grid_fast(batch.sizes[row], scale.quantity_decimals);
    order.quantity = {size.count};
    order.quantity_rest = size.rest;
    if (batch.prices.data != nullptr) {
        const GridNumber price = read_grid_fast(batch.prices[row], scale.price_decimals);
        order.price = {price.count};
        order.price_rest = order.has_limit ? price.rest : risk::Rest::kNone;
    }
    if (batch.stop_prices.data != nullptr) {
        const GridNumber stop = read_grid_fast(batch.stop_prices[row], scale.price_decimals);
        order.stop_price = {stop.count == 0 && stop.rest == risk::Rest::kNone ? -1 : stop.count};
        order.stop_rest = stop.rest;
    }
    return order;
}

}  // namespace

BatchArguments read_batch_call(PyObject* const* args, Py_ssize_t count, PyObject* names) {
    enum Place : std::size_t {
        kSymbol,
        kSizes,
        kPrices,
        kType,
        kSide,
        kStops,
        kTime,
        kReduce,
        kPost,
        kMarket,
        kAccount
    };
    constexpr std::array<const char*, 11> kNames = {"symbol",    "sizes",       "prices",        "order_type",
                                                    "side",      "stop_prices", "time_in_force", "reduce_only",
                                                    "post_only", "market",      "account"};
    const auto given = sort_arguments("validate_orders", kNames, 4, 4, args, count, names);
    need_numpy();
    BatchArguments batch;
    read_shared({given[kSymbol], given[kType], given[kSide], given[kTime], given[kReduce], given[kPost], given[kMarket],
                 given[kAccount]},
                batch.shared);
    batch.sizes = read_column(given[kSizes], "sizes", -1);
    if (batch.sizes.stride != 1) throw_error({ErrorCode::kInvalidArgument, "sizes is no array of one dimension"});
    batch.rows = PyArray_DIM(array_of(batch.sizes.array.ptr()), 0);
    batch.prices = read_column(given[kPrices], "prices", batch.rows);
    batch.stop_prices = read_column(given[kStops], "stop_prices", batch.rows);
    const risk::OrderCheck& order = batch.shared.order;
    if (order.trigger != risk::Trigger::kNone && !order.has_limit && batch.stop_prices.data == nullptr) {
        std::swap(batch.prices, batch.stop_prices);
    }
    return batch;
}

PyObject* run_batch(const BatchArguments& batch) {
    npy_intp rows = batch.rows;
    const nb::object codes = nb::steal(PyArray_SimpleNew(1, &rows, NPY_UINT8));
    if (!codes.is_valid()) throw nb::python_error();
    auto* const out = static_cast<std::uint8_t*>(PyArray_DATA(array_of(codes.ptr())));
    if (batch.shared.market == nullptr) {
        std::fill_n(out, rows, static_cast<std::uint8_t>(Reason::kUnknownSymbol));
        return codes.inc_ref().ptr();
    }
    const risk::CheckContext context = batch.shared.context();
    std::optional<nb::gil_scoped_release> free_gil;
    if (rows >= kReleaseFrom) free_gil.emplace();
    for (Py_ssize_t row = 0; row < rows; ++row) {
        out[row] = static_cast<std::uint8_t>(verdict(order_at(batch, row, context.scale), context).reason);
    }
    free_gil.reset();
    return codes.inc_ref().ptr();
}

}  // namespace ct::python
