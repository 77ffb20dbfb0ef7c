#include "indicators.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "buffer.hpp"
#include "ct/core/result.hpp"
#include "ct/indicators/registry.hpp"
#include "strategy/column.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

nb::list names(const std::vector<std::string_view>& values) {
    nb::list list;
    for (const std::string_view value : values) list.append(nb::str(value.data(), value.size()));
    return list;
}

nb::dict info_dict(const indicators::IndicatorInfo& info) {
    nb::dict dict;
    const auto text = [](std::string_view value) { return nb::str(value.data(), value.size()); };
    dict["name"] = text(info.name);
    dict["aliases"] = names(info.aliases);
    dict["group"] = text(indicators::name(info.group));
    dict["inputs"] = names(info.inputs);
    nb::list parameters;
    for (const auto& parameter : info.parameters) {
        nb::dict one;
        one["name"] = text(parameter.name);
        one["default"] = parameter.default_value;
        one["min"] = parameter.min;
        one["max"] = parameter.max;
        one["whole"] = parameter.whole;
        one["choices"] = names(parameter.choices);
        parameters.append(one);
    }
    dict["parameters"] = parameters;
    dict["lines"] = names(info.lines);
    dict["whole_lines"] = info.whole_lines;
    dict["missing"] = info.missing == indicators::Missing::kSkip ? "skip" : "window";
    dict["text"] = text(info.text);
    dict["source"] = text(info.source);
    return dict;
}

/// The lines of an indicator over arrays of float64 in one piece and of one length, and its lead-in.
nb::tuple lines(const std::string& name, const std::vector<double>& parameters, const std::vector<nb::object>& inputs) {
    const auto indicator = take(indicators::make(name, parameters));
    std::vector<std::unique_ptr<Buffer>> buffers;
    std::vector<const double*> columns;
    std::size_t rows = 0;
    for (const nb::object& input : inputs) {
        buffers.push_back(std::make_unique<Buffer>(input, "input"));
        const auto values = buffers.back()->values<double>();
        if (columns.empty()) rows = values.size();
        if (values.size() != rows) {
            throw_error(
                {ErrorCode::kInvalidArgument, fmt::format("input {} has {} values, the first has {}; expected as many",
                                                          columns.size(), values.size(), rows)});
        }
        columns.push_back(values.data());
    }
    if (columns.size() != indicator->input_count()) {
        throw_error({ErrorCode::kInvalidArgument,
                     fmt::format("{} reads {} inputs, not {}", name, indicator->input_count(), columns.size())});
    }
    std::vector<std::shared_ptr<std::vector<double>>> results;
    std::vector<double*> outputs;
    for (std::size_t k = 0; k < indicator->line_count(); ++k) {
        results.push_back(std::make_shared<std::vector<double>>(rows));
        outputs.push_back(results.back()->data());
    }
    {
        const nb::gil_scoped_release free_gil;
        indicator->run(columns, outputs, rows);
    }
    nb::list arrays;
    for (const auto& result : results) {
        const std::span<const double> view(*result);
        arrays.append(nb::steal(make_array(result, view)));
    }
    return nb::make_tuple(arrays, indicator->lead_in());
}

}  // namespace

void bind_indicators(nb::module_& module) {
    module.def("indicator_infos", [] {
        nb::list list;
        for (const auto* info : indicators::all()) list.append(info_dict(*info));
        return list;
    });
    module.def("indicator_lines", lines);
}

}  // namespace ct::python
