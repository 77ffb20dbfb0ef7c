#pragma once

#include <cstddef>
#include <string>

#include "ct/analyzers/run_result.hpp"

namespace ct::analyzers {

inline constexpr std::size_t kMaxChartPoints = 5000;  ///< of a chart's line and its markers together
inline constexpr std::size_t kMaxMarkedTrades = 500;  ///< on a chart: an entry and an exit each
inline constexpr std::size_t kMaxPriceCharts = 12;

/// The sections of the HTML report that hold charts: the price of each series with entries and exits, the equity, the
/// drawdown. Each says what it left out.
std::string price_sections(const RunResult& result);
std::string equity_section(const RunResult& result);
std::string drawdown_section(const RunResult& result);

}  // namespace ct::analyzers
