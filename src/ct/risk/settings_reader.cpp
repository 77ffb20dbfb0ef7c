#include "ct/risk/settings_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/decimal.hpp"
#include "ct/core/duration.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/rule_settings.hpp"

namespace ct::risk {

namespace {

using Kind = SettingInfo::Kind;

}  // namespace

std::optional<Money> SettingsReader::amount(std::string_view key) {
    const Setting* const setting = find({key, Kind::kAmount}, Setting::Kind::kNumber, "a number above 0");
    if (setting == nullptr) return std::nullopt;
    const auto amount = Money::parse(setting->texts.front());
    if (amount && amount->count > 0) return *amount;
    refuse(*setting, fmt::format("expected a number above 0 that fits, not {}", setting->texts.front()));
    return std::nullopt;
}

std::optional<Rate> SettingsReader::share(std::string_view key, Rate most) {
    const Setting* const setting =
        find({key, Kind::kShare, most.to_double()}, Setting::Kind::kNumber, "a share, such as 0.05 for 5 %");
    if (setting == nullptr) return std::nullopt;
    const auto share = Rate::parse(setting->texts.front());
    if (share && share->count > 0 && *share <= most) return *share;
    refuse(*setting,
           fmt::format("expected a share above 0 and at most {}, not {}", most.text(), setting->texts.front()));
    return std::nullopt;
}

std::optional<std::uint32_t> SettingsReader::count(std::string_view key, std::uint32_t most) {
    const Setting* const setting =
        find({key, Kind::kCount, static_cast<double>(most)}, Setting::Kind::kNumber, "a whole number");
    if (setting == nullptr) return std::nullopt;
    const auto count = parse_count(setting->texts.front(), 0);
    if (count && *count > 0 && *count <= std::int64_t{most}) return static_cast<std::uint32_t>(*count);
    refuse(*setting, fmt::format("expected a whole number from 1 to {}, not {}", most, setting->texts.front()));
    return std::nullopt;
}

std::optional<TimeNs> SettingsReader::duration(std::string_view key) {
    const Setting* const setting = find({key, Kind::kDuration}, Setting::Kind::kText, R"(a time such as "10s")");
    if (setting == nullptr) return std::nullopt;
    const auto duration_ns = parse_duration(setting->texts.front());
    if (duration_ns && *duration_ns > 0) return *duration_ns;
    refuse(*setting, fmt::format(R"(expected a time such as "250ms", "10s", "5m", "2h" or "1d", not "{}")",
                                 setting->texts.front()));
    return std::nullopt;
}

std::optional<std::string> SettingsReader::text(std::string_view key) { return text_of({key, Kind::kText}); }

std::optional<std::string> SettingsReader::choice(std::string_view key, std::span<const std::string_view> choices) {
    auto chosen = text_of({.key = key, .kind = Kind::kChoice, .choices = choices});
    if (!chosen || std::find(choices.begin(), choices.end(), *chosen) != choices.end()) return chosen;
    refuse(fmt::format("{}: expected {}, not '{}'", key, fmt::join(choices, " or "), *chosen));
    return std::nullopt;
}

std::optional<std::string> SettingsReader::symbol(std::string_view key) {
    auto symbol = text_of({key, Kind::kSymbol});
    if (!symbol || Instrument::make(*symbol, {})) return symbol;
    refuse(fmt::format("{}: '{}' is no symbol such as BTC/USDT", key, *symbol));
    return std::nullopt;
}

std::optional<std::string> SettingsReader::text_of(const SettingInfo& wanted) {
    const Setting* const setting = find(wanted, Setting::Kind::kText, "text");
    if (setting == nullptr) return std::nullopt;
    if (!setting->texts.front().empty()) return setting->texts.front();
    refuse(*setting, "expected text, not an empty one");
    return std::nullopt;
}

std::vector<std::string> SettingsReader::symbols(std::string_view key) {
    const Setting* const setting = find({key, Kind::kSymbols}, Setting::Kind::kList, "a list of symbols");
    if (setting == nullptr) return {};
    if (setting->texts.empty()) refuse(*setting, "expected at least one symbol, the list is empty");
    std::vector<std::string> symbols;
    for (const std::string& symbol : setting->texts) {
        if (const auto made = Instrument::make(symbol, {}); !made) {
            refuse(*setting, fmt::format("'{}' is no symbol such as BTC/USDT", symbol));
        }
        if (std::find(symbols.begin(), symbols.end(), symbol) != symbols.end()) {
            refuse(*setting, fmt::format("'{}' stands twice in the list", symbol));
        }
        symbols.push_back(symbol);
    }
    return symbols;
}

void SettingsReader::refuse(const std::string& sentence) {
    if (!as_a_whole_) return;
    as_a_whole_ =
        fail(ErrorCode::kInvalidArgument, fmt::format("{}: {}: {}", settings_->where, settings_->rule, sentence));
}

void SettingsReader::refuse(const Setting& setting, const std::string& sentence) {
    if (!status_) return;
    status_ = fail(ErrorCode::kInvalidArgument,
                   fmt::format("{}: {}.{}: {}", setting.where, settings_->rule, setting.key, sentence));
}

Result<void> SettingsReader::finish() {
    std::vector<std::string_view> keys;
    keys.reserve(asked_.size());
    for (const SettingInfo& one : asked_) keys.push_back(one.key);
    for (const Setting& setting : settings_->settings) {
        if (std::find(keys.begin(), keys.end(), setting.key) != keys.end()) continue;
        if (keys.empty()) {
            refuse(setting, "this rule has no settings");
        } else {
            refuse(setting, fmt::format("no such setting{} There is {}", did_you_mean(setting.key, keys, "; "),
                                        fmt::join(keys, ", ")));
        }
    }
    return status_ ? as_a_whole_ : status_;
}

const Setting* SettingsReader::find(const SettingInfo& wanted, Setting::Kind kind, const char* expected) {
    asked_.push_back(wanted);
    for (const Setting& setting : settings_->settings) {
        if (setting.key != wanted.key) continue;
        if (setting.kind == kind) return &setting;
        constexpr std::array kKinds = {"the number ", "the text ", "a list", ""};
        const auto given = static_cast<std::size_t>(setting.kind);
        const bool list = setting.kind == Setting::Kind::kList;
        refuse(setting, fmt::format("expected {}, not {}{}", expected, kKinds[given],
                                    list || setting.texts.empty() ? "" : setting.texts.front()));
        return nullptr;
    }
    return nullptr;
}

}  // namespace ct::risk
