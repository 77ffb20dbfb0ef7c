#include "ct/strategies/position_guards.hpp"

#include <array>
#include <cmath>
#include <optional>
#include <string_view>

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/engine/context.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_values.hpp"
#include "ct/strategies/missed_entries.hpp"

namespace ct::strategies {

namespace {

constexpr double kPercent = 100;

/// By Index, as the fields are named.
constexpr std::array<std::string_view, 3> kNames = {"stop_loss", "take_profit", "trailing_stop"};
constexpr std::array kTypes = {OrderType::kStop, OrderType::kLimit, OrderType::kTrailingStop};

}  // namespace

Result<std::optional<PositionGuards>> PositionGuards::measure(const engine::Context& ctx, const ExpressionRules& rules,
                                                              const ExpressionValues& values,
                                                              InstrumentIndex instrument, Side entry, double price,
                                                              MissedEntries& missed) {
    PositionGuards guards;
    guards.instrument_ = instrument;
    guards.entry_side_ = entry;
    const std::array<const std::optional<GuardRule>*, 3> all = {&rules.stop_loss, &rules.take_profit,
                                                                &rules.trailing_stop};
    for (const Index index : {kStop, kTarget, kTrail}) {
        const std::optional<GuardRule>& rule = *all[index];
        if (!rule) continue;
        Guard& guard = guards.guards_[index];
        guard.kind = rule->kind;
        guard.number = values[rule->root];
        guard.level = guards.level_of(index, guard, price);
        const auto miss = [&](std::string_view why) {
            missed.add(kNames[index], why, ctx.now_ns());
            return std::nullopt;
        };
        if (const auto fault = guards.fault_of(index, guard, price); !fault.empty()) return miss(fault);
        OrderRequest tried;
        if (auto set = guards.set_price(ctx, index, tried); !set) return fail(set);
        const bool nothing = tried.stop_price.count <= 0 && tried.limit_price.count <= 0 &&
                             tried.trail_amount.count <= 0 && tried.trail_share.count <= 0;
        if (nothing) return miss("was less than a step of the price");
    }
    return guards;
}

double PositionGuards::level_of(Index index, const Guard& guard, double price) const {
    if (guard.kind == GuardRule::Kind::kPrice) return guard.number;
    if (index == kTrail) return guard.number;
    const double distance = guard.kind == GuardRule::Kind::kPercent ? price * (guard.number / kPercent) : guard.number;
    const double away = index == kTarget ? direction() : -direction();
    return price + away * distance;
}

std::string_view PositionGuards::fault_of(Index index, const Guard& guard, double price) const {
    if (!std::isfinite(guard.number)) return "was unknown";
    if (guard.number <= 0) return "was not above 0";
    if (index == kTrail) {
        const bool to_zero = guard.kind == GuardRule::Kind::kPercent && guard.number >= kPercent;
        return to_zero ? "was 100 % of the price or more" : "";
    }
    if (guard.level <= 0) return "lay at a price of 0 or below";
    const double gain = (guard.level - price) * direction();
    const bool lies_right = index == kTarget ? gain > 0 : gain < 0;
    return lies_right ? "" : "lay on the wrong side of the price";
}

Result<void> PositionGuards::set_price(const engine::Context& ctx, Index index, OrderRequest& request) const {
    const Guard& guard = guards_[index];
    const Side side = opposite(entry_side_);
    if (index == kTrail && guard.kind == GuardRule::Kind::kPercent) {
        request.trail_share = {std::llround(guard.number / kPercent * static_cast<double>(Rate::kOne))};
        return {};
    }
    // A trailing distance rounds up to the grid, as the stop of a buy does.
    const auto price = index == kTarget ? ctx.limit_price(instrument_, side, guard.level)
                                        : ctx.stop_price(instrument_, index == kTrail ? Side::kBuy : side, guard.level);
    if (!price) return fail(price);
    (index == kTarget ? request.limit_price : (index == kStop ? request.stop_price : request.trail_amount)) = *price;
    return {};
}

void PositionGuards::place(engine::Context& ctx, OrderId entry) {
    OrderId first = 0;
    for (const Index index : {kStop, kTarget, kTrail}) {
        Guard& guard = guards_[index];
        if (!guard.kind) continue;
        OrderRequest request{.instrument = instrument_,
                             .side = opposite(entry_side_),
                             .type = kTypes[index],
                             .quantity = ctx.order(entry).request.quantity,
                             .parent = entry,
                             .oco = first};
        if (auto set = set_price(ctx, index, request); !set) return ctx.fail(set.error());
        guard.id = ctx.submit(request);
        if (first == 0) first = guard.id;
    }
}

Result<void> PositionGuards::move(engine::Context& ctx, double entry_price) {
    for (const Index index : {kStop, kTarget}) {
        Guard& guard = guards_[index];
        if (!guard.kind || guard.kind == GuardRule::Kind::kPrice || guard.id == 0) continue;
        const OrderRequest& now = ctx.order(guard.id).request;
        if (!is_working(ctx.order(guard.id).status)) continue;
        Guard moved = guard;
        moved.level = level_of(index, guard, entry_price);
        // A distance beyond zero after a gap: the stop stays where it was measured at the signal.
        if (!fault_of(index, moved, entry_price).empty()) continue;
        guard = moved;
        OrderRequest request;
        if (auto set = set_price(ctx, index, request); !set) return set;
        const bool same = request.stop_price == now.stop_price && request.limit_price == now.limit_price;
        if (same) continue;
        ctx.replace({.order_id = guard.id, .limit_price = request.limit_price, .stop_price = request.stop_price});
    }
    return {};
}

bool PositionGuards::cancel(engine::Context& ctx) const {
    bool any = false;
    for (const Guard& guard : guards_) {
        if (guard.id == 0 || !is_working(ctx.order(guard.id).status)) continue;
        ctx.cancel(guard.id);
        any = true;
    }
    return any;
}

double PositionGuards::stop_distance(double price) const { return std::fabs(price - guards_[kStop].level); }

}  // namespace ct::strategies
