#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ct/analyzers/run_result.hpp"

namespace ct::analyzers {

inline constexpr std::size_t kMaxTradeRows = 5000;

/// The metric of this name; NaN if there is none.
double metric(const RunResult& result, std::string_view name);

/// The tables of the HTML report.
std::string metrics_table(const RunResult& result);
std::string costs_table(const RunResult& result);
std::string settings_table(const RunResult& result);
std::string run_table(const RunResult& result);
std::string data_section(const RunResult& result);
/// All trades, or the last kMaxTradeRows and a sentence that says so.
std::string trades_section(const RunResult& result);

}  // namespace ct::analyzers
