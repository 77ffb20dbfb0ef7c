#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// The rules by name, in the order in which they are asked: the ones that refuse, then the ones that shrink.
std::span<const std::string_view> rule_names();

/// A rule and all that can be set of it.
struct RuleInfo {
    std::string_view name;
    std::vector<SettingInfo> settings;
};
/// In the order of rule_names().
std::vector<RuleInfo> rule_infos();

/// The rules of some settings, in the order of rule_names() whatever the order they are written in. A rule may be set
/// several times (a limit for each symbol); several order rates are tiers, each with a longer window and more orders
/// than the one before. Errors: kNotFound for an unknown rule, naming the nearest; kInvalidArgument.
Result<Rules> make_rules(std::span<const RuleSettings> settings, const KillSwitch& kill_switch);

/// Every symbol that a rule names is one of these instruments. Errors: kNotFound naming the nearest.
Result<void> check_symbols(std::span<const RuleSettings> settings, std::span<const Instrument> instruments);

/// What is to be watched to pull the kill switch.
struct KillSwitchSources {
    std::optional<std::string> file;    ///< pulls when a file of this name exists
    std::optional<std::string> signal;  ///< "SIGUSR1" or "SIGUSR2"
};

/// Nothing without such a rule. Errors: kInvalidArgument, also for a rule that names neither and for two of them.
Result<KillSwitchSources> kill_switch_sources(std::span<const RuleSettings> settings);

}  // namespace ct::risk
