#pragma once

#include <cstddef>

#include "ct/analyzers/run_result.hpp"
#include "ct/report/data_writer.hpp"

namespace ct::report {

inline constexpr std::size_t kMaxTableRows = 5000;

/// The members of a page's data that are read: the headline numbers, tables of names and values, what to be warned of,
/// the series, what risk decided, the trades. A table holds at most kMaxTableRows rows and says so.
void write_warnings(DataWriter& out, const analyzers::RunResult& result);
void write_cards(DataWriter& out, const analyzers::RunResult& result);
void write_fact_tables(DataWriter& out, const analyzers::RunResult& result);
void write_series(DataWriter& out, const analyzers::RunResult& result);
void write_risk(DataWriter& out, const analyzers::RunResult& result);
void write_trades(DataWriter& out, const analyzers::RunResult& result);

}  // namespace ct::report
