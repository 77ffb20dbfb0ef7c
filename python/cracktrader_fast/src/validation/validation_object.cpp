#include "validation/validation_object.hpp"

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>

#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/risk/checks_off.hpp"
#include "ct/risk/order_check.hpp"
#include "ct/risk/round_order.hpp"
#include "ct/risk/validate.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/type_spec.hpp"
#include "validation/grid_number.hpp"
#include "validation/market_object.hpp"
#include "validation/order_arguments.hpp"

namespace ct::python {

namespace {

/// Plain data: what the attributes are made of when they are asked for.
struct ValidationObject {
    PyObject_HEAD risk::Validation validation;
    risk::OrderCheck order;
    risk::ChecksOff off;
    Scale scale;
    NumberType number;  ///< of the limit and the nearest value
    PyObject* symbol;   ///< an unknown one, else null
};

PyTypeObject*& type() {
    static PyTypeObject* made = nullptr;
    return made;
}
PyTypeObject*& rounded_type() {
    static PyTypeObject* made = nullptr;
    return made;
}

ValidationObject& object_of(PyObject* self) { return *reinterpret_cast<ValidationObject*>(self); }

void dealloc(PyObject* self) {
    PyTypeObject* const of = Py_TYPE(self);
    Py_XDECREF(object_of(self).symbol);
    PyObject_Free(self);
    Py_DECREF(of);
}

ValidationObject& make_object() {
    auto* const made = PyObject_New(ValidationObject, type());
    if (made == nullptr) throw nb::python_error();
    made->symbol = nullptr;
    return *made;
}

std::string symbol_text(const ValidationObject& object) { return nb::cast<std::string>(nb::handle(object.symbol)); }
std::string nearest_symbol(const ValidationObject& object) {
    return std::string(markets()->nearest_name(symbol_text(object)));
}

std::string message_of(const ValidationObject& object) {
    if (object.symbol == nullptr) return message(object.validation, object.order, object.scale);
    return fmt::format("symbol '{}' is not in the {}, the nearest is '{}'", symbol_text(object).substr(0, 64),
                       markets()->source(), nearest_symbol(object));
}

nb::object amount_object(const risk::Amount& amount, const Scale& scale, NumberType number) {
    using Unit = risk::Amount::Unit;
    switch (amount.unit) {
        case Unit::kPrice:
            return number_object(amount.count, scale.price_decimals, number);
        case Unit::kQuantity:
            return number_object(amount.count, scale.quantity_decimals, number);
        case Unit::kMoney:
            return number_object(amount.count, Money::kDecimals, number);
        case Unit::kWhole:
            return nb::int_(static_cast<std::int64_t>(amount.count));
        case Unit::kNone:
            break;
    }
    return nb::none();
}

PyObject* get_ok(PyObject* self, void* /*closure*/) { return PyBool_FromLong(object_of(self).validation.ok() ? 1 : 0); }
PyObject* get_code(PyObject* self, void* /*closure*/) {
    return PyLong_FromLong(static_cast<long>(object_of(self).validation.reason));
}
PyObject* get_reason(PyObject* self, void* /*closure*/) {
    const risk::Validation& validation = object_of(self).validation;
    return PyUnicode_InternFromString(validation.ok() ? "" : name(validation.reason));
}
PyObject* get_field(PyObject* self, void* /*closure*/) {
    const risk::Validation& validation = object_of(self).validation;
    return PyUnicode_InternFromString(validation.ok() ? "" : risk::name(validation.field));
}
PyObject* get_limit(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        const ValidationObject& object = object_of(self);
        return amount_object(object.validation.limit, object.scale, object.number).release().ptr();
    });
}
PyObject* get_nearest(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        const ValidationObject& object = object_of(self);
        if (object.symbol != nullptr) return nb::cast(nearest_symbol(object)).release().ptr();
        return amount_object(object.validation.nearest, object.scale, object.number).release().ptr();
    });
}
PyObject* get_message(PyObject* self, void* /*closure*/) {
    return guarded([&] { return nb::cast(message_of(object_of(self))).release().ptr(); });
}
PyObject* get_filters_off(PyObject* self, void* /*closure*/) {
    return guarded([&] {
        nb::list list;
        for (const std::string_view off : object_of(self).off.names()) list.append(nb::cast(off));
        return nb::tuple(list).release().ptr();
    });
}
PyObject* repr(PyObject* self) {
    return guarded([&] {
        const ValidationObject& object = object_of(self);
        const std::string text =
            object.validation.ok()
                ? "<validation: ok>"
                : fmt::format("<validation: {}: {}>", name(object.validation.reason), message_of(object));
        return nb::cast(text).release().ptr();
    });
}
int is_true(PyObject* self) { return object_of(self).validation.ok() ? 1 : 0; }

