#include "ct/indicators/registry.hpp"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <memory>
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

class Registry {
  public:
    Registry() {
        for (auto* family : {average_definitions, bar_definitions, momentum_definitions, statistic_definitions}) {
            auto rows = family();
            std::move(rows.begin(), rows.end(), std::back_inserter(definitions_));
        }
        std::sort(definitions_.begin(), definitions_.end(),
                  [](const Definition& a, const Definition& b) { return a.info.name < b.info.name; });
        for (const Definition& one : definitions_) {
            infos_.push_back(&one.info);
            [[maybe_unused]] const bool fresh = by_name_.emplace(plain_name(one.info.name), &one).second;
            assert(fresh);
        }
        // A name of its own comes before another's alias.
        for (const Definition& one : definitions_) {
            for (const std::string_view alias : one.info.aliases) by_name_.emplace(plain_name(alias), &one);
        }
    }

    [[nodiscard]] std::span<const IndicatorInfo* const> infos() const { return infos_; }
    [[nodiscard]] const Definition* find(std::string_view name) const {
        const auto found = by_name_.find(plain_name(name));
        return found == by_name_.end() ? nullptr : found->second;
    }
    [[nodiscard]] std::string_view nearest(std::string_view name) const {
        std::vector<std::string_view> names;
        for (const IndicatorInfo* info : infos_) {
            names.push_back(info->name);
            names.insert(names.end(), info->aliases.begin(), info->aliases.end());
        }
        return ct::nearest(name, names);
    }

  private:
    std::vector<Definition> definitions_;
    std::vector<const IndicatorInfo*> infos_;
    std::map<std::string, const Definition*, std::less<>> by_name_;
};

const Registry& registry() {
    static const Registry registry;
    return registry;
}

std::string expected(const ParameterInfo& parameter) {
    if (parameter.choices.empty()) {
        return fmt::format("{} from {} to {}", parameter.whole ? "a whole number" : "a number", parameter.min,
                           parameter.max);
    }
    return fmt::format("one of {}", fmt::join(parameter.choices, ", "));
}

Result<void> check(const IndicatorInfo& info, const ParameterInfo& parameter, double value) {
    const bool fits = value >= parameter.min && value <= parameter.max;
    if (fits && (!parameter.whole || std::trunc(value) == value)) return {};
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{} of {} must be {}, not {}", parameter.name, info.name, expected(parameter), value));
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
    }
    return "";
}

std::span<const IndicatorInfo* const> all() { return registry().infos(); }

Result<const IndicatorInfo*> find(std::string_view name) {
    if (const Definition* const found = registry().find(name)) return &found->info;
    return fail(ErrorCode::kNotFound,
                fmt::format("no indicator is called '{}'; the nearest name is '{}'", name, registry().nearest(name)));
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
    std::vector<double> values;
    for (std::size_t i = 0; i < known.size(); ++i) {
        values.push_back(i < parameters.size() ? parameters[i] : known[i].default_value);
        if (const auto valid = check(info, known[i], values.back()); !valid) return fail(valid);
    }
    auto made = registry().find(info.name)->make(values);
    return info.missing == Missing::kSkip ? skip_missing(std::move(made)) : std::move(made);
}

}  // namespace ct::indicators
