#pragma once

#include <string>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/instrument.hpp"
#include "ct/report/data_writer.hpp"

namespace ct::report {

// Each writes what a chart marks of an instrument, and returns what is to be said of it: what was left out.

/// The entries and exits of trades.
std::string write_marks(DataWriter& out, const analyzers::RunResult& result, InstrumentIndex index);
/// The levels that stops and targets waited at, and where these moved.
std::string write_levels(DataWriter& out, const analyzers::RunResult& result, InstrumentIndex index);

}  // namespace ct::report
