#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"

namespace ct::strategies {

struct ParameterInfo {
    std::string_view name;
    std::string_view default_value;
    std::string_view text;
};

/// A strategy's parameters by name, as text.
using Parameters = std::map<std::string, std::string, std::less<>>;

struct StrategyInfo {
    std::string_view name;
    std::string_view text;
    std::span<const ParameterInfo> parameters;
    Result<std::unique_ptr<engine::Strategy>> (*make)(const Parameters&);
};

/// The built-in strategies by name.
std::span<const StrategyInfo> all();

/// Errors: kNotFound naming the nearest strategy and all of them.
Result<const StrategyInfo*> find(std::string_view name);

/// The given parameters completed by the defaults. Errors: kInvalidArgument for one that the strategy does not have.
Result<Parameters> complete(const StrategyInfo& info, const Parameters& given);

/// Makes a strategy. Errors: those of find and complete, and values that are no number or out of range.
Result<std::unique_ptr<engine::Strategy>> make(std::string_view name, const Parameters& given);

}  // namespace ct::strategies
