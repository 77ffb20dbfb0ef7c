#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "strategy/arguments.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"

namespace ct::python {

namespace {

engine::Field read_field(PyObject* value) {
    static constexpr std::array kFields = {
        std::pair<std::string_view, engine::Field>{"open", engine::Field::kOpen},
        std::pair<std::string_view, engine::Field>{"high", engine::Field::kHigh},
        std::pair<std::string_view, engine::Field>{"low", engine::Field::kLow},
        std::pair<std::string_view, engine::Field>{"close", engine::Field::kClose},
        std::pair<std::string_view, engine::Field>{"volume", engine::Field::kVolume},
    };
    if (value == nullptr) return engine::Field::kClose;
    const std::string_view text = text_argument(value, "field");
    for (const auto& [name, field] : kFields) {
        if (name == text) return field;
    }
    throw_error({ErrorCode::kInvalidArgument,
                 fmt::format("field is '{}', expected 'open', 'high', 'low', 'close' or 'volume'", text)});
}

std::vector<double> read_parameters(PyObject* const* args, Py_ssize_t count) {
    std::vector<double> parameters;
    for (Py_ssize_t i = 1; i < count; ++i) {
        parameters.push_back(PyFloat_AsDouble(args[i]));
        if (parameters.back() == -1.0 && PyErr_Occurred() != nullptr) throw nb::python_error();
    }
    return parameters;
}

}  // namespace

/// indicator(name, *params, symbol=None, field='close', timeframe=None): all that is not a keyword after the name is a
/// parameter of the indicator.
PyObject* context_indicator(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array kNames = {"name", "symbol", "field", "timeframe"};
    return guarded([&] {
        // The parameters stand between the name and the keywords' values.
        std::vector<PyObject*> named(args, args + (count > 0 ? 1 : 0));
        const Py_ssize_t keywords = names == nullptr ? 0 : PyTuple_GET_SIZE(names);
        named.insert(named.end(), args + count, args + count + keywords);
        const auto given = sort_arguments("indicator", kNames, 1, 1, named.data(), count > 0 ? 1 : 0, names);

        PythonStrategy& strategy = acting(self);
        const SeriesIndex series = series_of(strategy, instrument_of(strategy, given[1]), given[3]);
        const auto line = strategy.engine().indicator(series, text_argument(given[0], "name"),
                                                      read_parameters(args, count), read_field(given[2]));
        if (!line) throw_error(line.error());
        return strategy.add_line(*line);
    });
}

}  // namespace ct::python
