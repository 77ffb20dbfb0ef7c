#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/engine/strategy.hpp"

namespace ct::strategies {

/// What the text of a parameter holds.
enum class ParameterType : std::uint8_t {
    kWhole,
    kNumber,
    kYesNo,
    kSize,      ///< see OrderSize
    kDuration,  ///< "1d", see parse_duration
    kGuard,     ///< "none", or as the stop_loss of an expression strategy
};

std::string_view name(ParameterType type);

struct ParameterInfo {
    std::string_view name;
    ParameterType type = ParameterType::kNumber;
    std::string_view default_value;
    std::string_view text;
    double min = -std::numeric_limits<double>::infinity();  ///< of numbers
    double max = std::numeric_limits<double>::infinity();
};

/// A strategy's parameters by name, as text.
using Parameters = std::map<std::string, std::string, std::less<>>;

struct StrategyInfo {
    std::string_view name;
    std::string_view text;
    std::vector<ParameterInfo> parameters;
    /// Requires: parameters that complete() gave.
    std::function<Result<std::unique_ptr<engine::Strategy>>(const Parameters&)> make;
};

/// The built-in strategies by name.
std::span<const StrategyInfo> all();

/// Errors: kNotFound naming the nearest strategy and all of them.
Result<const StrategyInfo*> find(std::string_view name);

/// The given parameters completed by the defaults. Errors: kInvalidArgument for one that the strategy does not have,
/// and for a value that is none of its type or out of range.
Result<Parameters> complete(const StrategyInfo& info, const Parameters& given);

/// Makes a strategy. Errors: those of find and complete, and parameters that contradict each other.
Result<std::unique_ptr<engine::Strategy>> make(std::string_view name, const Parameters& given);

}  // namespace ct::strategies
