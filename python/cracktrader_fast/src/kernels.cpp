#include "kernels.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "buffer.hpp"
#include "ct/core/result.hpp"
#include "ct/indicators/rsi.hpp"
#include "ct/indicators/sma.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

constexpr std::size_t kLongestWindow = indicators::Sma::kMaxPeriod;
/// Shorter inputs are done before another thread could make use of the interpreter.
constexpr std::size_t kReleaseFrom = 20'000;

bool is_plain(nb::handle object) {
    Py_buffer view;
    if (PyObject_GetBuffer(object.ptr(), &view, PyBUF_ND | PyBUF_FORMAT) != 0) {
        PyErr_Clear();
        return false;
    }
    const bool plain = view.ndim == 1 && view.format != nullptr && std::string(view.format) == "d";
    PyBuffer_Release(&view);
    return plain;
}

/// Float64 in one piece: the object's own memory where it is that already, else a copy by numpy.
std::unique_ptr<Buffer> read_prices(nb::handle prices) {
    if (is_plain(prices)) return std::make_unique<Buffer>(prices, "prices");
    const nb::module_ numpy = nb::module_::import_("numpy");
    nb::object array;
    try {
        array = numpy.attr("asarray")(prices, nb::arg("dtype") = numpy.attr("float64"), nb::arg("order") = "C");
    } catch (const nb::python_error& error) {
        if (!error.matches(PyExc_ValueError) && !error.matches(PyExc_TypeError)) throw;
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("prices cannot be read as numbers: {}", nb::str(error.value()).c_str())});
    }
    return std::make_unique<Buffer>(array, "prices");
}

std::size_t read_window(nb::handle window) {
    const Py_ssize_t value = PyNumber_AsSsize_t(window.ptr(), nullptr);  // clips what does not fit
    if (value == -1 && PyErr_Occurred() != nullptr) {
        PyErr_Clear();
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("window is a {}, expected a whole number", Py_TYPE(window.ptr())->tp_name)});
    }
    if (value < 1 || std::cmp_greater(value, kLongestWindow)) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("window is {}, expected 1 to {}", nb::str(window).c_str(), kLongestWindow)});
    }
    return static_cast<std::size_t>(value);
}

template <class Kernel>
nb::object run(nb::handle prices, nb::handle window) {
    const std::size_t period = read_window(window);
    const auto input = read_prices(prices);
    const auto in = input->values<double>();
    nb::object result = nb::module_::import_("numpy").attr("empty")(in.size());
    Py_buffer view;
    if (PyObject_GetBuffer(result.ptr(), &view, PyBUF_CONTIG) != 0) throw nb::python_error();
    const std::unique_ptr<Py_buffer, void (*)(Py_buffer*)> held(&view, PyBuffer_Release);
    std::optional<nb::gil_scoped_release> free_gil;
    if (in.size() >= kReleaseFrom) free_gil.emplace();
    Kernel(period).run(in, {static_cast<double*>(view.buf), in.size()});
    free_gil.reset();
    return result;
}

}  // namespace

void bind_kernels(nb::module_& module) {
    module.def("sma", run<indicators::Sma>, nb::arg("prices").none(), nb::arg("window").none() = 20,
               "sma(prices, window=20) -> numpy.ndarray\n\n"
               "Simple moving average: float64, as long as prices, NaN in the first window - 1 places.\n\n"
               "prices: one dimension; an array of float64 in one piece is read where it lies, anything else is\n"
               "converted. window: 1 to 1048576 values. Raises InvalidArgument (a ValueError).\n\n"
               "    sma([1.0, 2.0, 3.0, 4.0], window=2)   # [nan, 1.5, 2.5, 3.5]");
    module.def(
        "rsi", run<indicators::Rsi>, nb::arg("prices").none(), nb::arg("window").none() = 14,
        "rsi(prices, window=14) -> numpy.ndarray\n\n"
        "Wilder's relative strength index, 0 to 100: float64, as long as prices, NaN in the first window places.\n\n"
        "Arguments and errors are those of sma.\n\n"
        "    rsi([1.0, 2.0, 3.0, 2.0], window=2)   # [nan, nan, 100.0, 50.0]");
}

}  // namespace ct::python
