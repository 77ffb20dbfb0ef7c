#include <csignal>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "cracktrader/cli.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/strategies/registry.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/types.hpp"

namespace {

namespace cli = ct::cli;
namespace python = ct::python;

using Texts = std::vector<std::pair<std::string, std::string>>;

ct::Result<cli::LoadedStrategy> load(std::string_view spec, const ct::strategies::Parameters& given,
                                     const python::KeptException& exception) {
    try {
        nb::dict parameters;
        for (const auto& [name, value] : given) parameters[nb::str(name.c_str())] = value;
        const nb::object loaded = nb::module_::import_("cracktrader._loader").attr("load")(spec, parameters);
        auto name = nb::cast<std::string>(loaded[1]);
        auto strategy = std::make_unique<python::PythonStrategy>(
            nb::borrow(loaded[0]), name, python::PythonStrategy::Options{.share_output = true, .exception = exception});
        return cli::LoadedStrategy{std::move(strategy), std::move(name), nb::cast<Texts>(loaded[2])};
    } catch (nb::python_error& error) {
        ct::Error failure = python::error_of(error);
        if (failure.code == ct::ErrorCode::kStrategyFailed) exception->emplace(std::move(error));
        return ct::fail(failure.code, std::move(failure.message));
    }
}

ct::Result<ct::data::BarSeries> read_pickle(const std::string& path) {
    try {
        const nb::object columns = nb::module_::import_("cracktrader._pickled").attr("read")(path);
        ct::data::BarSeries bars;
        bars.time_ns = nb::cast<std::vector<ct::TimeNs>>(columns[0]);
        bars.open = nb::cast<std::vector<double>>(columns[1]);
        bars.high = nb::cast<std::vector<double>>(columns[2]);
        bars.low = nb::cast<std::vector<double>>(columns[3]);
        bars.close = nb::cast<std::vector<double>>(columns[4]);
        bars.volume = nb::cast<std::vector<double>>(columns[5]);
        return bars;
    } catch (const nb::python_error& error) {
        return tl::make_unexpected(python::error_of(error));
    }
}

void flush(const char* stream) { nb::module_::import_("sys").attr(stream).attr("flush")(); }

/// Runs the command line and returns the exit code. C++ writes to the standard streams by itself: what Python holds
/// back goes out first.
int run_main(const std::vector<std::string>& args) {
    flush("stdout");
    // Without Python code in the run Ctrl-C ends the process at once, as it ends the native program.
    const PyOS_sighandler_t python_handler = PyOS_setsig(SIGINT, SIG_DFL);
    const auto exception = std::make_shared<python::KeptException::element_type>();
    const cli::PythonHost host = {
        .load_strategy =
            [&](std::string_view spec, const ct::strategies::Parameters& given) {
                PyOS_setsig(SIGINT, python_handler);
                return load(spec, given, exception);
            },
        .read_pickle =
            [&](const std::string& path) {
                PyOS_setsig(SIGINT, python_handler);
                return read_pickle(path);
            },
    };
    const int code = cli::run(args, host);
    PyOS_setsig(SIGINT, python_handler);
    std::fflush(stdout);
    if (*exception && !(*exception)->matches(PyExc_KeyboardInterrupt)) {
        (*exception)->restore();
        PyErr_Print();
    }
    flush("stdout");
    return code;
}

}  // namespace

NB_MODULE(_cli, module) {
    nb::set_leak_warnings(false);
    python::borrow_types();
    module.def("main", run_main, nb::arg("args"));
}
