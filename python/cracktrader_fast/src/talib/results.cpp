#include "talib/results.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "indicators/arrays.hpp"
#include "strategy/python.hpp"
#include "talib/function.hpp"

namespace ct::python::talib {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

}  // namespace

Results::Results(const Function& function, std::size_t rows) : kinds_(function.outputs), rows_(rows) {
    const auto size = static_cast<npy_intp>(rows);
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
        arrays_[k] = nb::steal(new_array({&size, 1}, !is_real(k)));
        if (!arrays_[k].is_valid()) throw nb::python_error();
    }
}

void Results::clear(std::size_t from, std::size_t to) const {
    for (std::size_t k = 0; k < size(); ++k) {
        if (is_real(k))
            std::fill(reals(k) + from, reals(k) + to, kNan);
        else
            std::fill(integers(k) + from, integers(k) + to, 0);
    }
}

void Results::poison(std::size_t row) const {
    for (std::size_t k = 0; k < size(); ++k) {
        if (!is_real(k)) continue;
        double* const end = reals(k) + rows_;
        std::fill(std::find_if(reals(k) + row, end, [](double value) { return std::isnan(value); }), end, kNan);
    }
}

PyObject* Results::give() {
    if (size() == 1) return arrays_[0].release().ptr();
    const nb::object tuple = nb::steal(PyTuple_New(static_cast<Py_ssize_t>(size())));
    if (!tuple.is_valid()) throw nb::python_error();
    for (std::size_t k = 0; k < size(); ++k)
        PyTuple_SET_ITEM(tuple.ptr(), static_cast<Py_ssize_t>(k), arrays_[k].release().ptr());
    return Py_NewRef(tuple.ptr());
}

}  // namespace ct::python::talib
