#pragma once

#include <string>

#include "ct/analyzers/run_result.hpp"

namespace ct::cli {

/// A finished run as a table for people: the headline metrics, or all of them and the returns of months and years.
std::string summary(const analyzers::RunResult& result, bool all_metrics = false);

}  // namespace ct::cli
