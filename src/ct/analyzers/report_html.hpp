#pragma once

#include <string>

#include "ct/analyzers/run_result.hpp"

namespace ct::analyzers {

/// The result as one HTML page that needs nothing else: no script, and nothing it would have to fetch. Charts hold at
/// most kMaxChartPoints points, the trade table kMaxTradeRows rows and the page kMaxPriceCharts price charts; where
/// something was left out the page says so. Amounts are rounded for reading: the exact ones are in the JSON report.
std::string to_html(const RunResult& result);

}  // namespace ct::analyzers
