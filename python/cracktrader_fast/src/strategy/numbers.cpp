#include "strategy/numbers.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
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
    if (!text.is_valid()) throw nb::python_error();
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

/// Decimal text on a grid, up or down.
std::int64_t on_grid(const std::string& text, int decimals, bool up, const char* what) {
    const auto number = parse_decimal(text);
    if (!number) throw_error({number.error().code, fmt::format("{}: {}", what, number.error().message)});
    int128 count = number->count;
    for (int have = number->decimals; have < decimals; ++have) {
        if (__builtin_mul_overflow(count, int128{10}, &count)) count = std::numeric_limits<int128>::max();
    }
    for (int have = number->decimals; have > decimals; --have) {
        count = divide(count, 10, up ? Rounding::kCeil : Rounding::kFloor);
    }
    if (count > std::numeric_limits<std::int64_t>::max() || count < std::numeric_limits<std::int64_t>::min()) {
        throw_error(
            {ErrorCode::kOverflow, fmt::format("{} {} does not fit 64 bits with {} decimals", what, text, decimals)});
    }
    return static_cast<std::int64_t>(count);
}

void check_positive(bool positive, nb::handle value, const char* what) {
    if (positive) return;
    throw_error({ErrorCode::kInvalidArgument, fmt::format("{} must be above 0, not {}", what, str_of(value))});
}

}  // namespace

std::string number_text(nb::handle value, const char* what) {
    PyObject* const object = value.ptr();
    if (PyBool_Check(object)) not_a_number(value, what);
    if (const auto number = as_double(value); number && !PyLong_Check(object)) return float_text(*number);
    if (PyLong_Check(object) || PyUnicode_Check(object)) return str_of(value);
    const std::string text = str_of(value);  // Decimal, numpy's scalars
    if (!parse_decimal(text)) not_a_number(value, what);
    return text;
}

Quantity read_size(nb::handle value, engine::Context& ctx, InstrumentIndex instrument, Price price) {
    if (const auto number = as_double(value)) {
        const Quantity quantity = take(ctx.quantity(instrument, *number));
        check_positive(*number > 0, value, "size");
        return quantity;
    }
    const auto size = take(strategies::OrderSize::parse(number_text(value, "size")));
    if (price.count <= 0 && PyUnicode_Check(value.ptr())) {
        throw_error({ErrorCode::kInvalidArgument, fmt::format("size '{}' needs a price, and {} has no closed bar yet",
                                                              str_of(value), ctx.instrument(instrument).symbol)});
    }
    return ctx.in_lots(instrument,
                       take(size.at(price, ctx.equity_in_quote(instrument), ctx.instrument(instrument).scale)));
}

Price read_limit(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, Side side) {
    if (const auto number = as_double(value)) {
        const Price price = take(ctx.limit_price(instrument, side, *number));
        check_positive(*number > 0, value, "limit");
        return price;
    }
    const int decimals = ctx.instrument(instrument).scale.price_decimals;
    const std::int64_t count = on_grid(number_text(value, "limit"), decimals, side == Side::kSell, "limit");
    check_positive(count >= 0, value, "limit");
    return {count};
}

Price read_stop(nb::handle value, const engine::Context& ctx, InstrumentIndex instrument, Side side) {
    if (const auto number = as_double(value)) {
        const Price price = take(ctx.stop_price(instrument, side, *number));
        check_positive(*number > 0, value, "stop");
        return price;
    }
    const int decimals = ctx.instrument(instrument).scale.price_decimals;
    const std::int64_t count = on_grid(number_text(value, "stop"), decimals, side == Side::kBuy, "stop");
    check_positive(count >= 0, value, "stop");
    return {count};
}

}  // namespace ct::python
