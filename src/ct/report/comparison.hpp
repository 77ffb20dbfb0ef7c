#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ct/report/compared_run.hpp"

namespace ct::report {

inline constexpr std::size_t kMaxComparedRuns = 16;

/// A metric of all runs, as texts, and which runs are the best by it; none where more is neither better nor worse.
struct ComparedMetric {
    std::string group;
    std::string label;
    std::vector<std::string> values;
    std::vector<std::size_t> best;
};

/// The metrics that any of the runs has, in their order.
std::vector<ComparedMetric> compare_metrics(std::span<const ComparedRun> runs);

/// What makes the runs hard to compare: other assets, other times.
std::vector<std::string> comparison_warnings(std::span<const ComparedRun> runs);

/// One page of several runs, that needs nothing else: equity from 100 on, drawdown, metrics side by side.
std::string comparison_html(std::span<const ComparedRun> runs);

}  // namespace ct::report
