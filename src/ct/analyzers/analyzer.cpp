#include "ct/analyzers/analyzer.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

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

struct Bundle {
    std::string_view name;
    AnalyzerSet analyzers;
};

const std::array<Bundle, 5>& bundles() {
    using enum Analyzer;
    static const std::array<Bundle, 5> kAll = {{
        {"default", AnalyzerSet()},
        {"backtest_default", {kEquityCurve, kTradeLog, kDecisionLog}},
        {"paper_default", {kEquityCurve, kTradeLog, kDecisionLog}},
        {"live_default", {kEquityCurve, kDecisionLog}},
        {"prediction_market", {kTradeLog, kDecisionLog}},
    }};
    return kAll;
}

/// An analyzer alone, or a bundle.
Result<AnalyzerSet> named(std::string_view name) {
    std::vector<std::string_view> known;
    for (const AnalyzerInfo& info : kInfos) {
        if (info.name == name) return AnalyzerSet{info.analyzer};
        known.push_back(info.name);
    }
    for (const Bundle& bundle : bundles()) {
        if (bundle.name == name) return bundle.analyzers;
        known.push_back(bundle.name);
    }
    return fail(ErrorCode::kNotFound, fmt::format("no analyzer '{}'{} There is {}", name,
                                                  did_you_mean(name, known, "; "), fmt::join(known, ", ")));
}

}  // namespace

std::span<const AnalyzerInfo> analyzer_infos() { return kInfos; }

std::string_view name_of(Analyzer analyzer) { return kInfos[static_cast<std::size_t>(analyzer)].name; }

AnalyzerSet::AnalyzerSet() {
    for (const AnalyzerInfo& info : kInfos) {
        if (info.analyzer != Analyzer::kDecisionLog) bits_ |= bit(info.analyzer);
    }
}

AnalyzerSet::AnalyzerSet(std::initializer_list<Analyzer> analyzers) {
    for (const Analyzer analyzer : analyzers) bits_ |= bit(analyzer);
}

Result<AnalyzerSet> AnalyzerSet::parse(std::span<const std::string> names) {
    AnalyzerSet set;
    set.bits_ = 0;
    for (const std::string_view name : names) {
        const bool leaves_out = name.starts_with('-');
        const auto part = named(name.substr(leaves_out ? 1 : 0));
        if (!part) return fail(part);
        set.bits_ = leaves_out ? set.bits_ & ~part->bits_ : set.bits_ | part->bits_;
    }
    return set;
}

}  // namespace ct::analyzers
