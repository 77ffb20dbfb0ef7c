#include "ct/expr/names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string_view>

#include "ct/core/bar_field.hpp"

namespace ct::expr {

namespace {

using Kind = ValueName::Kind;

constexpr ValueName field(std::string_view name, BarField field, std::string_view text) {
    return {.name = name, .kind = Kind::kField, .field = field, .text = text};
}
constexpr ValueName mean(std::string_view name, std::string_view indicator, std::string_view text) {
    return {.name = name, .kind = Kind::kMean, .function = indicator, .text = text};
}
constexpr ValueName time(std::string_view name, std::string_view text) {
    return {.name = name, .kind = Kind::kTime, .function = name, .text = text};
}
constexpr ValueName position(std::string_view name, PositionValue value, std::string_view text) {
    return {.name = name, .kind = Kind::kPosition, .position = value, .text = text};
}

constexpr std::array kNames = {
    field("open", BarField::kOpen, "The first price of the bar."),
    field("high", BarField::kHigh, "The highest."),
    field("low", BarField::kLow, "The lowest."),
    field("close", BarField::kClose, "The last."),
    field("volume", BarField::kVolume, "What was traded, in the base asset."),
    mean("hl2", "medprice", "The middle between high and low."),
    mean("hlc3", "typprice", "The mean of high, low and close."),
    mean("ohlc4", "avgprice", "The mean of all four prices."),
    time("minute", "0 to 59."),
    time("hour", "0 to 23."),
    time("weekday", "1 on Monday to 7 on Sunday."),
    time("day", "1 to 31."),
    time("month", "1 to 12."),
    time("year", "Such as 2024."),
    position("position", PositionValue::kSize, "The size held in the base asset; negative when short."),
    position("entry_price", PositionValue::kEntryPrice, "What was paid for it on average."),
    position("bars_held", PositionValue::kBarsHeld, "Bars since the entry; 1 at the close of its bar."),
    position("profit", PositionValue::kProfit, "The gain at the close as a share of the entry price: 0.05 is 5 %."),
};

}  // namespace

std::span<const ValueName> value_names() { return kNames; }

const ValueName* find_value_name(std::string_view name) {
    const auto* const found =
        std::find_if(kNames.begin(), kNames.end(), [&](const ValueName& known) { return known.name == name; });
    return found == kNames.end() ? nullptr : found;
}

std::optional<BarField> bar_field(std::string_view input) {
    const ValueName* const found = find_value_name(input);
    return found != nullptr && found->kind == Kind::kField ? std::optional(found->field) : std::nullopt;
}

bool is_word(std::string_view name) {
    static constexpr std::array<std::string_view, 5> kWords = {"and", "or", "not", "true", "false"};
    return std::find(kWords.begin(), kWords.end(), name) != kWords.end();
}

bool is_reserved(std::string_view name) { return find_value_name(name) != nullptr || is_word(name); }

}  // namespace ct::expr
