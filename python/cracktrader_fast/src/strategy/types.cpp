#include "strategy/types.hpp"

#include "strategy/bar_object.hpp"
#include "strategy/bars_view.hpp"
#include "strategy/column.hpp"
#include "strategy/context_object.hpp"
#include "strategy/line_object.hpp"
#include "strategy/python.hpp"
#include "strategy/snapshots.hpp"

namespace ct::python {

namespace {

constexpr const char* kCapsule = "cracktrader_fast._core._types";

const Types*& slot() {
    static const Types* types = nullptr;
    return types;
}

PyTypeObject* checked(PyTypeObject* type) {
    if (type == nullptr) throw nb::python_error();
    return type;
}

}  // namespace

const Types& types() { return *slot(); }

void make_types(nb::module_& core) {
    // Lives as long as the process: objects of these types may outlive the module.
    static Types made;
    made.column = checked(make_column_type());
    made.bar = checked(make_bar_type());
    made.line = checked(make_line_type());
    made.bars_view = checked(make_bars_view_type());
    made.context = checked(make_context_type());
    made.order = checked(make_order_type());
    made.fill = checked(make_fill_type());
    made.bracket = checked(make_bracket_type());
    made.timer = checked(make_timer_type());
    slot() = &made;
    for (PyTypeObject* type :
         {made.bar, made.line, made.bars_view, made.context, made.order, made.fill, made.bracket, made.timer}) {
        if (PyModule_AddType(core.ptr(), type) != 0) throw nb::python_error();
    }
    core.attr("_types") = nb::capsule(&made, kCapsule);
}

void borrow_types() {
    nb::module_::import_("cracktrader_fast._core");
    const void* const made = PyCapsule_Import(kCapsule, 0);
    if (made == nullptr) throw nb::python_error();
    slot() = static_cast<const Types*>(made);
}

}  // namespace ct::python
