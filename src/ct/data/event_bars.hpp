#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/open_bar.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

/// Bars that end by what was traded, not by the clock, as columns of equal length. Several may have the same time.
struct EventBars {
    std::vector<TimeNs> open_ns;   ///< time of the first trade
    std::vector<TimeNs> close_ns;  ///< time of the last trade
    std::vector<double> open;
    std::vector<double> high;
    std::vector<double> low;
    std::vector<double> close;
    std::vector<double> volume;        ///< in the base asset
    std::vector<double> quote_volume;  ///< sum of price x amount
    std::vector<std::int64_t> trade_count;

    [[nodiscard]] std::size_t size() const { return open_ns.size(); }
    void add(const OpenBar& bar, TimeNs first_ns, TimeNs last_ns);
};

/// Most counts that a price or an amount may have where they are compared exactly.
inline constexpr std::int64_t kMostCounts = 1'000'000'000'000'000'000;

/// The nearest count of a price or amount, which is the number that was written as long as it has at most 15 digits.
/// Requires: 0 <= value * 10^decimals <= kMostCounts.
std::int64_t nearest_count(double value, double unit);

/// What the builders of this file require: check_trades, and no more than kMostCounts in a price or an amount.
/// Errors: kInvalidData naming the row and the field.
Result<void> check_trades(const TradeColumns& trades, const Scale& scale);

/// A threshold as decimal text, above 0, in counts of 10^-decimals. `name` is for the message.
/// Errors: kInvalidArgument when it is no such number or has more decimals.
Result<std::int64_t> read_threshold(const char* name, std::string_view text, int decimals);

// When a bar ends. Trades are never split: the trade that reaches the threshold is the bar's last, and the next bar
// starts from nothing. Thresholds are compared in exact counts, so ten trades of 0.1 are 1. `ends` adds a trade.

/// A tick bar ends with its n-th trade.
class TickRule {
  public:
    /// Errors: kInvalidArgument below 1.
    static Result<TickRule> make(std::int64_t trades);
    bool ends(double /*price*/, double /*amount*/) {
        if (++trades_ < threshold_) return false;
        trades_ = 0;
        return true;
    }

  private:
    explicit TickRule(std::int64_t trades) : threshold_(trades) {}
    std::int64_t threshold_;
    std::int64_t trades_ = 0;
};

/// A volume bar ends when the amounts of its trades sum to the threshold or more.
class VolumeRule {
  public:
    /// `amount` is a decimal number of the base asset. Errors: kInvalidArgument when it is none above 0 or has more
    /// decimals than quantities have.
    static Result<VolumeRule> make(std::string_view amount, const Scale& scale);
    bool ends(double price, double amount);

  private:
    VolumeRule(std::int64_t threshold, const Scale& scale);
    std::int64_t threshold_;
    std::int64_t volume_ = 0;
    double unit_;
};

/// A dollar bar ends when price x amount of its trades sum to the threshold or more.
class DollarRule {
  public:
    /// `value` is a decimal number of the quote asset. Errors: kInvalidArgument when it is none above 0 and
    /// up to kMostCounts, kOverflow.
    static Result<DollarRule> make(std::string_view value, const Scale& scale);
    bool ends(double price, double amount);

  private:
    DollarRule(int128 threshold, const Scale& scale);
    int128 threshold_;  ///< in counts of the product
    int128 value_ = 0;
    double price_unit_;
    double amount_unit_;
};

/// A range bar ends when its high is the threshold or more above its low. A price that jumps makes no bars in between.
class RangeRule {
  public:
    /// `range` is a decimal number. Errors: kInvalidArgument when it is none above 0 or has more decimals than prices.
    static Result<RangeRule> make(std::string_view range, const Scale& scale);
    bool ends(double price, double amount);

  private:
    RangeRule(std::int64_t threshold, const Scale& scale);
    void clear();
    std::int64_t threshold_;
    std::int64_t high_ = std::numeric_limits<std::int64_t>::min();
    std::int64_t low_ = std::numeric_limits<std::int64_t>::max();
    double unit_;
};

/// Joins trades, in the order of their arrival, to bars that end by a rule. Any chunking gives the same bits.
template <class Rule>
class EventBarBuilder {
  public:
    explicit EventBarBuilder(Rule rule) : rule_(rule) {}

    /// Adds the bars that these trades complete to `out`. Requires: check_trades with the scale of the rule.
    void run(const TradeColumns& trades, EventBars& out);
    /// Adds the bar that is still open, if it has trades. The last call of all.
    void finish(EventBars& out);

  private:
    void add(const TradeColumns& trades, std::size_t begin, std::size_t end);

    Rule rule_;
    OpenBar bar_;
    TimeNs first_ns_ = 0;
    TimeNs last_ns_ = 0;
};

using TickBars = EventBarBuilder<TickRule>;
using VolumeBars = EventBarBuilder<VolumeRule>;
using DollarBars = EventBarBuilder<DollarRule>;
using RangeBars = EventBarBuilder<RangeRule>;

extern template class EventBarBuilder<TickRule>;
extern template class EventBarBuilder<VolumeRule>;
extern template class EventBarBuilder<DollarRule>;
extern template class EventBarBuilder<RangeRule>;

}  // namespace ct::data
