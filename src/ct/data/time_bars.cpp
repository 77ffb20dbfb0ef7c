#include "ct/data/time_bars.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/open_bar.hpp"
#include "ct/data/trade_columns.hpp"

namespace ct::data {

namespace {

/// Trades that all timeframes take before the next ones are read: three columns of 8 KiB stay in a first-level cache.
constexpr std::size_t kBlock = 1024;

void push(const OpenBar& bar, TimeNs open_ns, bool sides, BarSeries& out) {
    out.time_ns.push_back(open_ns);
    out.open.push_back(bar.open);
    out.high.push_back(bar.high);
    out.low.push_back(bar.low);
    out.close.push_back(bar.close);
    out.volume.push_back(bar.volume);
    out.extras.quote_volume.push_back(bar.quote_volume);
    out.extras.trade_count.push_back(bar.trade_count);
    if (!sides) return;
    out.extras.taker_buy_volume.push_back(bar.taker_buy_volume);
    out.extras.taker_buy_quote_volume.push_back(bar.taker_buy_quote_volume);
}

}  // namespace

void TimeBars::run(const TradeColumns& trades, BarSeries& out) {
    sides_ = !trades.aggressor.empty();
    for (std::size_t row = 0; row < trades.size();) {
        const TimeNs time_ns = trades.time_ns[row];
        if (time_ns < open_ns_) {
            ++stale_;
            ++row;
            continue;
        }
        if (time_ns >= end_ns_) {
            emit(out);
            begin(time_ns);
        }
        row = bar_.add_while(trades, row, open_ns_, end_ns_);
    }
}

void TimeBars::begin(TimeNs time_ns) {
    // Most often it is the next period, which needs no division.
    const bool is_next = open_ns_ < end_ns_ && time_ns < timeframe_.close_of(end_ns_);
    open_ns_ = is_next ? end_ns_ : timeframe_.open_of(time_ns);
    end_ns_ = timeframe_.close_of(open_ns_);
}

void TimeBars::close_until(TimeNs now_ns, BarSeries& out) {
    if (now_ns < end_ns_) return;
    emit(out);
    begin(now_ns);
}

void TimeBars::finish(BarSeries& out) { emit(out); }

void TimeBars::emit(BarSeries& out) {
    if (bar_.trade_count == 0) return;
    push(bar_, open_ns_, sides_, out);
    bar_ = {};
}

TradeBars::TradeBars(std::span<const Timeframe> timeframes)
    : builders_(timeframes.begin(), timeframes.end()), bars_(timeframes.size()) {
    for (std::size_t i = 0; i < timeframes.size(); ++i) bars_[i].timeframe = timeframes[i];
}

void TradeBars::run(const TradeColumns& trades) {
    for (std::size_t begin = 0; begin < trades.size(); begin += kBlock) {
        const TradeColumns block = trades.rows(begin, std::min(begin + kBlock, trades.size()));
        for (std::size_t i = 0; i < builders_.size(); ++i) builders_[i].run(block, bars_[i]);
    }
}

void TradeBars::close_until(TimeNs now_ns) {
    for (std::size_t i = 0; i < builders_.size(); ++i) builders_[i].close_until(now_ns, bars_[i]);
}

void TradeBars::finish() {
    for (std::size_t i = 0; i < builders_.size(); ++i) builders_[i].finish(bars_[i]);
}

}  // namespace ct::data
