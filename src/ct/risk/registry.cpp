#include "ct/risk/registry.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/instrument.hpp"
#include "ct/core/kill_switch.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/daily_loss_rule.hpp"
#include "ct/risk/drawdown_rule.hpp"
#include "ct/risk/duplicate_orders_rule.hpp"
#include "ct/risk/kill_switch_rule.hpp"
#include "ct/risk/max_exposure_rule.hpp"
#include "ct/risk/max_open_orders_rule.hpp"
#include "ct/risk/max_order_rule.hpp"
#include "ct/risk/max_position_rule.hpp"
#include "ct/risk/order_rate_rule.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/price_band_rule.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/risk/settings_reader.hpp"
#include "ct/risk/stale_data_rule.hpp"
#include "ct/risk/symbols_rule.hpp"

namespace ct::risk {

namespace {

constexpr std::string_view kKillSwitch = "kill_switch";
constexpr std::string_view kOrderRate = "order_rate";

struct Entry {
    std::string_view name;
    Result<std::unique_ptr<Rule>> (*make)(SettingsReader&);  ///< none: the kill switch, which needs its switch
};

constexpr std::array kEntries = {Entry{kKillSwitch, nullptr},
                                 Entry{"symbols", SymbolsRule::make},
                                 Entry{"stale_data", StaleDataRule::make},
                                 Entry{"duplicate_orders", DuplicateOrdersRule::make},
                                 Entry{kOrderRate, OrderRateRule::make},
                                 Entry{"max_open_orders", MaxOpenOrdersRule::make},
                                 Entry{"price_band", PriceBandRule::make},
                                 Entry{"daily_loss", DailyLossRule::make},
                                 Entry{"drawdown", DrawdownRule::make},
                                 Entry{"max_order", MaxOrderRule::make},
                                 Entry{"max_position", MaxPositionRule::make},
                                 Entry{"max_exposure", MaxExposureRule::make}};

constexpr auto kNames = [] {
    std::array<std::string_view, kEntries.size()> names;
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kEntries[i].name;
    return names;
}();

/// Settings that hold symbols, whatever the rule.
constexpr std::array<std::string_view, 3> kSymbolKeys = {"symbol", "allow", "block"};

tl::unexpected<Error> refuse(const RuleSettings& rule, std::string_view sentence) {
    return fail(ErrorCode::kInvalidArgument, fmt::format("{}: {}: {}", rule.where, rule.rule, sentence));
}

constexpr std::array<std::string_view, 2> kSignals = {"SIGUSR1", "SIGUSR2"};

Result<KillSwitchSources> read_sources(SettingsReader& reader) {
    KillSwitchSources sources{.file = reader.text("file"), .signal = reader.choice("signal", kSignals)};
    if (auto read = reader.finish(); !read) return fail(read);
    return sources;
}

Result<void> check_names(std::span<const RuleSettings> settings) {
    for (const RuleSettings& rule : settings) {
        if (std::find(kNames.begin(), kNames.end(), rule.rule) != kNames.end()) continue;
        return fail(ErrorCode::kNotFound, fmt::format("{}: no risk rule '{}'{} There is {}", rule.where, rule.rule,
                                                      did_you_mean(rule.rule, kNames, "; "), fmt::join(kNames, ", ")));
    }
    return {};
}

/// A tier that is not above the one before could never be the one that refuses, or would make that one idle.
Result<void> check_tiers(std::span<const RuleSettings> settings) {
    std::uint32_t orders = 0;
    TimeNs window_ns = 0;
    for (const RuleSettings& rule : settings) {
        if (rule.rule != kOrderRate) continue;
        SettingsReader reader(rule);
        const auto next_orders = reader.count("orders", std::numeric_limits<std::uint32_t>::max());
        const auto next_window_ns = reader.duration("window");
        if (next_orders.value_or(0) <= orders || next_window_ns.value_or(0) <= window_ns) {
            reader.refuse("expected tiers in order, each with more orders and a longer window than the one before");
            return reader.finish();
        }
        orders = *next_orders;
        window_ns = *next_window_ns;
    }
    return {};
}

}  // namespace

std::span<const std::string_view> rule_names() { return kNames; }

std::vector<RuleInfo> rule_infos() {
    std::vector<RuleInfo> infos;
    for (const Entry& entry : kEntries) {
        // A rule asks for all its settings before it says what it lacks.
        const RuleSettings nothing{.rule = std::string(entry.name)};
        SettingsReader reader(nothing);
        if (entry.make == nullptr) {
            read_sources(reader);
        } else {
            entry.make(reader);
        }
        infos.push_back({entry.name, reader.asked()});
    }
    return infos;
}

Result<Rules> make_rules(std::span<const RuleSettings> settings, const KillSwitch& kill_switch) {
    if (auto known = check_names(settings); !known) return fail(known);
    Rules rules;
    for (const Entry& entry : kEntries) {
        for (const RuleSettings& rule : settings) {
            if (rule.rule != entry.name) continue;
            SettingsReader reader(rule);
            if (entry.make == nullptr) {
                if (const auto sources = read_sources(reader); !sources) return fail(sources);
                rules.push_back(std::make_unique<KillSwitchRule>(kill_switch));
                continue;
            }
            auto made = entry.make(reader);
            if (!made) return fail(made);
            rules.push_back(*std::move(made));
        }
    }
    if (auto sorted = check_tiers(settings); !sorted) return fail(sorted);
    return rules;
}

Result<KillSwitchSources> kill_switch_sources(std::span<const RuleSettings> settings) {
    Result<KillSwitchSources> sources;
    bool is_set = false;
    for (const RuleSettings& rule : settings) {
        if (rule.rule != kKillSwitch) continue;
        SettingsReader reader(rule);
        sources = read_sources(reader);
        if (!sources) return sources;
        if (is_set) return refuse(rule, "it is set twice, expected file and signal together");
        if (!sources->file && !sources->signal) return refuse(rule, "expected file, signal or both: what pulls it");
        if (sources->file) sources->file = (std::filesystem::path(rule.folder) / *sources->file).string();
        is_set = true;
    }
    return sources;
}

Result<void> check_symbols(std::span<const RuleSettings> settings, std::span<const Instrument> instruments) {
    std::vector<std::string_view> symbols;
    for (const Instrument& instrument : instruments) symbols.emplace_back(instrument.symbol);
    for (const RuleSettings& rule : settings) {
        for (const Setting& setting : rule.settings) {
            if (std::find(kSymbolKeys.begin(), kSymbolKeys.end(), setting.key) == kSymbolKeys.end()) continue;
            for (const std::string& symbol : setting.texts) {
                if (std::find(symbols.begin(), symbols.end(), symbol) != symbols.end()) continue;
                return fail(
                    ErrorCode::kNotFound,
                    fmt::format("{}: {}.{}: '{}' is not in this run{} There is {}", setting.where, rule.rule,
                                setting.key, symbol, did_you_mean(symbol, symbols, "; "), fmt::join(symbols, ", ")));
            }
        }
    }
    return {};
}

}  // namespace ct::risk
