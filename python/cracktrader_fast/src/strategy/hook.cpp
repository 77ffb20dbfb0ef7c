#include "strategy/hook.hpp"

#include <utility>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

Hook::Hook(nb::handle instance, const char* name) {
    if (!nb::hasattr(instance, name)) return;
    nb::object method = instance.attr(name);
    if (PyCallable_Check(method.ptr()) == 0) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{}.{} is a {}, expected a method", Py_TYPE(instance.ptr())->tp_name, name,
                                 Py_TYPE(method.ptr())->tp_name)});
    }
    const bool bound = PyMethod_Check(method.ptr()) != 0 && PyMethod_GET_SELF(method.ptr()) == instance.ptr();
    if (!bound) {
        callable_ = std::move(method);
        return;
    }
    nb::object function = nb::borrow(PyMethod_GET_FUNCTION(method.ptr()));
    const nb::object base = nb::module_::import_("cracktrader_fast._strategy").attr("Strategy");
    if (nb::hasattr(base, name) && function.is(base.attr(name))) return;
    callable_ = std::move(function);
    self_ = nb::borrow(instance);
}

}  // namespace ct::python
