#include "ct/strategies/parameters.hpp"

#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include "ct/core/duration.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

namespace {

/// Requires: the parameters are complete.
const std::string& value_of(const Parameters& parameters, std::string_view name) {
    return parameters.find(name)->second;
}

std::optional<std::size_t> read_whole(const std::string& text) {
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

std::optional<double> read_number(const std::string& text) {
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = fast_float::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<bool> read_yes_no(std::string_view text) {
    if (text == "true" || text == "1" || text == "yes") return true;
    if (text == "false" || text == "0" || text == "no") return false;
    return std::nullopt;
}

std::string range_text(const ParameterInfo& parameter) {
    const bool has_min = std::isfinite(parameter.min);
    const bool has_max = std::isfinite(parameter.max);
    if (has_min && has_max) return fmt::format(" from {} to {}", parameter.min, parameter.max);
    if (has_min) return fmt::format(" of at least {}", parameter.min);
    if (has_max) return fmt::format(" of at most {}", parameter.max);
    return "";
}

}  // namespace

Result<void> check(const ParameterInfo& parameter, const std::string& value) {
    const auto refuse = [&](std::string_view expected) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("parameter {}={}: expected {}", parameter.name, value, expected));
    };
    const auto in_range = [&](double number) { return number >= parameter.min && number <= parameter.max; };
    switch (parameter.type) {
        case ParameterType::kWhole: {
            const auto read = read_whole(value);
            if (!read || !in_range(static_cast<double>(*read))) return refuse("a whole number" + range_text(parameter));
            return {};
        }
        case ParameterType::kNumber: {
            const auto read = read_number(value);
            if (!read || !in_range(*read)) return refuse("a number" + range_text(parameter));
            return {};
        }
        case ParameterType::kYesNo:
            if (!read_yes_no(value)) return refuse("true or false");
            return {};
        case ParameterType::kSize: {
            const auto size = OrderSize::parse(value);
            if (size) return {};
            return fail(size.error().code, fmt::format("parameter {}: {}", parameter.name, size.error().message));
        }
        case ParameterType::kDuration: {
            const auto read = parse_duration(value);
            if (!read)
                return fail(read.error().code, fmt::format("parameter {}: {}", parameter.name, read.error().message));
            if (*read <= 0) return refuse("a time above zero, as in 1d");
            return {};
        }
        case ParameterType::kGuard:  // checked when its expression is compiled
            if (value.empty()) return refuse("none, or a distance or price, as in 3%");
            return {};
    }
    return {};
}

std::size_t whole_number(const Parameters& parameters, std::string_view name) {
    return read_whole(value_of(parameters, name)).value();
}

double number(const Parameters& parameters, std::string_view name) {
    return read_number(value_of(parameters, name)).value();
}

bool yes_or_no(const Parameters& parameters, std::string_view name) {
    return read_yes_no(value_of(parameters, name)).value();
}

OrderSize order_size(const Parameters& parameters, std::string_view name) {
    return OrderSize::parse(value_of(parameters, name)).value();
}

TimeNs duration(const Parameters& parameters, std::string_view name) {
    return parse_duration(value_of(parameters, name)).value();
}

}  // namespace ct::strategies
