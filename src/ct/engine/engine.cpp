#include "ct/engine/engine.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "ct/core/approved.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/order_store.hpp"
#include "ct/engine/series_state.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/engine/worth.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/rule.hpp"

namespace ct::engine {

namespace {

/// Equity points of one-row steps are handed on in batches of this many.
constexpr std::size_t kEquityBatch = 4096;

/// Rows between two calls of the progress callback.
constexpr std::uint64_t kProgressRows = 65'536;

/// How far ahead of the current row the next ones are fetched: about a batch, whose indicators are computed at once.
constexpr std::size_t kPrefetchRows = 2048;

std::vector<Observer*> listeners(std::span<Observer* const> observers, Notice notice) {
    std::vector<Observer*> result;
    std::copy_if(observers.begin(), observers.end(), std::back_inserter(result),
                 [&](const Observer* observer) { return observer->listens_to(notice); });
    return result;
}

std::vector<double> start_prices_of(const Setup& setup) {
    std::vector<double> prices;
    prices.reserve(setup.start_prices.size());
    for (std::size_t i = 0; i < setup.start_prices.size(); ++i) {
        prices.push_back(to_double(setup.start_prices[i], setup.instruments[i].scale));
    }
    return prices;
}

/// Asks for the price that most orders placed now will be matched with: few other reads come near it.
void prefetch_open(const BarColumns& columns, std::size_t row) {
    if (row < columns.size()) __builtin_prefetch(&columns.open[row]);
}

}  // namespace

Engine::Engine(const Parts& parts, const Setup& setup)
    : source_(&parts.source),
      execution_(&parts.execution),
      risk_(&parts.risk),
      account_(&parts.account),
      strategy_(&parts.strategy),
      keeps_books_(parts.risk.keeps_books()),
      order_observers_(listeners(parts.observers, Notice::kOrder)),
      fill_observers_(listeners(parts.observers, Notice::kFill)),
      ledger_observers_(listeners(parts.observers, Notice::kLedger)),
      equity_observers_(listeners(parts.observers, Notice::kEquity)),
      risk_observers_(listeners(parts.observers, Notice::kRisk)),
      level_observers_(listeners(parts.observers, Notice::kLevel)),
      setup_(setup),
      ctx_(setup.instruments, setup.series, parts.account, setup.fees, setup.filters, setup.start_ns,
           setup.start_prices),
      books_(parts.account, ctx_.orders_.records(), setup.start_prices),
      worth_(parts.account, start_prices_of(setup)) {
    if (!keeps_books_) return;
    order_observers_.push_back(&books_);
    fill_observers_.push_back(&books_);
}

Result<void> Engine::run() {
    if (auto started = start(); !started) return started;
    for (;;) {
        const auto item = source_->next(ctx_.next_timer_ns_);
        if (!item) return fail(item);
        if (std::holds_alternative<End>(*item)) return stop();
        Result<void> done;
        if (const auto* bars = std::get_if<ClosedBars>(&*item)) {
            done = take(*bars);
        } else {
            done = run_timers(std::get<Idle>(*item).now_ns);
        }
        if (!done) return done;
        if (setup_.progress && rows_ - reported_rows_ >= kProgressRows) {
            reported_rows_ = rows_;
            if (!setup_.progress(rows_)) return fail(ErrorCode::kInterrupted, "the run was interrupted");
        }
    }
}

Result<void> Engine::start() {
    if (auto booked = deposit(); !booked) return booked;
    if (auto watched = watch(); !watched) return watched;
    strategy_->on_start(ctx_);
    if (auto healthy = check(); !healthy) return healthy;
    return route();
}

Result<void> Engine::deposit() {
    for (std::size_t i = 0; i < setup_.balances.size(); ++i) {
        if (setup_.balances[i].count == 0) continue;
        const auto booked = book({.time_ns = setup_.start_ns,
                                  .kind = LedgerKind::kTransfer,
                                  .cash = setup_.balances[i],
                                  .asset = static_cast<AssetIndex>(i)});
        if (!booked) return booked;
    }
    worth_.refresh();
    return {};
}

Result<void> Engine::stop() {
    flush_equity();
    execution_->finish(ctx_.now_ns_);
    if (auto taken = take_reports(); !taken) return taken;
    deliver({});
    if (auto healthy = check(); !healthy) return healthy;
    strategy_->on_stop(ctx_);
    if (auto healthy = check(); !healthy) return healthy;
    // Orders of the last callbacks find no market any more.
    for (const Context::Wish& wish : ctx_.wishes_) {
        if (wish.intent != Context::Intent::kSubmit) continue;
        const OrderId id = wish.order_id;
        if (auto moved = move(id, OrderStatus::kRejected, ctx_.now_ns_, Reason::kEndOfRun); !moved) return moved;
    }
    return {};
}

Result<void> Engine::take(ClosedBars bars) {
    const BarBlock& first = bars.front();
    blocks_ += bars.size();
    rows_ += bars.size() == 1 ? first.end - first.begin : bars.size();
    const TimeNs close_ns = ctx_.series_[first.series].info.timeframe.close_of(first.columns->time_ns[first.begin]);
    if (auto fired = run_timers(close_ns - 1); !fired) return fired;

    closed_.clear();
    for (const BarBlock& block : bars) {
        SeriesState& state = ctx_.series_[block.series];
        state.enter(block);
        closed_.push_back(&state);
    }
    if (bars.size() == 1) return run_rows(*closed_.front(), first);
    ctx_.now_ns_ = close_ns;
    if (auto done = step(closed_); !done) return done;
    track_step();
    if (equity_.size() >= kEquityBatch) flush_equity();
    return {};
}

Result<void> Engine::run_rows(SeriesState& state, const BarBlock& block) {
    SeriesState* const self = &state;
    in_block_ = self;
    tracked_row_ = block.begin;
    for (std::size_t row = block.begin; row < block.end;) {
        if (!has_news() && !setup_.cheat_on_open) {
            row = run_quiet(state, row, block.end);
            if (ctx_.failure_) [[unlikely]]
                return check();
            if (!ctx_.wishes_.empty()) {
                prefetch_open(*state.columns, row);
                if (auto routed = route(); !routed) return routed;
            }
            if (row == block.end) break;
        }
        const TimeNs close_ns = state.info.timeframe.close_of(state.columns->time_ns[row]);
        if (ctx_.next_timer_ns_ < close_ns) {
            track_rows(state, row);  // what a timer's step fills at a close counts from the next row on
            if (auto fired = run_timers(close_ns - 1); !fired) return fired;
        }
        state.offset = row - state.batch_begin;
        ctx_.now_ns_ = close_ns;
        if (auto done = step({&self, 1}); !done) return done;
        ++row;
    }
    track_rows(state, block.end);
    in_block_ = nullptr;
    flush_equity();
    return {};
}

std::size_t Engine::run_quiet(SeriesState& state, std::size_t row, std::size_t end) {
    // What stands still while the rows run is read once: the compiler must expect that a callback changes everything.
    const Timeframe timeframe = state.info.timeframe;
    const TimeNs* const open_times_ns = state.columns->time_ns.data();
    const double* const closes = state.columns->close.data();
    const std::size_t batch_begin = state.batch_begin;
    const TimeNs next_timer_ns = ctx_.next_timer_ns_;
    Strategy& strategy = *strategy_;
    const bool shows = !state.info.detail;
    const bool keeps_books = keeps_books_;
    double unmarked = 0;
    const bool has_orders = state.executes && !ctx_.orders_.working().empty();
    const QuietBars quiet = has_orders ? execution_->quiet_bars(state.info.instrument) : QuietBars{};
    const double* const lows = state.columns->low.data();
    const double* const highs = state.columns->high.data();
    double& last_close = state.executes ? ctx_.last_close_[state.info.instrument] : unmarked;
    ctx_.spoke_ = false;
    for (; row < end; ++row) {
        const TimeNs close_ns = timeframe.close_of(open_times_ns[row]);
        if (next_timer_ns <= close_ns) return row;
        if (has_orders) {
            const bool passes = lows[row] > quiet.above && highs[row] < quiet.below && close_ns < quiet.until_ns;
            if (!passes) return row;
        }
        state.offset = row - batch_begin;
        ctx_.now_ns_ = close_ns;
        last_close = closes[row];
        if (keeps_books) [[unlikely]] {
            mark(state, closes[row]);
            if (auto watched = watch(); !watched) {
                ctx_.fail(watched.error());
                return row + 1;
            }
        }
        __builtin_prefetch(closes + row + kPrefetchRows, 0, 2);
        __builtin_prefetch(open_times_ns + row + kPrefetchRows, 0, 2);
        if (!shows) continue;
        strategy.on_bar(ctx_, {state.index, state.info, *state.columns, row});
        if (ctx_.spoke_) return row + 1;
    }
    return row;
}

Result<void> Engine::run_timers(TimeNs before_ns) {
    while (ctx_.next_timer_ns_ <= before_ns) {
        ctx_.now_ns_ = std::max(ctx_.now_ns_, ctx_.next_timer_ns_);
        if (auto done = step({}); !done) return done;
    }
    return {};
}

Result<void> Engine::step(std::span<SeriesState* const> closed) {
    collect_timers();
    if (setup_.cheat_on_open && !closed.empty()) {
        if (auto shown = show_opens(closed); !shown) return shown;
    }
    if (auto matched = match(closed); !matched) return matched;
    deliver(closed);
    if (ctx_.failure_) [[unlikely]]
        return check();
    if (ctx_.wishes_.empty()) return {};
    return route();
}

Result<void> Engine::show_opens(std::span<SeriesState* const> closed) {
    const TimeNs close_ns = ctx_.now_ns_;
    ctx_.now_ns_ = closed.front()->bar().open_time_ns();
    for (const SeriesState* state : closed) mark(*state, state->columns->open[state->row()]);
    for (SeriesState* state : closed) {
        const double open = state->columns->open[state->row()];
        --state->offset;  // what the strategy reads ends with the bar before
        if (!ctx_.failure_) strategy_->on_open(ctx_, state->index, open);
        ++state->offset;
    }
    if (auto healthy = check(); !healthy) return healthy;
    if (auto routed = route(); !routed) return routed;
    ctx_.now_ns_ = close_ns;
    return {};
}

Result<void> Engine::match(std::span<SeriesState* const> closed) {
    if (!ctx_.orders_.working().empty()) {
        bars_.clear();
        for (const SeriesState* state : closed) {
            if (state->executes) bars_.push_back(state->bar());
        }
        if (auto matched = execution_->on_market(bars_); !matched) return matched;
        if (auto taken = take_reports(); !taken) return taken;
    }
    for (const SeriesState* state : closed) mark(*state, state->columns->close[state->row()]);
    return watch();
}

void Engine::deliver(std::span<SeriesState* const> closed) {
    // Callbacks only add wishes and timers; what they cause arrives in a later step. None comes after one that failed.
    const auto call_each = [&](const auto& news, const auto& call) {
        for (const auto& one : news) {
            if (ctx_.failure_) [[unlikely]]
                return;
            call(one);
        }
    };
    call_each(updates_, [&](const OrderUpdate& update) { strategy_->on_order(ctx_, update); });
    updates_.clear();
    call_each(fills_, [&](const Fill& fill) { strategy_->on_fill(ctx_, fill); });
    fills_.clear();
    call_each(due_, [&](const Timer& timer) { strategy_->on_timer(ctx_, timer); });
    due_.clear();
    call_each(closed, [&](const SeriesState* state) {
        if (!state->info.detail) strategy_->on_bar(ctx_, state->bar());
    });
}

void Engine::mark(const SeriesState& state, double price) {
    if (!state.executes) return;
    const InstrumentIndex instrument = state.info.instrument;
    ctx_.last_close_[instrument] = price;
    if (keeps_books_) books_.mark(instrument, ctx_.last_price(instrument).value_or(Price{}), ctx_.now_ns_);
}

Result<void> Engine::watch() {
    if (!keeps_books_) return {};
    if (auto kept = books_.status(); !kept) return kept;
    const auto equity = books_.equity();
    if (!equity) return fail(equity);
    return risk_->watch(ctx_.now_ns_, *equity);
}

bool Engine::has_news() const { return !updates_.empty() || !fills_.empty(); }

void Engine::collect_timers() {
    while (ctx_.next_timer_ns_ <= ctx_.now_ns_) due_.push_back(ctx_.pop_timer());
}

void Engine::track_rows(const SeriesState& state, std::size_t end_row) {
    const BarColumns rows = state.columns->rows(tracked_row_, end_row);
    if (state.executes) {
        worth_.add_rows(equity_, state.info.timeframe, rows, state.info.instrument, ctx_.last_close_);
    } else {
        worth_.add_rows(equity_, state.info.timeframe, rows, ctx_.last_close_);
    }
    tracked_row_ = end_row;
}

void Engine::track_step() { worth_.add_step(equity_, ctx_.now_ns_, ctx_.last_close_); }

void Engine::flush_equity() {
    if (equity_.size() == 0) return;
    for (Observer* observer : equity_observers_) observer->on_equity(equity_.points());
    equity_.clear();
}

Result<void> Engine::check() const {
    if (ctx_.failure_) return fail(ctx_.failure_->code, ctx_.failure_->message);
    return {};
}

}  // namespace ct::engine
