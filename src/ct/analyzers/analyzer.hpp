#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct::analyzers {

/// What can be asked of a run. The first ones make metrics or tables of returns, the logs list what happened.
enum class Analyzer : std::uint8_t {
    kReturns,
    kDrawdown,
    kExposure,
    kTrades,
    kCosts,
    kBenchmark,
    kPeriods,
    kEquityCurve,
    kTradeLog,
    kDecisionLog,
};

struct AnalyzerInfo {
    Analyzer analyzer;
    std::string_view name;
    std::string_view text;  ///< what it gives, for people
};

/// All of them, in the order of the enumeration, which is that of their results.
std::span<const AnalyzerInfo> analyzer_infos();
std::string_view name_of(Analyzer analyzer);

/// Which analyzers a run has.
class AnalyzerSet {
  public:
    /// All but the decision log, whose place in a JSON result would be as large as the rest.
    AnalyzerSet();
    AnalyzerSet(std::initializer_list<Analyzer> analyzers);

    /// The ones of these names, in turn: of an analyzer, or of a bundle (`default`, `backtest_default`, ...); one with
    /// a minus before it is left out again. None of no names. Errors: kNotFound for an unknown name, with the nearest.
    static Result<AnalyzerSet> parse(std::span<const std::string> names);

    [[nodiscard]] bool contains(Analyzer analyzer) const { return (bits_ & bit(analyzer)) != 0; }

    friend bool operator==(AnalyzerSet, AnalyzerSet) = default;

  private:
    static std::uint32_t bit(Analyzer analyzer) { return std::uint32_t{1} << static_cast<unsigned>(analyzer); }

    std::uint32_t bits_ = 0;
};

}  // namespace ct::analyzers
