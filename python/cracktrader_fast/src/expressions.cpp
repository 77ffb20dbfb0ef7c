#include "expressions.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <nanobind/stl/pair.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/tuple.h>
#include <nanobind/stl/vector.h>

#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

using strategies::DefinitionText;
using strategies::ExpressionDefinition;

/// Its name, value, least, most and step.
using Parameter = std::tuple<std::string, double, double, double, double>;

/// Raises what is wrong.
void check_expressions(const nb::dict& fields) { take(strategies::compile(read_expressions(fields))); }

}  // namespace

ExpressionDefinition read_expressions(const nb::dict& fields) {
    ExpressionDefinition definition;
    const std::array<std::pair<const char*, DefinitionText*>, 8> texts = {
        {{"entry", &definition.entry},
         {"exit", &definition.exit},
         {"short_entry", &definition.short_entry},
         {"short_exit", &definition.short_exit},
         {"size", &definition.size},
         {"stop_loss", &definition.stop_loss},
         {"take_profit", &definition.take_profit},
         {"trailing_stop", &definition.trailing_stop}}};
    for (const auto& [name, text] : texts) *text = nb::cast<std::string>(fields[name]);
    definition.name = nb::cast<std::string>(fields["name"]);
    definition.symbols = nb::cast<std::vector<std::string>>(fields["symbols"]);
    definition.cooldown = nb::cast<std::size_t>(fields["cooldown"]);
    definition.warm_up = nb::cast<std::size_t>(fields["warm_up"]);
    for (const auto& [name, value, least, most, step] : nb::cast<std::vector<Parameter>>(fields["parameters"])) {
        definition.parameters.push_back({name, value, least, most, step, ""});
    }
    return definition;
}

void bind_expressions(nb::module_& module) { module.def("check_expressions", check_expressions); }

}  // namespace ct::python
