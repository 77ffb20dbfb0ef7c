#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ct/indicators/indicator.hpp"

namespace ct::expr {

enum class Type : std::uint8_t { kNumber, kCondition };

/// "a number", "a condition"
std::string_view text(Type type);

/// What a function takes in one place.
enum class Wanted : std::uint8_t {
    kNumber,
    kCondition,
    kEither,  ///< the result is of the type that stands here; all such places have the same
    kCount,   ///< a constant whole number from 1 on
};

struct Argument {
    std::string_view name;
    Wanted wanted = Wanted::kNumber;
    std::optional<double> default_value = std::nullopt;
};

/// A function of the language that is no indicator of the registry; operators are functions too.
struct Function {
    std::string_view name;
    std::vector<Argument> arguments;
    std::optional<Type> result;  ///< none: that of its kEither
    bool remembers = false;      ///< depends on earlier rows
    /// Makes one that reads what is no kCount as columns. The counts are checked, in order.
    std::unique_ptr<indicators::Indicator> (*make)(std::span<const double> counts);
    std::string_view text;  ///< one sentence; empty for operators
};

std::span<const Function> functions();

/// Null when there is none.
const Function* find_function(std::string_view name);
/// What a name such as hour makes of the time at which a bar closes. Null when there is none.
const Function* find_time_function(std::string_view name);

}  // namespace ct::expr
