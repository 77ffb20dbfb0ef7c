#include "ct/strategies/registry.hpp"

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/built_in_expressions.hpp"
#include "ct/strategies/buy_and_hold.hpp"
#include "ct/strategies/dca.hpp"
#include "ct/strategies/momentum_rotation.hpp"
#include "ct/strategies/pairs_zscore.hpp"
#include "ct/strategies/parameters.hpp"
#include "ct/strategies/sma_cross.hpp"

namespace ct::strategies {

std::span<const StrategyInfo> all() {
    static const std::vector kAll = [] {
        std::vector infos = {BuyAndHold::info(), Dca::info(), MomentumRotation::info(), PairsZscore::info(),
                             SmaCross::info()};
        for (StrategyInfo& info : built_in_expressions()) infos.push_back(std::move(info));
        std::sort(infos.begin(), infos.end(), [](const auto& one, const auto& other) { return one.name < other.name; });
        return infos;
    }();
    return kAll;
}

std::string_view name(ParameterType type) {
    switch (type) {
        case ParameterType::kWhole:
            return "integer";
        case ParameterType::kNumber:
            return "number";
        case ParameterType::kYesNo:
            return "boolean";
        case ParameterType::kSize:
            return "size";
        case ParameterType::kDuration:
            return "duration";
        case ParameterType::kGuard:
            return "guard";
    }
    return "";
}

Result<const StrategyInfo*> find(std::string_view name) {
    std::vector<std::string_view> names;
    for (const StrategyInfo& info : all()) {
        if (info.name == name) return &info;
        names.push_back(info.name);
    }
    return fail(ErrorCode::kNotFound,
                fmt::format("no strategy '{}'{} There is {}", name, did_you_mean(name, names), fmt::join(names, ", ")));
}

Result<Parameters> complete(const StrategyInfo& info, const Parameters& given) {
    Parameters all_values;
    std::vector<std::string_view> names;
    for (const ParameterInfo& parameter : info.parameters) {
        all_values[std::string(parameter.name)] = parameter.default_value;
        names.push_back(parameter.name);
    }
    for (const auto& [name, value] : given) {
        const auto found = all_values.find(name);
        if (found == all_values.end()) {
            return fail(ErrorCode::kInvalidArgument,
                        fmt::format("strategy '{}' has no parameter '{}'{} It has {}", info.name, name,
                                    did_you_mean(name, names), fmt::join(names, ", ")));
        }
        found->second = value;
    }
    for (const ParameterInfo& parameter : info.parameters) {
        if (auto checked = check(parameter, all_values.find(parameter.name)->second); !checked) return fail(checked);
    }
    return all_values;
}

Result<std::unique_ptr<engine::Strategy>> make(std::string_view name, const Parameters& given) {
    const auto info = find(name);
    if (!info) return fail(info);
    const auto parameters = complete(**info, given);
    if (!parameters) return fail(parameters);
    return (*info)->make(*parameters);
}

}  // namespace ct::strategies
