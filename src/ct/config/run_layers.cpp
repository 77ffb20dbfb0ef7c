#include "ct/config/run_layers.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ct/config/run_environment.hpp"
#include "ct/config/run_file.hpp"
#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"
#include "ct/core/result.hpp"

namespace ct::config {

namespace {

using One = std::optional<Given>;
using Many = std::vector<Given>;

/// The name of "name=value"; empty for what stands for all.
std::string_view name_of(const Given& pair) {
    const auto equals = pair.text.find('=');
    return equals == std::string::npos ? std::string_view() : std::string_view(pair.text).substr(0, equals);
}

bool has_name(const Many& pairs, std::string_view name) {
    return std::any_of(pairs.begin(), pairs.end(), [&](const Given& pair) { return name_of(pair) == name; });
}

/// True if something is given that stands for all.
bool is_given(const RunOptions& options, const RunSetting& setting) {
    if (const auto* one = std::get_if<One RunOptions::*>(&setting.target)) return (options.**one).has_value();
    const Many& many = options.*std::get<Many RunOptions::*>(setting.target);
    return setting.is_by_name() ? has_name(many, "") : !many.empty();
}

void remove(RunOptions& options, const RunSetting& setting) {
    if (const auto* one = std::get_if<One RunOptions::*>(&setting.target)) {
        (options.**one).reset();
        return;
    }
    std::erase_if(options.*std::get<Many RunOptions::*>(setting.target),
                  [&](const Given& given) { return !setting.is_by_name() || name_of(given).empty(); });
}

void remove_replaced(RunOptions& lower, std::string_view flags) {
    for (const RunSetting& setting : run_settings()) {
        const auto at = flags.find(setting.flag);
        if (at == std::string_view::npos) continue;
        const std::string_view rest = flags.substr(at + setting.flag.size());
        if (rest.empty() || rest.front() == ' ') remove(lower, setting);
    }
}

void take_missing(RunOptions& higher, RunOptions& lower, const RunSetting& setting) {
    if (const auto* one = std::get_if<One RunOptions::*>(&setting.target)) {
        if (!(higher.**one)) higher.** one = std::move(lower.**one);
        return;
    }
    const auto member = std::get<Many RunOptions::*>(setting.target);
    Many& above = higher.*member;
    Many& below = lower.*member;
    if (setting.is_by_name()) {
        std::erase_if(below, [&](const Given& given) { return has_name(above, name_of(given)); });
        below.insert(below.end(), std::make_move_iterator(above.begin()), std::make_move_iterator(above.end()));
        above = std::move(below);
    } else if (above.empty()) {
        above = std::move(below);
    }
}

bool has_strategy(const RunOptions& options) { return options.strategy || options.entry || options.short_entry; }

/// Parameters belong to the strategy of their layer.
void take_ranges(RunOptions& higher, RunOptions& lower) {
    const bool same = higher.strategy && lower.strategy && higher.strategy->text == lower.strategy->text;
    if (higher.strategy && has_strategy(lower) && !same) {
        lower.parameters.clear();
    } else if (higher.ranges.empty()) {
        higher.ranges = std::move(lower.ranges);
    }
}

}  // namespace

RunOptions standard_options() {
    RunOptions options;
    for (const RunSetting& setting : run_settings()) {
        if (setting.standard.empty()) continue;
        options.*std::get<One RunOptions::*>(setting.target) =
            Given{.text = std::string(setting.standard), .where = std::string(setting.flag)};
    }
    return options;
}

RunOptions overlay(RunOptions higher, RunOptions lower) {
    take_ranges(higher, lower);
    for (const RunSetting& setting : run_settings()) {
        if (is_given(higher, setting)) remove_replaced(lower, setting.replaces);
    }
    if (!higher.risk && higher.rules.empty()) {
        higher.risk = std::move(lower.risk);
        higher.rules = std::move(lower.rules);
    }
    lower.risk.reset();
    for (const RunSetting& setting : run_settings()) take_missing(higher, lower, setting);
    return higher;
}

Result<RunOptions> gather_options(RunOptions given, const std::optional<std::filesystem::path>& file) {
    auto environment = read_environment();
    if (!environment) return environment;
    RunOptions options = overlay(std::move(given), *std::move(environment));
    if (file) {
        auto read = read_run_file(*file);
        if (!read) return read;
        options = overlay(std::move(options), *std::move(read));
    }
    return overlay(std::move(options), standard_options());
}

}  // namespace ct::config
