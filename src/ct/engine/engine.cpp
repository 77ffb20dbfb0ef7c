#include "ct/engine/engine.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "ct/account/ledger.hpp"
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
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
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

/// Why an order cannot go out whatever risk says.
Reason refusal(const Order& order, const OrderStore& orders) {
    const std::string_view client_id = orders.client_id(order.id);
    if (!client_id.empty() && !is_client_id(client_id)) return Reason::kInvalidClientId;
    if (const OrderId parent = order.request.parent; parent != 0) {
        if (!orders.contains(parent) || parent >= order.id) return Reason::kParent;
        const Order& first = orders.at(parent);
        if (first.request.instrument != order.request.instrument) return Reason::kContradiction;
        if (is_final(first.status) && first.filled.count == 0) return Reason::kParent;
    }
    if (const OrderId oco = order.request.oco; oco != 0) {
        const bool known = orders.contains(oco) && oco < order.id;
        if (!known || orders.at(oco).request.instrument != order.request.instrument) return Reason::kContradiction;
        if (!is_working(orders.at(oco).status)) return Reason::kOco;
    }
    return Reason::kNone;
}

std::vector<double> start_prices_of(const Setup& setup) {
    std::vector<double> prices;
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
      books_(parts.account, setup.start_prices),
      keeps_books_(parts.risk.keeps_books()),
      order_observers_(listeners(parts.observers, Notice::kOrder)),
      fill_observers_(listeners(parts.observers, Notice::kFill)),
      ledger_observers_(listeners(parts.observers, Notice::kLedger)),
      equity_observers_(listeners(parts.observers, Notice::kEquity)),
      risk_observers_(listeners(parts.observers, Notice::kRisk)),
      setup_(setup),
      ctx_(setup.instruments, setup.series, parts.account, setup.fees, setup.filters, setup.start_ns,
           setup.start_prices),
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
            mark(state);
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
    for (const SeriesState* state : closed) mark(*state);
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

Result<void> Engine::route() {
    bool canceled = false;
    for (const Context::Wish& wish : ctx_.wishes_) {
        Result<void> sent;
        if (wish.intent == Context::Intent::kSubmit) {
            // What a cancel sets free, an order behind it may use.
            if (std::exchange(canceled, false) && account_->reserves()) sent = take_reports();
            if (sent) sent = send(wish.order_id);
        } else if (wish.intent == Context::Intent::kReplace) {
            sent = send(ctx_.changes_[wish.change]);
        } else {
            execution_->cancel(wish.order_id, ctx_.now_ns_);
            canceled = true;
        }
        if (!sent) return sent;
    }
    ctx_.wishes_.clear();
    ctx_.changes_.clear();
    return take_reports();
}

Result<void> Engine::send(OrderId id) {
    const Order& order = ctx_.order(id);
    if (auto kept = books_.status(); !kept) return kept;
    if (const Reason reason = refusal(order, ctx_.orders_); reason != Reason::kNone) {
        return move(id, OrderStatus::kRejected, ctx_.now_ns_, reason);
    }
    fit_to_parent(order);
    const auto decision = risk_->decide(order, situation(order.request.instrument));
    if (!decision) return fail(decision);
    tell_objections(order, order.request.quantity);
    if (const auto* rejection = std::get_if<risk::Rejection>(&*decision)) {
        ctx_.orders_.note_cash(id, rejection->needed, rejection->available);
        return move(id, OrderStatus::kRejected, ctx_.now_ns_, rejection->reason);
    }
    const auto& approved = std::get<Approved<Order>>(*decision);
    if (approved->request.quantity != order.request.quantity) ctx_.orders_.shrink(id, approved->request.quantity);
    if (auto moved = move(id, OrderStatus::kSubmitted, ctx_.now_ns_, Reason::kNone); !moved) return moved;
    return execution_->submit(approved, ctx_.now_ns_);
}

void Engine::fit_to_parent(const Order& order) {
    if (order.request.parent == 0) return;
    const Order& parent = ctx_.order(order.request.parent);
    const bool closes = order.request.side != parent.request.side;
    if (!closes || !parent.is_shrunk || order.request.quantity <= parent.request.quantity) return;
    ctx_.orders_.shrink(order.id, parent.request.quantity);
}

Result<void> Engine::send(OrderChange change) {
    const Order& order = ctx_.order(change.order_id);
    const auto refuse = [&](Reason reason) {
        note({order.id, ctx_.now_ns_, order.status, order.status, reason, order.filled});
        return Result<void>{};
    };
    if (!is_working(order.status)) return refuse(Reason::kFinished);
    if (change.quantity.count == 0) change.quantity = order.request.quantity;
    if (change.limit_price.count == 0) change.limit_price = order.request.limit_price;
    if (change.stop_price.count == 0) change.stop_price = order.request.stop_price;
    if (change.quantity <= order.filled) return refuse(Reason::kInvalidQuantity);

    if (keeps_books_) books_.withdraw(order);
    risk::Situation about = situation(order.request.instrument);
    about.changes = order.id;
    const auto decision = risk_->decide(change, order, about);
    if (keeps_books_) books_.restore(order);
    if (!decision) return fail(decision);
    tell_objections(order, change.quantity);
    if (const auto* rejection = std::get_if<risk::Rejection>(&*decision)) return refuse(rejection->reason);
    return execution_->replace(std::get<Approved<OrderChange>>(*decision), ctx_.now_ns_);
}

risk::Situation Engine::situation(InstrumentIndex instrument) const {
    return {.account = *account_,
            .instrument = setup_.instruments[instrument],
            .fees = setup_.fees[instrument],
            .last_price = ctx_.last_price(instrument),
            .now_ns = ctx_.now_ns_,
            .timeframe = ctx_.execution_timeframe(instrument),
            .books = keeps_books_ ? &books_ : nullptr,
            .filters = setup_.filters.empty() ? nullptr : &setup_.filters[instrument]};
}

void Engine::tell_objections(const Order& order, Quantity asked) {
    for (const risk::Rejection& objection : risk_->objections()) {
        const bool shrunk = objection.allowed.count > 0;
        const RiskDecision decision{.time_ns = ctx_.now_ns_,
                                    .order_id = order.id,
                                    .instrument = order.request.instrument,
                                    .rule = objection.reason,
                                    .action = shrunk ? RiskDecision::Action::kModify : RiskDecision::Action::kReject,
                                    .asked = asked,
                                    .allowed = objection.allowed,
                                    .finding = objection.finding};
        for (Observer* observer : risk_observers_) observer->on_risk(decision);
        asked = objection.allowed;
    }
}

Result<void> Engine::take_reports() {
    reports_.clear();
    execution_->poll(reports_);
    for (const Report& report : reports_) {
        if (auto applied = apply(report); !applied) return applied;
    }
    return {};
}

Result<void> Engine::apply(const Report& report) {
    switch (report.kind) {
        case Report::Kind::kAccepted:
            return move(report.order_id, OrderStatus::kAccepted, report.time_ns, report.reason);
        case Report::Kind::kCanceled:
            return move(report.order_id, OrderStatus::kCanceled, report.time_ns, report.reason);
        case Report::Kind::kExpired:
            return move(report.order_id, OrderStatus::kExpired, report.time_ns, report.reason);
        case Report::Kind::kRejected:
            if (ctx_.orders_.contains(report.order_id)) {
                ctx_.orders_.note_cash(report.order_id, report.needed, report.available);
            }
            return move(report.order_id, OrderStatus::kRejected, report.time_ns, report.reason);
        case Report::Kind::kFilled:
            return apply_fill(report);
        case Report::Kind::kAmended:
            return amend(report);
        case Report::Kind::kRefused:
            return refuse(report);
    }
    return {};
}

Result<void> Engine::amend(const Report& report) {
    const OrderId id = report.order_id;
    const bool counted = keeps_books_ && ctx_.orders_.contains(id) && is_working(ctx_.order(id).status);
    if (counted) books_.withdraw(ctx_.order(id));
    const auto update =
        ctx_.orders_.amend({id, report.quantity, report.price, report.stop_price}, report.time_ns, report.reason);
    if (!update) return fail(update);
    if (counted) books_.restore(ctx_.order(id));
    note(*update);
    return reserve(id);
}

Result<void> Engine::refuse(const Report& report) {
    if (!ctx_.orders_.contains(report.order_id)) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("a report names order {}, which does not exist", report.order_id));
    }
    const Order& order = ctx_.order(report.order_id);
    note({order.id, report.time_ns, order.status, order.status, report.reason, order.filled});
    return {};
}

