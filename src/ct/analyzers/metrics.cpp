#include "ct/analyzers/metrics.hpp"

#include "ct/analyzers/analyzer.hpp"
#include "ct/analyzers/metric_groups.hpp"

namespace ct::analyzers {

Metrics compute_metrics(const RunFacts& facts, AnalyzerSet chosen) {
    struct Group {
        Analyzer analyzer;
        void (*add)(Metrics&, const RunFacts&);
    };
    static constexpr Group kGroups[] = {
        {Analyzer::kReturns, add_returns}, {Analyzer::kDrawdown, add_drawdown}, {Analyzer::kExposure, add_exposure},
        {Analyzer::kTrades, add_trades},   {Analyzer::kCosts, add_costs},       {Analyzer::kBenchmark, add_benchmark},
    };
    Metrics metrics;
    for (const Group& group : kGroups) {
        if (chosen.contains(group.analyzer)) group.add(metrics, facts);
    }
    return metrics;
}

}  // namespace ct::analyzers
