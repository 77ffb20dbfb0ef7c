#pragma once

#include <cstddef>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/strategies/registry.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

/// Typed reads of completed parameters. Errors: kInvalidArgument naming the parameter, its value and what is expected.
Result<std::size_t> whole_number(const Parameters& parameters, std::string_view name, std::size_t least,
                                 std::size_t most);
Result<bool> yes_or_no(const Parameters& parameters, std::string_view name);
Result<OrderSize> order_size(const Parameters& parameters, std::string_view name);

}  // namespace ct::strategies
