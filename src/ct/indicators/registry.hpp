#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::indicators {

/// A number that shapes an indicator.
struct ParameterInfo {
    std::string_view name;
    double default_value = 0;
    double min = 0;
    double max = 0;
    bool whole = true;  ///< an integer
};

/// What there is to know of an indicator without making one.
struct IndicatorInfo {
    std::string_view name;
    std::string_view text;    ///< one sentence
    std::string_view source;  ///< where the definition comes from
    std::span<const std::string_view> inputs;
    std::span<const ParameterInfo> parameters;
    std::span<const std::string_view> lines;
};

/// All indicators, sorted by name.
std::span<const IndicatorInfo> all();

/// The indicator of that name. Errors: kNotFound naming the nearest one.
Result<const IndicatorInfo*> find(std::string_view name);

/// A new indicator at its start. Parameters come in the order of its info; those left out at the end have their
/// defaults. Errors: kNotFound (the name), kInvalidArgument (too many parameters, not whole, not within bounds).
Result<std::unique_ptr<Indicator>> make(std::string_view name, std::span<const double> parameters = {});

}  // namespace ct::indicators
