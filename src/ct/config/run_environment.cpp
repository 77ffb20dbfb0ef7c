#include "ct/config/run_environment.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

constexpr std::string_view kPrefix = "CRACKTRADER_";
/// Variables that are no settings of a run.
constexpr std::array<std::string_view, 1> kOthers = {"CRACKTRADER_COLUMNAR"};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? "" : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

Result<void> read_value(RunOptions& options, const RunSetting& setting, std::string_view text) {
    const auto add = [&](std::string_view part) { return Given{std::string(part), setting.variable(), {}}; };
    const auto bad = [&](std::string_view message) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("{}: {}", setting.variable(), message));
    };
    if (const auto* one = std::get_if<std::optional<Given> RunOptions::*>(&setting.target)) {
        if (text.empty()) return bad("the value is empty");
        if (setting.kind == RunSetting::Kind::kFlag && text != "true" && text != "false") {
            return bad(fmt::format("expected true or false, not '{}'", text));
        }
        options.** one = add(text);
        return {};
    }
    auto& many = options.*std::get<std::vector<Given> RunOptions::*>(setting.target);
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(setting.separator, start), text.size());
        const std::string_view part = trimmed(text.substr(start, end - start));
        if (part.empty()) return bad(many.empty() ? "the value is empty" : "there is an empty value");
        many.push_back(add(part));
        start = end + 1;
    }
    return {};
}

/// A name without a table is compared with the names of the settings alone.
std::string nearest_variable(std::string_view name) {
    constexpr std::string_view kBetween = "__";
    const bool has_table = name.find(kBetween) != std::string_view::npos;
    std::vector<std::string> variables;
    for (const RunSetting& setting : run_settings()) variables.push_back(setting.variable());
    std::vector<std::string_view> names;
    names.reserve(variables.size());
    for (const std::string_view variable : variables) {
        names.push_back(has_table ? variable : variable.substr(variable.find(kBetween) + kBetween.size()));
    }
    const std::string_view found = nearest(has_table ? name : name.substr(kPrefix.size()), names);
    return variables[static_cast<std::size_t>(std::find(names.begin(), names.end(), found) - names.begin())];
}

Result<void> read_variable(RunOptions& options, std::string_view name, std::string_view text) {
    for (const RunSetting& setting : run_settings()) {
        if (setting.variable() == name) return read_value(options, setting, text);
    }
    if (std::find(kOthers.begin(), kOthers.end(), name) != kOthers.end()) return {};
    return fail(
        ErrorCode::kInvalidArgument,
        fmt::format("the environment has {}, which is no setting; did you mean {}?", name, nearest_variable(name)));
}

}  // namespace

Result<RunOptions> read_environment(std::span<const std::string_view> variables) {
    RunOptions options;
    for (const std::string_view variable : variables) {
        if (!variable.starts_with(kPrefix)) continue;
        const auto equals = std::min(variable.find('='), variable.size());
        const std::string_view text = variable.substr(std::min(equals + 1, variable.size()));
        if (auto read = read_variable(options, variable.substr(0, equals), text); !read) return fail(read);
    }
    return options;
}

Result<RunOptions> read_environment() {
    std::vector<std::string_view> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) variables.emplace_back(*entry);
    return read_environment(variables);
}

}  // namespace ct::config
