#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "ct/indicators/registry.hpp"

namespace ct::python {

/// The saved state of an indicator with a digest of it, the indicator's name and its parameters: an indicator trusts
/// what it is restored from, so that a state of another one, or a damaged one, must not reach it.
std::vector<std::byte> seal(const indicators::IndicatorInfo& info, std::span<const double> parameters,
                            std::vector<std::byte> state);

/// The state out of its seal; nothing when it is not one of this indicator with these parameters.
std::optional<std::vector<std::byte>> unseal(const indicators::IndicatorInfo& info, std::span<const double> parameters,
                                             std::span<const std::byte> sealed);

}  // namespace ct::python
