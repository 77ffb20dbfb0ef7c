#include "ct/strategies/registry.hpp"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/strategies/buy_and_hold.hpp"
#include "ct/strategies/sma_cross.hpp"

namespace ct::strategies {

std::span<const StrategyInfo> all() {
    static const std::array kAll = {BuyAndHold::info(), SmaCross::info()};
    return kAll;
}

Result<const StrategyInfo*> find(std::string_view name) {
    std::vector<std::string_view> names;
    for (const StrategyInfo& info : all()) {
        if (info.name == name) return &info;
        names.push_back(info.name);
    }
    return fail(ErrorCode::kNotFound, fmt::format("no strategy '{}', did you mean '{}'? There is {}", name,
                                                  nearest(name, names), fmt::join(names, ", ")));
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
                        fmt::format("strategy '{}' has no parameter '{}', did you mean '{}'? It has {}", info.name,
                                    name, nearest(name, names), fmt::join(names, ", ")));
        }
        found->second = value;
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
