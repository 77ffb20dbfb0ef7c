#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/result.hpp"

namespace ct::report {

/// What the JSON of a finished run says, as far as a comparison needs it.
struct ComparedRun {
    std::string name;  ///< in headings
    std::string version;
    std::string strategy;
    std::string symbols;
    std::string range;
    std::string parameters;
    std::string settings;
    std::string report_asset;
    std::string result_hash;
    std::string input_hash;
    double initial_value = 0;
    std::vector<std::pair<std::string, double>> metrics;  ///< NaN where one is undefined
    std::vector<double> time_ms;                          ///< ends of the UTC days
    std::vector<double> equity;                           ///< at them
};

/// Reads the JSON that `cracktrader backtest --json` and Result.to_json() write. `name` also names it in errors.
/// Errors: kInvalidData for what is no JSON or not that of a run, with the missing member.
Result<ComparedRun> read_run(std::string_view name, std::string_view json);

}  // namespace ct::report
