#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/expr/source.hpp"
#include "ct/expr/syntax.hpp"

namespace ct::expr {

/// Which argument of a call stands in which place: indices into call.parts, kNotGiven where there is none.
inline constexpr std::size_t kNotGiven = static_cast<std::size_t>(-1);

/// Those without a keyword stand in order from the place `first` on. Errors: kInvalidArgument (too many, a keyword
/// that no place has, a place twice, one without a keyword behind one with).
Result<std::vector<std::size_t>> place_arguments(const Source& source, const Expression& call,
                                                 std::span<const std::string_view> places, std::size_t first);

}  // namespace ct::expr
