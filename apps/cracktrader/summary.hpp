#pragma once

#include <string>

#include "ct/analyzers/run_result.hpp"

namespace ct::cli {

/// A finished run as a table for people.
std::string summary(const analyzers::RunResult& result);

}  // namespace ct::cli
