#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/indicators/registry.hpp"
#include "strategy/arguments.hpp"
#include "strategy/context_calls.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/python_strategy.hpp"
#include "strategy/signature.hpp"

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

/// The lines as Python knows them: one, or a named tuple.
PyObject* add_lines(PythonStrategy& strategy, const indicators::IndicatorInfo& info,
                    const std::vector<engine::Line>& lines) {
    if (lines.size() == 1) return strategy.add_line(lines.front());
    nb::list objects;
    nb::list names;
    for (std::size_t k = 0; k < lines.size(); ++k) {
        PyObject* const object = strategy.add_line(lines[k]);
        if (object == nullptr) throw nb::python_error();
        objects.append(nb::steal(object));
        names.append(nb::str(info.lines[k].data(), info.lines[k].size()));
    }
    const nb::object result = nb::module_::import_("cracktrader_fast._arrays")
                                  .attr("result_class")(nb::str(info.name.data(), info.name.size()), names);
    return result.attr("_make")(objects).release().ptr();
}

}  // namespace

/// indicator(name, *parameters, symbol=None, field='close', timeframe=None, **parameters)
PyObject* context_indicator(PyObject* self, PyObject* const* args, Py_ssize_t count, PyObject* names) {
    static constexpr std::array<const char*, 3> kNames = {"symbol", "field", "timeframe"};
    return guarded([&] {
        if (count < 1) {
            PyErr_SetString(PyExc_TypeError, "indicator() missing required argument 'name'");
            throw nb::python_error();
        }
        const auto& info = *take(indicators::find(text_argument(args[0], "name")));
        // What is not ours belongs to the indicator.
        Arguments<3> ours{};
        std::vector<PyObject*> given(args + 1, args + count);
        nb::list given_names;
        const Py_ssize_t keywords = names == nullptr ? 0 : PyTuple_GET_SIZE(names);
        for (Py_ssize_t i = 0; i < keywords; ++i) {
            PyObject* const name = PyTuple_GET_ITEM(names, i);
            const auto* const own = std::find_if(kNames.begin(), kNames.end(), [&](const char* one) {
                return PyUnicode_CompareWithASCIIString(name, one) == 0;
            });
            if (own != kNames.end()) {
                ours[static_cast<std::size_t>(own - kNames.begin())] = args[count + i];
            } else {
                given.push_back(args[count + i]);
                given_names.append(nb::borrow(name));
            }
        }
        const Signature signature(info);
        Signature::Given sorted;
        signature.sort(false, given.data(), count - 1, nb::tuple(given_names).ptr(), sorted);

        PythonStrategy& strategy = acting(self);
        const SeriesIndex series = series_of(strategy, instrument_of(strategy, ours[0]), ours[2]);
        const auto lines =
            strategy.engine().indicator_lines(series, info.name, signature.read_all(sorted), read_field(ours[1]));
        if (!lines) throw_error(lines.error());
        return add_lines(strategy, info, *lines);
    });
}

}  // namespace ct::python
