#include "strategy/numbers.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/grid.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/strategies/size.hpp"
#include "strategy/errors.hpp"
#include "strategy/float_slot.hpp"
#include "strategy/line_object.hpp"
#include "strategy/python.hpp"
#include "strategy/types.hpp"

namespace ct::python {

namespace {

[[noreturn]] void not_a_number(nb::handle value, const char* what) {
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("{} is a {}, expected a number", what, Py_TYPE(value.ptr())->tp_name)});
}

std::string float_text(double value) {
    const std::unique_ptr<char, void (*)(void*)> text(PyOS_double_to_string(value, 'r', 0, 0, nullptr), PyMem_Free);
    if (!text) throw nb::python_error();
    return text.get();
}

std::string str_of(nb::handle value) {
    const nb::object text = nb::steal(PyObject_Str(value.ptr()));
    if (!text.is_valid()) {
        // Python writes out no int of thousands of digits.
        if (!PyLong_Check(value.ptr())) throw nb::python_error();
        PyErr_Clear();
        throw_error({ErrorCode::kOverflow, "an int of thousands of digits does not fit 128 bits"});
    }
    Py_ssize_t size = 0;
    const char* const bytes = PyUnicode_AsUTF8AndSize(text.ptr(), &size);
    if (bytes == nullptr) throw nb::python_error();
    return {bytes, static_cast<std::size_t>(size)};
}

/// A value that has a double and no more digits than that: a float, a line, an int below 2^53. Else nothing.
std::optional<double> as_double(nb::handle value) {
    constexpr std::int64_t kMostExact = 9'007'199'254'740'992;
    if (PyFloat_Check(value.ptr())) return PyFloat_AS_DOUBLE(value.ptr());
    if (Py_IS_TYPE(value.ptr(), types().line)) return float_in(reinterpret_cast<LineObject*>(value.ptr())->value);
    if (PyLong_CheckExact(value.ptr())) {
        int overflow = 0;
        const long long whole = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
        if (overflow == 0 && whole < kMostExact && whole > -kMostExact) return static_cast<double>(whole);
    }
    return std::nullopt;
}

[[noreturn]] void out_of_bounds(nb::handle value, const char* what, const char* bound) {
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} must be {}, not {}", what, bound, str_of(value))});
}

/// A decimal number on a grid, up or down.
std::int64_t on_grid(const Decimal& number, int decimals, bool up, const char* what) {
    int128 count = number.count;
    for (int have = number.decimals; have < decimals; ++have) {
        if (__builtin_mul_overflow(count, int128{10}, &count)) count = std::numeric_limits<int128>::max();
    }
    for (int have = number.decimals; have > decimals; --have) {
        count = divide(count, 10, up ? Rounding::kCeil : Rounding::kFloor);
    }
    if (count > std::numeric_limits<std::int64_t>::max() || count < std::numeric_limits<std::int64_t>::min()) {
        throw_error({ErrorCode::kOverflow, fmt::format("{} does not fit 64 bits with {} decimals", what, decimals)});
    }
    return static_cast<std::int64_t>(count);
}

/// A number on a grid: floored, the other way when it is negative or `up`. `sign` is its own.
std::int64_t read_count(nb::handle value, int decimals, bool up, const char* what, int& sign) {
    if (const auto number = as_double(value)) {
        sign = *number > 0 ? 1 : *number < 0 ? -1 : 0;
        return take(to_grid(*number, decimals, up, what));
    }
    const auto number = parse_decimal(number_text(value, what));
    if (!number) throw_error({number.error().code, fmt::format("{}: {}", what, number.error().message)});
    sign = number->count > 0 ? 1 : number->count < 0 ? -1 : 0;
    return on_grid(*number, decimals, up, what);
}

std::int64_t read_positive(nb::handle value, int decimals, bool up, const char* what) {
    int sign = 0;
    const std::int64_t count = read_count(value, decimals, up, what, sign);
    if (sign <= 0) out_of_bounds(value, what, "above 0");
    return count;
}

}  // namespace

std::string number_text(nb::handle value, const char* what) {
    PyObject* const object = value.ptr();
    if (PyBool_Check(object)) not_a_number(value, what);
    if (const auto number = as_double(value); number && !PyLong_Check(object)) return float_text(*number);
    if (PyLong_Check(object) || PyUnicode_Check(object)) return str_of(value);
    std::string text = str_of(value);  // Decimal, numpy's scalars
    if (const auto number = parse_decimal(text); number || number.error().code == ErrorCode::kOverflow) return text;
    if (PyNumber_Check(object) == 0 || PyComplex_Check(object)) not_a_number(value, what);
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} is {}, expected a finite number", what, text)});
}

Quantity read_size(nb::handle value, engine::Context& ctx, InstrumentIndex instrument, Price price) {
    const Scale& scale = ctx.instrument(instrument).scale;
    if (as_double(value)) return read_quantity(value, ctx, instrument, "size");
    const auto size = take(strategies::OrderSize::parse(number_text(value, "size")));
    if (price.count <= 0 && PyUnicode_Check(value.ptr())) {
        throw_error({ErrorCode::kInvalidArgument, fmt::format("size '{}' needs a price, and {} has no closed bar yet",
                                                              str_of(value), ctx.instrument(instrument).symbol)});
    }
    return ctx.in_lots(instrument, take(size.at(price, ctx.equity_in_quote(instrument), scale)));
}

Quantity read_quantity(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, const char* what) {
    const int decimals = ctx.instrument(instrument).scale.quantity_decimals;
    return ctx.in_lots(instrument, {read_positive(value, decimals, false, what)});
}

Quantity read_target(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument) {
    const int decimals = ctx.instrument(instrument).scale.quantity_decimals;
    int sign = 0;
    const std::int64_t floor = read_count(value, decimals, false, "target", sign);
    return ctx.in_lots(instrument, {sign < 0 ? read_count(value, decimals, true, "target", sign) : floor});
}

Price read_price(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, bool up, const char* what) {
    const int decimals = ctx.instrument(instrument).scale.price_decimals;
    return ctx.on_tick(instrument, {read_positive(value, decimals, up, what)}, up);
}

Price read_offset(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, const char* what) {
    int sign = 0;
    const std::int64_t count = read_count(value, ctx.instrument(instrument).scale.price_decimals, true, what, sign);
    if (sign < 0) out_of_bounds(value, what, "0 or above");
    return ctx.on_tick(instrument, {count}, true);
}

Rate read_percent(nb::handle value, const char* what) {
    constexpr int kPercentDecimals = Rate::kDecimals - 2;
    const Rate rate{read_positive(value, kPercentDecimals, true, what)};
    if (rate.count >= Rate::kOne) out_of_bounds(value, what, "below 100 (percent)");
    return rate;
}

double read_number(nb::handle value, const char* what) {
    if (const auto number = as_double(value)) return *number;
    const std::string text = number_text(value, what);
    const double number = PyOS_string_to_double(text.c_str(), nullptr, PyExc_OverflowError);
    if (number != -1.0 || PyErr_Occurred() == nullptr) return number;
    PyErr_Clear();
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{}: '{}' is not a number", what, text)});
}

}  // namespace ct::python
