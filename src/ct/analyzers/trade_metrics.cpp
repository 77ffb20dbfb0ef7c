// What the closed trades say.

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <vector>

#include "ct/analyzers/metric_groups.hpp"
#include "ct/analyzers/metrics.hpp"
#include "ct/analyzers/statistics.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/order.hpp"
#include "ct/core/time.hpp"

namespace ct::analyzers {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kNsPerHour = 3600.0 * kNsPerSecond;

/// Trades that are added one after the other. A trade that broke even counts as lost.
struct Tally {
    double trades = 0;
    double won = 0;
    double profit = 0;  ///< of the winners
    double loss = 0;    ///< of the others, positive

    void add(double pnl) {
        trades += 1;
        if (pnl > 0) {
            won += 1;
            profit += pnl;
        } else {
            loss -= pnl;
        }
    }
    [[nodiscard]] double win_rate() const { return ratio(won, trades); }
};

/// The longest rows of winners and of losers.
class Streaks {
  public:
    void add(bool won) {
        run_ = won == winning_ ? run_ + 1 : 1;
        winning_ = won;
        double& longest = won ? longest_winning : longest_losing;
        longest = std::max(longest, run_);
    }
    double longest_winning = 0;
    double longest_losing = 0;

  private:
    bool winning_ = false;
    double run_ = 0;
};

/// The share of the capital to put into each trade that makes it grow fastest.
double kelly(double win_rate, double payoff) { return ratio(win_rate * payoff - (1 - win_rate), payoff); }

}  // namespace

void add_trades(Metrics& metrics, const RunFacts& facts) {
    Tally all;
    Tally longs;
    Tally shorts;
    Streaks streaks;
    double hours = 0;
    std::vector<double> pnls;
    pnls.reserve(facts.trades.size());
    for (const RoundTrip& trade : facts.trades) {
        if (trade.open) continue;
        const double pnl = trade.pnl.to_double() * facts.quote_rates[trade.instrument];
        pnls.push_back(pnl);
        all.add(pnl);
        (trade.side == Side::kBuy ? longs : shorts).add(pnl);
        streaks.add(pnl > 0);
        hours += static_cast<double>(trade.exit_time_ns - trade.entry_time_ns) / kNsPerHour;
    }
    const double payoff = ratio(ratio(all.profit, all.won), ratio(all.loss, all.trades - all.won));
    const auto [worst, best] = std::minmax_element(pnls.begin(), pnls.end());
    metrics.emplace_back("trades", all.trades);
    metrics.emplace_back("win_rate", all.win_rate());
    metrics.emplace_back("profit_factor", ratio(all.profit, all.loss));
    metrics.emplace_back("payoff_ratio", payoff);
    metrics.emplace_back("expectancy", mean(pnls));
    metrics.emplace_back("sqn", ratio(mean(pnls), deviation(pnls)) * std::sqrt(all.trades));
    metrics.emplace_back("kelly", kelly(all.win_rate(), payoff));
    metrics.emplace_back("best_trade", pnls.empty() ? kUndefined : *best);
    metrics.emplace_back("worst_trade", pnls.empty() ? kUndefined : *worst);
    metrics.emplace_back("longest_winning_streak", streaks.longest_winning);
    metrics.emplace_back("longest_losing_streak", streaks.longest_losing);
    metrics.emplace_back("average_holding_hours", ratio(hours, all.trades));
    metrics.emplace_back("long_trades", longs.trades);
    metrics.emplace_back("long_win_rate", longs.win_rate());
    metrics.emplace_back("long_profit", longs.profit - longs.loss);
    metrics.emplace_back("short_trades", shorts.trades);
    metrics.emplace_back("short_win_rate", shorts.win_rate());
    metrics.emplace_back("short_profit", shorts.profit - shorts.loss);
    const auto ambiguous =
        std::count_if(facts.fills.begin(), facts.fills.end(), [](const Fill& fill) { return fill.ambiguous; });
    metrics.emplace_back("ambiguous_fills", static_cast<double>(ambiguous));
}

}  // namespace ct::analyzers
