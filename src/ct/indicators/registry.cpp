#include "ct/indicators/registry.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/skipping.hpp"

namespace ct::indicators {

namespace {

/// Without what a name may be written with or without: "BollingerBands", "bollinger_bands".
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c != '_') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return plain;
}

constexpr std::size_t kMaxParameters = 16;

class Registry {
  public:
    Registry() {
        for (auto* family : {average_definitions, backtrader_definitions, bar_definitions, crypto_definitions,
                             cycle_definitions, envelope_definitions, math_definitions, momentum_definitions,
                             pattern_definitions, price_definitions, signal_definitions, statistic_definitions}) {
            for (Definition& row : family()) {
                row.info.factory = std::move(row.make);
                [[maybe_unused]] const bool fresh = add(std::move(row.info));
                assert(fresh);
            }
        }
        for (const IndicatorInfo& info : infos_) built_in_.insert(&info);
    }

    [[nodiscard]] std::vector<const IndicatorInfo*> all() const {
        const std::shared_lock lock(mutex_);
        std::vector<const IndicatorInfo*> infos;
        infos.reserve(by_own_name_.size());
        for (const auto& [name, info] : by_own_name_) infos.push_back(info);
        return infos;
    }
    /// Names of their own come before aliases of others.
    [[nodiscard]] const IndicatorInfo* find(std::string_view name) const {
        const std::string plain = plain_name(name);
        const std::shared_lock lock(mutex_);
        for (const auto* names : {&by_plain_name_, &by_alias_}) {
            if (const auto found = names->find(plain); found != names->end()) return found->second;
        }
        return nullptr;
    }
    /// "; the nearest name is 'x'", or where all stand.
    [[nodiscard]] std::string nearest(std::string_view name) const {
        std::vector<std::string_view> names;
        for (const IndicatorInfo* info : all()) {
            names.push_back(info->name);
            names.insert(names.end(), info->aliases.begin(), info->aliases.end());
        }
        const std::string found = nearest_name(name, names);
        return found.empty() ? "; `cracktrader indicators` lists them" : found;
    }
    /// Null when a built-in indicator has that name.
    const IndicatorInfo* define(IndicatorInfo info) {
        const std::unique_lock lock(mutex_);
        if (const auto found = by_plain_name_.find(plain_name(info.name)); found != by_plain_name_.end()) {
            if (built_in_.contains(found->second)) return nullptr;
            by_own_name_.erase(found->second->name);
            std::erase_if(by_alias_, [&](const auto& alias) { return alias.second == found->second; });
            by_plain_name_.erase(found);
        }
        add(std::move(info));
        return &infos_.back();
    }

  private:
    bool add(IndicatorInfo info) {
        const IndicatorInfo& added = infos_.emplace_back(std::move(info));
        by_own_name_.emplace(added.name, &added);
        for (const std::string_view alias : added.aliases) by_alias_.emplace(plain_name(alias), &added);
        return by_plain_name_.emplace(plain_name(added.name), &added).second;
    }

    using Names = std::map<std::string, const IndicatorInfo*, std::less<>>;

    mutable std::shared_mutex mutex_;
    std::deque<IndicatorInfo> infos_;  ///< never erased: users hold pointers
    std::set<const IndicatorInfo*> built_in_;
    std::map<std::string_view, const IndicatorInfo*> by_own_name_;
    Names by_plain_name_;
    Names by_alias_;
};

Registry& registry() {
    static Registry registry;
    return registry;
}

std::string expected(const ParameterInfo& parameter) {
    if (parameter.choices.empty()) {
        return fmt::format("{} from {} to {}", parameter.whole ? "a whole number" : "a number", parameter.min,
                           parameter.max);
    }
    return fmt::format("one of {}", fmt::join(parameter.choices, ", "));
}

bool fits(const ParameterInfo& parameter, double value) {
    const bool within = value >= parameter.min && value <= parameter.max;
    return within && (!parameter.whole || std::trunc(value) == value);
}

bool is_name(std::string_view text) {
    const auto is_letter = [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; };
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && is_letter(text.front()) &&
           std::all_of(text.begin(), text.end(), [&](char c) { return c == '_' || is_letter(c) || is_digit(c); });
}

}  // namespace

std::string_view name(Group group) {
    switch (group) {
        case Group::kOverlap:
            return "overlap";
        case Group::kMomentum:
            return "momentum";
        case Group::kVolatility:
            return "volatility";
        case Group::kVolume:
            return "volume";
        case Group::kTrend:
            return "trend";
        case Group::kCycle:
            return "cycle";
        case Group::kStatistic:
            return "statistic";
        case Group::kPrice:
            return "price";
        case Group::kMath:
            return "math";
        case Group::kPattern:
            return "pattern";
        case Group::kCrypto:
            return "crypto";
        case Group::kCustom:
            return "custom";
    }
    return "";
}

std::vector<const IndicatorInfo*> all() { return registry().all(); }

Result<const IndicatorInfo*> find(std::string_view name) {
    if (const IndicatorInfo* const found = registry().find(name)) return found;
    return fail(ErrorCode::kNotFound, fmt::format("no indicator is called '{}'{}", name, registry().nearest(name)));
}

Result<std::unique_ptr<Indicator>> make(std::string_view name, std::span<const double> parameters) {
    const auto info = find(name);
    if (!info) return fail(info);
    return make(**info, parameters);
}

Result<std::unique_ptr<Indicator>> make(const IndicatorInfo& info, std::span<const double> parameters) {
    const auto& known = info.parameters;
    if (parameters.size() > known.size()) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("{} takes at most {} parameters, not {}", info.name, known.size(), parameters.size()));
    }
    std::array<double, kMaxParameters> values;
    for (std::size_t i = 0; i < known.size(); ++i) {
        values[i] = i < parameters.size() ? parameters[i] : known[i].default_value;
        if (!fits(known[i], values[i])) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("{} of {} must be {}, not {}", known[i].name,
                                                                 info.name, expected(known[i]), values[i]));
        }
    }
    auto made = info.factory({values.data(), known.size()});
    return info.missing == Missing::kSkip ? skip_missing(std::move(made)) : std::move(made);
}

Result<const IndicatorInfo*> define(IndicatorInfo info) {
    const auto refuse = [&](std::string_view why) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("indicator '{}' {}", info.name, why));
    };
    if (!is_name(info.name)) return refuse("needs a name of letters, digits and _ that begins with a letter");
    if (info.inputs.empty()) return refuse("has no inputs");
    if (info.lines.empty()) return refuse("has no lines");
    if (info.factory == nullptr) return refuse("has no factory");
    if (info.parameters.size() > kMaxParameters) return refuse(fmt::format("has over {} parameters", kMaxParameters));
    for (const ParameterInfo& parameter : info.parameters) {
        if (fits(parameter, parameter.default_value)) continue;
        return refuse(fmt::format("has a parameter {} whose default is {}, expected {}", parameter.name,
                                  parameter.default_value, expected(parameter)));
    }
    const std::string_view name = info.name;
    if (const IndicatorInfo* const added = registry().define(std::move(info))) return added;
    return fail(ErrorCode::kInvalidArgument, fmt::format("indicator '{}' would hide the built-in one", name));
}

}  // namespace ct::indicators
