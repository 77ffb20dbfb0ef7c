#pragma once

#include <cstddef>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/time.hpp"
#include "ct/report/data_writer.hpp"

namespace ct::report {

inline constexpr std::size_t kMaxChartPoints = 5000;  ///< of a line
inline constexpr std::size_t kMaxMarks = 10'000;      ///< trades on a chart
inline constexpr std::size_t kMaxLevels = 30'000;     ///< of stops and targets on a chart
inline constexpr std::size_t kMaxLines = 16;          ///< of indicators on a chart
// Characters of the packed columns of all charts.
inline constexpr std::size_t kCandleCharacters = 1'600'000;
inline constexpr std::size_t kLineCharacters = 600'000;
inline constexpr std::size_t kRollingDays = 30;

/// A time as pages count it.
inline double milliseconds(TimeNs time_ns) { return static_cast<double>(floor_div(time_ns, kNsPerMs)); }

/// The members of a page's data that its charts are drawn from. Each says what it left out.
void write_price_charts(DataWriter& out, const analyzers::RunResult& result);
void write_equity(DataWriter& out, const analyzers::RunResult& result);
/// Deepest falls, monthly and daily returns, rolling Sharpe ratio.
void write_returns(DataWriter& out, const analyzers::RunResult& result);

}  // namespace ct::report
