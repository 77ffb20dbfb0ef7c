#pragma once

#include <string>

#include "ct/analyzers/run_result.hpp"

namespace ct::report {

/// The result as one HTML page that needs nothing else: it draws itself with the script inside it and asks for nothing
/// outside. Charts hold at most kMaxChartPoints points, tables kMaxTableRows rows; where something was left out the
/// page says so. Amounts are rounded for reading: the exact ones are in the JSON report.
std::string to_html(const analyzers::RunResult& result);

/// Only the charts of prices and equity, for a notebook.
std::string charts_html(const analyzers::RunResult& result);

}  // namespace ct::report
