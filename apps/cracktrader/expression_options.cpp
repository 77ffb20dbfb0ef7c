#include "cracktrader/expression_options.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "cracktrader/cli.hpp"
#include "cracktrader/print.hpp"
#include "ct/core/result.hpp"
#include "ct/strategies/expression_definition.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_strategy.hpp"
#include "ct/strategies/registry.hpp"

namespace ct::cli {

namespace {

using strategies::ExpressionDefinition;

Result<std::size_t> bars(std::string_view option, std::string_view text) {
    if (text.empty()) return 0;
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error == std::errc() && stop == end) return value;
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}: '{}' is no whole number of bars", option, text));
}

Result<ExpressionDefinition> definition_of(const ExpressionOptions& options, const strategies::Parameters& parameters) {
    ExpressionDefinition definition{.entry = {options.entry, "--entry"},
                                    .exit = {options.exit, "--exit"},
                                    .short_entry = {options.short_entry, "--short-entry"},
                                    .short_exit = {options.short_exit, "--short-exit"},
                                    .stop_loss = {options.stop_loss, "--stop-loss"},
                                    .take_profit = {options.take_profit, "--take-profit"},
                                    .trailing_stop = {options.trailing_stop, "--trailing-stop"},
                                    .symbols = options.trade};
    if (!definition.entry.given() && !definition.short_entry.given()) {
        return fail(ErrorCode::kInvalidArgument, "expected --entry or --short-entry beside the other expressions");
    }
    if (!options.size.empty()) definition.size = {options.size, "--size"};
    const auto cooldown = bars("--cooldown", options.cooldown);
    if (!cooldown) return fail(cooldown);
    definition.cooldown = *cooldown;
    const auto warm_up = bars("--warm-up", options.warm_up);
    if (!warm_up) return fail(warm_up);
    definition.warm_up = *warm_up;
    for (const auto& [name, value] : parameters) definition.parameters.push_back({.name = name});
    return definition;
}

}  // namespace

bool ExpressionOptions::given() const {
    const std::array texts = {&entry,     &exit,        &short_entry,   &short_exit, &size,
                              &stop_loss, &take_profit, &trailing_stop, &cooldown,   &warm_up};
    for (const std::string* text : texts) {
        if (!text->empty()) return true;
    }
    return !trade.empty();
}

Result<LoadedStrategy> load_expressions(const ExpressionOptions& options, const strategies::Parameters& parameters) {
    const auto definition = definition_of(options, parameters);
    if (!definition) return fail(definition);
    auto rules = strategies::compile(*definition, parameters);
    if (!rules) return fail(rules);
    for (const std::string& warning : rules->warnings) print(stderr, "warning: {}\n", warning);
    LoadedStrategy loaded{.name = rules->name, .parameters = rules->shown};
    loaded.strategy = std::make_unique<strategies::ExpressionStrategy>(*std::move(rules));
    return loaded;
}

}  // namespace ct::cli
