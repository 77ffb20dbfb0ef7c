#include "cracktrader/run_flags.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>

#include "ct/config/run_options.hpp"
#include "ct/config/run_settings.hpp"

namespace ct::cli {

namespace {

using config::Given;
using config::RunOptions;
using config::RunSetting;
using One = std::optional<Given>;
using Many = std::vector<Given>;

void add_one(CLI::App& command, const RunSetting& setting, One& target) {
    const std::string flag(setting.flag);
    const std::string help(setting.text);
    const auto set = [&target, flag](const std::string& text) { target = Given{text, flag, {}}; };
    if (setting.kind == RunSetting::Kind::kFlag) {
        command.add_flag_function(flag, [set](std::int64_t count) { set(count > 0 ? "true" : "false"); }, help);
        return;
    }
    CLI::Option* const option =
        command.add_option_function<std::string>(flag, set, help)->type_name(std::string(setting.value));
    if (!setting.standard.empty()) option->default_str(std::string(setting.standard));
}

void add_many(CLI::App& command, const RunSetting& setting, Many& target) {
    const std::string flag(setting.flag);
    const auto set = [&target, flag](const std::vector<std::string>& texts) {
        for (const std::string& text : texts) target.push_back({text, flag, {}});
    };
    command.add_option_function<std::vector<std::string>>(flag, set, std::string(setting.text))
        ->type_name(std::string(setting.value));
}

}  // namespace

void add_run_flags(CLI::App& command, RunOptions& options) {
    for (const RunSetting& setting : config::run_settings()) {
        if (const auto* one = std::get_if<One RunOptions::*>(&setting.target)) {
            add_one(command, setting, options.**one);
        } else {
            add_many(command, setting, options.*std::get<Many RunOptions::*>(setting.target));
        }
    }
}

}  // namespace ct::cli