Result<void> Engine::apply_fill(const Report& report) {
    const auto update = ctx_.orders_.fill(report.order_id, report.quantity, report.time_ns);
    if (!update) return fail(update);
    // Rows of earlier steps count with the cash and position they had.
    if (in_block_ != nullptr && tracked_row_ < in_block_->row()) track_rows(*in_block_, in_block_->row());
    note(*update);

    const OrderRequest& request = ctx_.order(report.order_id).request;
    const Fill fill{.order_id = report.order_id,
                    .time_ns = report.time_ns,
                    .instrument = request.instrument,
                    .side = request.side,
                    .liquidity = report.liquidity,
                    .price = report.price,
                    .quantity = report.quantity,
                    .fee = report.fee};
    for (Observer* observer : fill_observers_) observer->on_fill(fill);
    fills_.push_back(fill);

    const auto entries = ledger_entries(fill, setup_.instruments[fill.instrument].scale, ctx_.now_ns_);
    if (!entries) return fail(entries);
    for (const LedgerEntry& entry : *entries) {
        if (auto booked = book(entry); !booked) return booked;
    }
    worth_.refresh(fill.instrument);
    return reserve(fill.order_id);
}

Result<void> Engine::move(OrderId id, OrderStatus to, TimeNs time_ns, Reason reason) {
    const auto update = ctx_.orders_.transition(id, to, time_ns, reason);
    if (!update) return fail(update);
    note(*update);
    return reserve(id);
}

void Engine::note(const OrderUpdate& update) {
    const Order& order = ctx_.order(update.order_id);
    for (Observer* observer : order_observers_) observer->on_order(order, update);
    updates_.push_back(update);
}

Result<void> Engine::book(const LedgerEntry& entry) {
    if (auto booked = account_->book(entry); !booked) return booked;
    for (Observer* observer : ledger_observers_) observer->on_ledger(entry);
    return {};
}

void Engine::mark(const SeriesState& state) {
    if (!state.executes) return;
    const InstrumentIndex instrument = state.info.instrument;
    ctx_.last_close_[instrument] = state.columns->close[state.row()];
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
