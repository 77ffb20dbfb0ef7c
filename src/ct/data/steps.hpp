#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"

namespace ct::data {

/// Says where a row was read, for messages: "x.csv:17".
using RowPlace = std::function<std::string(std::size_t row)>;

/// What the steps between open times tell.
struct Steps {
    Timeframe timeframe;
    std::size_t gaps = 0;  ///< places with at least one bar missing
    std::size_t missing_bars = 0;
    std::size_t duplicates = 0;  ///< rows whose time another row has too, less one for each time
};

/// The timeframe of open times in any order: the given one if the data have it, else the smallest step; and what is
/// missing in it. Requires: at least one time.
/// Errors: kInvalidArgument when the timeframe must be given or the data are coarser or finer, kInvalidData when the
/// smallest step is no timeframe or a time is off the grid.
Result<Steps> find_steps(std::span<const TimeNs> times, std::optional<Timeframe> given, const RowPlace& place);

}  // namespace ct::data
