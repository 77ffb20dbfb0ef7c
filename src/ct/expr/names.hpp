#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "ct/core/bar_field.hpp"

namespace ct::expr {

/// What a strategy knows of its position, which no bar tells.
enum class PositionValue : std::uint8_t { kSize, kEntryPrice, kBarsHeld, kProfit };

/// A name that stands for a value without being called.
struct ValueName {
    enum class Kind : std::uint8_t { kField, kMean, kTime, kPosition };

    std::string_view name;
    Kind kind = Kind::kField;
    BarField field = BarField::kClose;              ///< of kField
    std::string_view function;                      ///< of kMean the indicator of the bar, of kTime the function of it
    PositionValue position = PositionValue::kSize;  ///< of kPosition
    std::string_view text;                          ///< one sentence
};

std::span<const ValueName> value_names();
/// Null when there is none.
const ValueName* find_value_name(std::string_view name);

/// The field that an indicator's input of this name reads of a bar, if there is one.
std::optional<BarField> bar_field(std::string_view input);

/// A word of the language: and, or, not, true, false.
bool is_word(std::string_view name);
/// True for names that parameters cannot have: those above and the words of the language.
bool is_reserved(std::string_view name);

}  // namespace ct::expr
