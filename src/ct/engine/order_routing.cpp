// The way of orders: from a step's wishes through risk to the execution, and from its reports to the ledger.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "ct/account/ledger.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/event.hpp"
#include "ct/core/execution.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/observer.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/engine.hpp"
#include "ct/engine/order_store.hpp"
#include "ct/risk/pipeline.hpp"
#include "ct/risk/rule.hpp"

namespace ct::engine {

namespace {

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

}  // namespace

Result<void> Engine::route() {
    bool canceled = false;
    for (const Context::Wish& wish : ctx_.wishes_) {
        // What a cancel sets free, an order behind it may use.
        if (wish.intent == Context::Intent::kSubmit && std::exchange(canceled, false)) {
            if (auto sent = send_out(); !sent) return sent;
        }
        canceled = canceled || wish.intent == Context::Intent::kCancel;
        if (auto decided = decide(wish); !decided) return decided;
    }
    ctx_.wishes_.clear();
    auto sent = send_out();
    ctx_.changes_.clear();
    return sent;
}

Result<void> Engine::send_out() {
    for (const Outgoing& outgoing : outgoing_) {
        if (auto sent = send(outgoing); !sent) return sent;
    }
    outgoing_.clear();
    return take_reports();
}

Result<void> Engine::decide(const Context::Wish& wish) {
    switch (wish.intent) {
        case Context::Intent::kSubmit:
            return decide(wish.order_id);
        case Context::Intent::kReplace:
            return decide(ctx_.changes_[wish.change]);
        case Context::Intent::kCancel:
            outgoing_.emplace_back(Cancel{wish.order_id});
            return {};
    }
    return {};
}

Result<void> Engine::decide(OrderId id) {
    Order& order = ctx_.orders_.draft(id);
    if (auto kept = books_.status(); !kept) return kept;
    if (const Reason reason = refusal(order, ctx_.orders_); reason != Reason::kNone) return reject(id, reason);
    fit_to_parent(order);
    const Quantity asked = order.request.quantity;
    const auto decision = risk_->decide(order, situation(order.request.instrument));
    if (!decision) return fail(decision);
    tell_objections(order, asked);
    if (const auto* rejection = std::get_if<risk::Rejection>(&*decision)) {
        ctx_.orders_.note_cash(id, rejection->needed, rejection->available);
        return reject(id, rejection->reason);
    }
    outgoing_.emplace_back(std::get<Approved<Order>>(*decision));
    return move(id, OrderStatus::kSubmitted, ctx_.now_ns_, Reason::kNone);
}

void Engine::fit_to_parent(Order& order) const {
    if (order.request.parent == 0) return;
    const Order& parent = ctx_.order(order.request.parent);
    const bool closes = order.request.side != parent.request.side;
    if (!closes || !parent.is_shrunk || order.request.quantity <= parent.request.quantity) return;
    order.request.quantity = parent.request.quantity;
    order.is_shrunk = true;
}

Result<void> Engine::reject(OrderId id, Reason reason) {
    if (auto moved = move(id, OrderStatus::kRejected, ctx_.now_ns_, reason); !moved) return moved;
    const OrderRequest& request = ctx_.order(id).request;
    if (request.parent == 0 && request.oco == 0) return {};
    outgoing_.emplace_back(Refused{id});
    if (reason == Reason::kParent || !is_outgoing(request.parent)) return {};
    if (ctx_.order(request.parent).request.side == request.side) return {};
    return recall(request.parent);
}

Result<void> Engine::recall(OrderId entry) {
    if (auto rejected = reject(entry, Reason::kChild); !rejected) return rejected;
    for (std::size_t i = 0; i < outgoing_.size(); ++i) {  // NOLINT(modernize-loop-convert): reject() appends to it
        const auto* child = std::get_if<Approved<Order>>(&outgoing_[i]);
        if (child == nullptr || (*child)->request.parent != entry) continue;
        if (!is_working((*child)->status)) continue;
        if (auto rejected = reject((*child)->id, Reason::kParent); !rejected) return rejected;
    }
    return {};
}

bool Engine::is_outgoing(OrderId id) const {
    if (!ctx_.orders_.contains(id) || !is_working(ctx_.order(id).status)) return false;
    return std::any_of(outgoing_.begin(), outgoing_.end(), [&](const Outgoing& outgoing) {
        const auto* order = std::get_if<Approved<Order>>(&outgoing);
        return order != nullptr && (*order)->id == id;
    });
}

Result<void> Engine::decide(OrderChange& change) {
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
    outgoing_.emplace_back(std::get<Approved<OrderChange>>(*decision));
    return {};
}

Result<void> Engine::send(const Outgoing& outgoing) {
    if (const auto* order = std::get_if<Approved<Order>>(&outgoing)) {
        if (!is_working((*order)->status)) return {};  // recalled
        return execution_->submit(*order, ctx_.now_ns_);
    }
    if (const auto* change = std::get_if<Approved<OrderChange>>(&outgoing)) {
        return execution_->replace(*change, ctx_.now_ns_);
    }
    if (const auto* cancel = std::get_if<Cancel>(&outgoing)) execution_->cancel(cancel->order_id, ctx_.now_ns_);
    if (const auto* refused = std::get_if<Refused>(&outgoing)) {
        execution_->refused(ctx_.order(refused->order_id), ctx_.now_ns_);
    }
    return {};
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
        case Report::Kind::kTrailed:
            return trail(report);
    }
    return {};
}

Result<void> Engine::trail(const Report& report) {
    const OrderId id = report.order_id;
    const Price before = level(id);
    if (auto moved = ctx_.orders_.trail(id, report.stop_price); !moved) return moved;
    tell_level(id, before, ctx_.now_ns_);  // it follows the close of the bar
    return reserve(id);
}

Price Engine::level(OrderId id) const { return ctx_.orders_.contains(id) ? level_of(ctx_.order(id).request) : Price{}; }

void Engine::tell_level(OrderId id, Price before, TimeNs time_ns) {
    if (level(id) == before) return;
    for (Observer* observer : level_observers_) observer->on_level({id, time_ns, before});
}

Result<void> Engine::amend(const Report& report) {
    const OrderId id = report.order_id;
    const Price before = level(id);
    const bool counted = keeps_books_ && ctx_.orders_.contains(id) && is_working(ctx_.order(id).status);
    if (counted) books_.withdraw(ctx_.order(id));
    const auto update =
        ctx_.orders_.amend({id, report.quantity, report.price, report.stop_price}, report.time_ns, report.reason);
    if (!update) return fail(update);
    if (counted) books_.restore(ctx_.order(id));
    note(*update);
    tell_level(id, before, report.time_ns);
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
                    .ambiguous = report.ambiguous,
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

}  // namespace ct::engine
