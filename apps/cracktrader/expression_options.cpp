#include "cracktrader/expression_options.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cracktrader/cli.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

namespace {

using config::Given;
using config::RunOptions;
using strategies::DefinitionText;
using strategies::ExpressionDefinition;

Result<std::size_t> bars(const std::optional<Given>& given) {
    if (!given) return 0;
    std::size_t value = 0;
    const std::string& text = given->text;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc() && stop == end) return value;
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}: '{}' is no whole number of bars", given->where, text));
}

DefinitionText text_of(const std::optional<Given>& given) {
    return given ? DefinitionText(given->text, given->where, given->origin) : DefinitionText();
}

/// Where the value of a parameter was given, if it was.
std::string place_of(const RunOptions& options, std::string_view name) {
    const auto found = std::find_if(options.parameters.begin(), options.parameters.end(), [&](const Given& pair) {
        return std::string_view(pair.text).substr(0, pair.text.find('=')) == name;
    });
    return found == options.parameters.end() ? "" : found->where;
}

}  // namespace

const Given* first_expression(const RunOptions& options) {
    for (const auto* const part :
         {&options.entry, &options.short_entry, &options.exit, &options.short_exit, &options.size, &options.stop_loss,
          &options.take_profit, &options.trailing_stop, &options.cooldown, &options.warm_up}) {
        if (*part) return &**part;
    }
    return options.trade.empty() ? nullptr : &options.trade.front();
}

Result<ExpressionDefinition> definition_of(const RunOptions& options, const strategies::Parameters& parameters) {
    ExpressionDefinition definition{.entry = text_of(options.entry),
                                    .exit = text_of(options.exit),
                                    .short_entry = text_of(options.short_entry),
                                    .short_exit = text_of(options.short_exit),
                                    .stop_loss = text_of(options.stop_loss),
                                    .take_profit = text_of(options.take_profit),
                                    .trailing_stop = text_of(options.trailing_stop)};
    if (!definition.entry.given() && !definition.short_entry.given()) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{}: expected --entry or --short-entry beside it", first_expression(options)->where));
    }
    if (options.size) definition.size = text_of(options.size);
    for (const Given& symbol : options.trade) definition.symbols.push_back(symbol.text);
    const auto cooldown = bars(options.cooldown);
    if (!cooldown) return fail(cooldown);
    definition.cooldown = *cooldown;
    const auto warm_up = bars(options.warm_up);
    if (!warm_up) return fail(warm_up);
    definition.warm_up = *warm_up;
    for (const config::ParameterRange& range : options.ranges) {
        const std::string given = place_of(options, range.name);
        definition.parameters.push_back({.name = range.name,
                                         .value = range.value,
                                         .min = range.min,
                                         .max = range.max,
                                         .step = range.step,
                                         .text = range.text,
                                         .place = given.empty() ? range.where : given});
    }
    for (const auto& [name, value] : parameters) {
        const bool declared = std::any_of(options.ranges.begin(), options.ranges.end(),
                                          [&name = name](const auto& range) { return range.name == name; });
        if (!declared) definition.parameters.push_back({.name = name, .place = place_of(options, name)});
    }
    return definition;
}

Result<LoadedStrategy> load_expressions(const RunOptions& options, const strategies::Parameters& parameters) {
    const auto definition = definition_of(options, parameters);
    if (!definition) return fail(definition);
    auto rules = strategies::compile(*definition, parameters);
    if (!rules) return fail(rules);
    LoadedStrategy loaded{.name = rules->name, .parameters = rules->shown};
    loaded.strategy = std::make_unique<strategies::ExpressionStrategy>(*std::move(rules));
    return loaded;
}

}  // namespace ct::cli
