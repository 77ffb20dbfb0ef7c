#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/indicators/indicator.hpp"

namespace ct::indicators {

/// A number that shapes an indicator.
struct ParameterInfo {
    std::string_view name;
    double default_value = 0;
    double min = 0;
    double max = 0;
    bool whole = true;                      ///< an integer
    std::vector<std::string_view> choices;  ///< names of the whole numbers from min on, where they stand for something
};

enum class Group : std::uint8_t {
    kOverlap,
    kMomentum,
    kVolatility,
    kVolume,
    kTrend,
    kCycle,
    kStatistic,
    kPrice,
    kMath,
    kPattern,
    kCrypto,
    kCustom,  ///< of the program's own
};

/// "overlap", "momentum" and so on.
std::string_view name(Group group);

/// What becomes of rows in which an input is NaN or infinite.
enum class Missing : std::uint8_t {
    kWindow,  ///< they go through the sums: lines are NaN while one is in the window, then no more
    kSkip,    ///< lines are NaN there, and everything else is as if the row did not exist
};

/// Makes an indicator of parameters that were checked: all of them, in the order of its info.
using Factory = std::function<std::unique_ptr<Indicator>(std::span<const double> parameters)>;

/// What there is to know of an indicator without making one.
struct IndicatorInfo {
    std::string_view name;
    std::vector<std::string_view> aliases;  ///< TA-Lib's and backtrader's names
    Group group = Group::kOverlap;
    std::vector<std::string_view> inputs;  ///< open, high, low, close, volume; another name is a column of any kind
    std::vector<ParameterInfo> parameters;
    std::vector<std::string_view> lines;
    Missing missing = Missing::kWindow;
    bool whole_lines = false;  ///< the lines are integers; 0 before they begin
    std::string_view text;     ///< one sentence
    std::string_view source;   ///< where the definition comes from
    Factory factory;
};

/// All indicators, sorted by name.
std::vector<const IndicatorInfo*> all();

/// The indicator of that name or alias, however it is capitalized, with or without underscores. Errors: kNotFound
/// naming the nearest one.
Result<const IndicatorInfo*> find(std::string_view name);

/// A new indicator at its start. Parameters come in the order of its info; those left out at the end have their
/// defaults. Errors: kNotFound (the name), kInvalidArgument (too many parameters, not whole, not within bounds).
Result<std::unique_ptr<Indicator>> make(std::string_view name, std::span<const double> parameters = {});
Result<std::unique_ptr<Indicator>> make(const IndicatorInfo& info, std::span<const double> parameters = {});

/// Adds an indicator of the program's own, or puts it in the place of one that define() added before; what its views
/// show must live as long as the program. May be called at any time, in any thread. Errors: kInvalidArgument (no name,
/// one that no program could write, no input, line or factory, a default out of bounds, too many parameters, a name
/// that is taken by a built-in indicator).
Result<const IndicatorInfo*> define(IndicatorInfo info);

}  // namespace ct::indicators