PyStructSequence_Field rounded_fields[] = {
    {"size", "On the lots of the market."},
    {"price", "On its ticks; of an order without a limit as it was given."},
    {"stop_price", "On its ticks, None where the order has no trigger."},
    {"changed", "The names of the fields that are not as they were given."},
    {"validation", "What no rounding can mend; its ok says whether the order is valid."},
    {nullptr, nullptr},
};

}  // namespace

void make_validation_types(nb::module_& module) {
    static PyGetSetDef properties[] = {
        {"ok", get_ok, nullptr, "True when the order passes every check.", nullptr},
        {"reason", get_reason, nullptr, "Why not, as in 'tick_size'; '' when it is ok.", nullptr},
        {"code", get_code, nullptr, "The reason as a number, 0 when it is ok: its place in reasons().", nullptr},
        {"field", get_field, nullptr, "The part of the order that is wrong, as in 'price'; '' when it is ok.", nullptr},
        {"limit", get_limit, nullptr, "What the filter demands, in the type of the field; None without a number.",
         nullptr},
        {"nearest", get_nearest, nullptr,
         "The nearest value with which the field passes, in the type in which it was given (a\n"
         "Decimal where no float is exact); None without one.",
         nullptr},
        {"message", get_message, nullptr, "One sentence; '' when it is ok.", nullptr},
        {"filters_off", get_filters_off, nullptr,
         "The filters and checks that the order was not held to: not in the metadata, or of a number not known.",
         nullptr},
        {nullptr, nullptr, nullptr, nullptr, nullptr},
    };
    static PyType_Slot slots[] = {
        {Py_tp_doc, doc_slot("What validate_order found. True when the order is ok.")},
        {Py_tp_dealloc, reinterpret_cast<void*>(dealloc)},
        {Py_tp_repr, reinterpret_cast<void*>(repr)},
        {Py_tp_getset, properties},
        {Py_nb_bool, reinterpret_cast<void*>(is_true)},
        {0, nullptr},
    };
    type() = make_type<ValidationObject>("cracktrader_fast.Validation", slots);
    static PyStructSequence_Desc description = {"cracktrader_fast.RoundedOrder",
                                                "An order on the ticks and lots of its market.", rounded_fields, 5};
    rounded_type() = PyStructSequence_NewType(&description);
    for (PyTypeObject* made : {type(), rounded_type()}) {
        if (made == nullptr || PyModule_AddType(module.ptr(), made) != 0) throw nb::python_error();
    }
}

PyObject* make_validation(const OrderArguments& arguments, const risk::Validation& validation) {
    ValidationObject& made = make_object();
    made.validation = validation;
    made.order = arguments.order;
    made.off = risk::ChecksOff::of(arguments.order, arguments.context());
    made.scale = arguments.market->instrument.scale;
    made.number = validation.field == risk::Field::kPrice       ? arguments.price_type
                  : validation.field == risk::Field::kStopPrice ? arguments.stop_type
                                                                : arguments.size_type;
    return reinterpret_cast<PyObject*>(&made);
}

PyObject* make_unknown_symbol(PyObject* symbol) {
    ValidationObject& made = make_object();
    made.validation = {Reason::kUnknownSymbol, risk::Field::kSymbol, {}, {}};
    made.order = {};
    made.off = {};
    made.scale = {};
    made.number = NumberType::kFloat;
    made.symbol = Py_NewRef(symbol);
    return reinterpret_cast<PyObject*>(&made);
}

PyObject* make_rounded(const OrderArguments& arguments, const risk::Rounded& rounded) {
    const risk::OrderCheck& order = rounded.order;
    const Scale& scale = arguments.market->instrument.scale;
    OrderArguments after = arguments;
    after.order = order;
    const nb::object result = nb::steal(PyStructSequence_New(rounded_type()));
    if (!result.is_valid()) throw nb::python_error();
    const auto set = [&](Py_ssize_t at, nb::object value) {
        PyStructSequence_SET_ITEM(result.ptr(), at, value.release().ptr());
    };
    const auto positive = [&](std::int64_t count, int decimals, NumberType number) {
        return count > 0 ? number_object(count, decimals, number) : nb::none();
    };
    nb::list changed;
    if (rounded.quantity_changed) changed.append("size");
    if (rounded.price_changed) changed.append("price");
    if (rounded.stop_changed) changed.append("stop_price");
    set(0, positive(order.quantity.count, scale.quantity_decimals, arguments.size_type));
    set(1, positive(order.price.count, scale.price_decimals, arguments.price_type));
    set(2, positive(order.stop_price.count, scale.price_decimals, arguments.stop_type));
    set(3, nb::tuple(changed));
    set(4, nb::steal(make_validation(after, rounded.left)));
    return result.inc_ref().ptr();
}

}  // namespace ct::python
