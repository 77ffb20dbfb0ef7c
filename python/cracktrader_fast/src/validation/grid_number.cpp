#include "validation/grid_number.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include <fmt/format.h>
#include <nanobind/stl/string.h>

#include "ct/core/decimal.hpp"
#include "ct/core/filters.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/order_check.hpp"
#include "strategy/errors.hpp"
#include "strategy/numbers.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

using risk::Rest;

constexpr GridNumber kNotPositive{-1, Rest::kNone};
constexpr GridNumber kTooLarge{kMostCount + 1, Rest::kNone};
/// Up to here a count over a power of ten is the only decimal of its digits that reads back as its double.
constexpr double kMostExact = 1e15;
constexpr int kMostDigits = 38;

GridNumber on_grid(const Decimal& number, int decimals) {
    if (number.count < 0) return kNotPositive;
    int128 count = number.count;
    for (int have = number.decimals; have < decimals; ++have) {
        if (__builtin_mul_overflow(count, int128{10}, &count)) return kTooLarge;
    }
    Rest rest = Rest::kNone;
    if (number.decimals > decimals) {
        const int digits = number.decimals - decimals;
        // More than all digits of the number: not even a fifth of a count.
        if (digits > kMostDigits) return {0, count == 0 ? Rest::kNone : Rest::kBelowHalf};
        int128 unit = 1;
        for (int k = 0; k < digits; ++k) unit *= 10;
        const int128 left = count % unit;
        count /= unit;
        if (left != 0)
            rest = left < unit - left ? Rest::kBelowHalf : left == unit - left ? Rest::kHalf : Rest::kAboveHalf;
    }
    if (count > kMostCount) return kTooLarge;
    return {static_cast<std::int64_t>(count), rest};
}

/// What kind of double it is where no text is needed for that; true when `number` is the answer.
bool settle(double value, int decimals, GridNumber& number) {
    if (!(value >= 0) || std::isinf(value)) {
        number = kNotPositive;
        return true;
    }
    const double scaled = value * pow10_double(decimals);
    if (scaled >= static_cast<double>(kMostCount)) {
        number = kTooLarge;
        return true;
    }
    number.count = std::llrint(scaled);
    number.rest = Rest::kNone;
    return scaled < kMostExact && static_cast<double>(number.count) / pow10_double(decimals) == value;
}

/// Python's Decimal, imported at the first that is needed.
nb::handle decimal_type() {
    static const nb::handle kType = nb::object(nb::module_::import_("decimal").attr("Decimal")).release();
    return kType;
}

/// True for text of so few digits that its float stands for it alone.
bool is_exact(const std::string& text) {
    constexpr std::ptrdiff_t kFloatDigits = 15;
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) <= kFloatDigits;
}

std::string text_of(PyObject* value, const char* what) {
    if (type_of(value) == NumberType::kDecimal) return nb::cast<std::string>(nb::str(nb::handle(value)));
    return number_text(value, what);
}

/// Text on the grid. What has too many digits is too large, or an error.
GridNumber read_text(const std::string& text, int decimals, const char* what) {
    constexpr double kBeyondAll = 1e20;
    const auto number = parse_decimal(text);
    if (number) return on_grid(*number, decimals);
    if (number.error().code == ErrorCode::kOverflow) {
        const double near = std::strtod(text.c_str(), nullptr);
        if (near < 0) return kNotPositive;
        if (near > kBeyondAll) return kTooLarge;
    }
    throw_error({number.error().code, fmt::format("{}: {}", what, number.error().message)});
}

bool is_not_finite(PyObject* value) {
    if (PyUnicode_Check(value) || PyLong_Check(value) || PyFloat_Check(value)) return false;
    const double number = PyFloat_AsDouble(value);  // a Decimal's NaN or infinity
    if (number == -1.0 && PyErr_Occurred() != nullptr) {
        PyErr_Clear();
        return false;
    }
    return !std::isfinite(number);
}

}  // namespace

GridNumber read_grid(PyObject* value, int decimals, const char* what) {
    GridNumber number;
    if (PyFloat_Check(value)) {
        if (settle(PyFloat_AS_DOUBLE(value), decimals, number)) return number;
    } else if (PyLong_CheckExact(value)) {
        int overflow = 0;
        const long long whole = PyLong_AsLongLongAndOverflow(value, &overflow);
        if (overflow == 0) return on_grid({whole, 0}, decimals);
        return overflow < 0 ? kNotPositive : kTooLarge;
    } else if (is_not_finite(value)) {
        return kNotPositive;
    }
    return read_text(text_of(value, what), decimals, what);
}

NumberType type_of(PyObject* value) {
    if (PyFloat_Check(value) || PyLong_Check(value) || value == Py_None) return NumberType::kFloat;
    if (PyUnicode_Check(value)) return NumberType::kText;
    if (PyObject_IsInstance(value, decimal_type().ptr()) > 0) return NumberType::kDecimal;
    PyErr_Clear();
    return NumberType::kFloat;
}

GridNumber read_grid_fast(double value, int decimals) {
    GridNumber number;
    if (settle(value, decimals, number)) return number;
    if (number.count < static_cast<std::int64_t>(kMostExact)) {
        // No decimal of the grid reads back as this double: it lies between two.
        const bool above = static_cast<double>(number.count) / pow10_double(decimals) > value;
        return {number.count - (above ? 1 : 0), Rest::kBelowHalf};
    }
    const auto text = parse_decimal(fmt::format("{}", value));
    return text ? on_grid(*text, decimals) : kTooLarge;
}

Money read_money(PyObject* value, const char* what) {
    constexpr int kUsualDecimals = 6;
    GridNumber number;
    if (PyFloat_Check(value) && settle(PyFloat_AS_DOUBLE(value), kUsualDecimals, number) && number.count >= 0 &&
        number.count <= kMostCount) {
        return {int128{number.count} * pow10_int(Money::kDecimals - kUsualDecimals)};
    }
    const auto money = Money::parse(number_text(value, what));
    if (!money) throw_error({money.error().code, fmt::format("{}: {}", what, money.error().message)});
    return *money;
}

Rate read_rate(PyObject* value, const char* what) {
    const auto rate = Rate::parse_share(number_text(value, what));
    if (!rate) throw_error({rate.error().code, fmt::format("{}: {}", what, rate.error().message)});
    return *rate;
}

nb::object number_object(int128 count, int decimals, NumberType type) {
    const bool is_float = type == NumberType::kFloat && count < static_cast<int128>(kMostExact) &&
                          count > -static_cast<int128>(kMostExact);
    if (is_float) return nb::float_(static_cast<double>(count) / pow10_double(decimals));
    const std::string text = format_decimal(count, decimals);
    if (type == NumberType::kText) return nb::str(text.c_str(), text.size());
    if (type == NumberType::kDecimal) return decimal_type()(text.c_str());
    // Money counts its zeros too.
    const double number = std::strtod(text.c_str(), nullptr);
    return is_exact(text) ? nb::object(nb::float_(number)) : decimal_type()(text.c_str());
}

}  // namespace ct::python
