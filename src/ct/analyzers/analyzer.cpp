#include "ct/analyzers/analyzer.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tl/expected.hpp>

#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"

namespace ct::analyzers {

namespace {

constexpr std::array kInfos = {
    AnalyzerInfo{Analyzer::kReturns, "returns", "return, volatility, Sharpe and other ratios, value at risk"},
    AnalyzerInfo{Analyzer::kDrawdown, "drawdown", "the deepest fall, its dates and lengths, Ulcer index"},
    AnalyzerInfo{Analyzer::kExposure, "exposure", "how much of the time there was a position"},
    AnalyzerInfo{Analyzer::kTrades, "trades", "win rate, profit factor, expectancy, streaks, long and short"},
    AnalyzerInfo{Analyzer::kCosts, "costs", "turnover, fees, slippage"},
    AnalyzerInfo{Analyzer::kBenchmark, "benchmark", "buy and hold, and alpha, beta and correlation to it"},
    AnalyzerInfo{Analyzer::kPeriods, "periods", "monthly and yearly returns"},
    AnalyzerInfo{Analyzer::kEquityCurve, "equity_curve", "equity at the end of each UTC day"},
    AnalyzerInfo{Analyzer::kTradeLog, "trade_log", "fills with their fees and slippage, and the trades they make"},
    AnalyzerInfo{Analyzer::kDecisionLog, "decision_log", "every order the strategy made and what became of it"},
};

tl::unexpected<Error> unknown(std::string_view name) {
    std::vector<std::string_view> known;
    known.reserve(kInfos.size());
    for (const AnalyzerInfo& info : kInfos) known.push_back(info.name);
    return fail(ErrorCode::kNotFound, fmt::format("no analyzer '{}'; did you mean '{}'? There is {}", name,
                                                  nearest(name, known), fmt::join(known, ", ")));
}

}  // namespace

std::span<const AnalyzerInfo> analyzer_infos() { return kInfos; }

std::string_view name_of(Analyzer analyzer) { return kInfos[static_cast<std::size_t>(analyzer)].name; }

AnalyzerSet::AnalyzerSet() {
    for (const AnalyzerInfo& info : kInfos) {
        if (info.analyzer != Analyzer::kDecisionLog) bits_ |= bit(info.analyzer);
    }
}

Result<AnalyzerSet> AnalyzerSet::parse(std::span<const std::string> names) {
    AnalyzerSet set;
    set.bits_ = 0;
    for (const std::string& name : names) {
        const auto* const found =
            std::find_if(kInfos.begin(), kInfos.end(), [&](const AnalyzerInfo& info) { return info.name == name; });
        if (found == kInfos.end()) return unknown(name);
        set.bits_ |= bit(found->analyzer);
    }
    return set;
}

}  // namespace ct::analyzers
