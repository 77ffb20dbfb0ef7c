#include "indicators/bind.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "ct/indicators/registry.hpp"
#include "indicators/blocks.hpp"
#include "indicators/compute.hpp"
#include "indicators/function_object.hpp"
#include "indicators/info.hpp"
#include "indicators/python_indicator.hpp"
#include "indicators/stream_object.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

nb::dict info_dict(const indicators::IndicatorInfo& info) {
    nb::dict dict;
    const auto text = [](std::string_view value) { return nb::str(value.data(), value.size()); };
    dict["name"] = text(info.name);
    dict["aliases"] = texts(info.aliases);
    dict["group"] = text(indicators::name(info.group));
    dict["inputs"] = texts(info.inputs);
    nb::list parameters;
    for (const auto& parameter : info.parameters) {
        nb::dict one;
        one["name"] = text(parameter.name);
        one["default"] = parameter.default_value;
        one["min"] = parameter.min;
        one["max"] = parameter.max;
        one["whole"] = parameter.whole;
        one["choices"] = texts(parameter.choices);
        parameters.append(one);
    }
    dict["parameters"] = parameters;
    dict["lines"] = texts(info.lines);
    dict["whole_lines"] = info.whole_lines;
    dict["missing"] = info.missing == indicators::Missing::kSkip ? "skip" : "window";
    dict["text"] = text(info.text);
    dict["source"] = text(info.source);
    return dict;
}

void bind_indicators(nb::module_& module) {
    module.def("indicator_infos", [] {
        nb::list list;
        for (const auto* info : indicators::all()) list.append(info_dict(*info));
        return list;
    });
    module.def("indicator", [](const std::string& name) { return function_for(*take(indicators::find(name))); });
    module.def("lead_in", [](const std::string& name, const std::vector<double>& parameters) {
        return take(indicators::make(name, parameters))->lead_in();
    });
    PyTypeObject* const stream = make_stream_type();
    if (stream == nullptr || PyModule_AddType(module.ptr(), stream) != 0) throw nb::python_error();
    bind_compute(module);
    bind_python_indicators(module);
    module.def(
        "release_memory", [] { blocks().trim(0); },
        "release_memory()\n\nGives the memory of large results that was kept for later ones back to the system.");
}

}  // namespace ct::python
