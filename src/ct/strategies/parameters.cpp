#include "ct/strategies/parameters.hpp"

#include <charconv>
#include <cstddef>
#include <string>
#include <string_view>
#include <system_error>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

namespace {

/// Requires: the parameters are complete.
const std::string& value_of(const Parameters& parameters, std::string_view name) {
    return parameters.find(name)->second;
}

}  // namespace

Result<std::size_t> whole_number(const Parameters& parameters, std::string_view name, std::size_t least,
                                 std::size_t most) {
    const std::string& text = value_of(parameters, name);
    std::size_t value = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stop != end || value < least || value > most) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("parameter {}={}: expected a whole number from {} to {}", name, text, least, most));
    }
    return value;
}

Result<bool> yes_or_no(const Parameters& parameters, std::string_view name) {
    const std::string& text = value_of(parameters, name);
    if (text == "true" || text == "1" || text == "yes") return true;
    if (text == "false" || text == "0" || text == "no") return false;
    return fail(ErrorCode::kInvalidArgument, fmt::format("parameter {}={}: expected true or false", name, text));
}

Result<OrderSize> order_size(const Parameters& parameters, std::string_view name) {
    auto size = OrderSize::parse(value_of(parameters, name));
    if (!size) return fail(size.error().code, fmt::format("parameter {}: {}", name, size.error().message));
    return size;
}

}  // namespace ct::strategies
