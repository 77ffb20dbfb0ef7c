#include "ct/strategies/expression_strategy.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ct/account/position_book.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/expr/plan.hpp"
#include "ct/risk/sizers.hpp"
#include "ct/strategies/equity_after_close.hpp"
#include "ct/strategies/expression_rules.hpp"
#include "ct/strategies/expression_values.hpp"
#include "ct/strategies/finest_series.hpp"
#include "ct/strategies/position_guards.hpp"
#include "ct/strategies/size.hpp"

namespace ct::strategies {

namespace {

/// A size by risk is never more than this: with a near stop the account could not pay it.
constexpr std::string_view kMostRisked = "95%";

bool works(const engine::Context& ctx, OrderId id) { return id != 0 && is_working(ctx.order(id).status); }

}  // namespace

bool ExpressionStrategy::trades(const std::string& symbol) const {
    const auto& all = rules_.symbols;
    return all.empty() || std::find(all.begin(), all.end(), symbol) != all.end();
}

std::vector<engine::SeriesName> ExpressionStrategy::reads(std::span<const engine::SeriesName> given) const {
    std::map<std::string, Timeframe> finest;  // by symbol: the timeframe that it is traded on
    for (const engine::SeriesName& one : given) {
        const auto [known, added] = finest.emplace(one.symbol, one.timeframe);
        if (!added) known->second = std::min(known->second, one.timeframe);
    }
    std::vector<engine::SeriesName> all;
    for (const auto& [symbol, timeframe] : finest) {
        if (!trades(symbol)) continue;
        for (const expr::SeriesPart& part : rules_.plan.parts) {
            const auto& name = part.series;
            all.push_back({name.symbol.empty() ? symbol : name.symbol, name.timeframe.value_or(timeframe)});
        }
    }
    return all;
}

std::vector<std::string> ExpressionStrategy::warnings() const {
    std::vector<std::string> all = rules_.warnings;
    for (std::string& sentence : missed_.sentences()) all.push_back(std::move(sentence));
    return all;
}

void ExpressionStrategy::on_start(engine::Context& ctx) {
    for (const std::string& symbol : rules_.symbols) {
        if (const auto known = ctx.find(symbol); !known) return ctx.fail(known.error());
    }
    std::vector<Scale> scales;
    for (InstrumentIndex instrument = 0; instrument < ctx.instruments().size(); ++instrument) {
        scales.push_back(ctx.instrument(instrument).scale);
        Seat seat{.series = std::numeric_limits<SeriesIndex>::max()};
        const auto series = finest_series(ctx, instrument);
        if (series && trades(ctx.instrument(instrument).symbol)) {
            auto values = ExpressionValues::bind(ctx, rules_.plan, *series);
            if (!values) return ctx.fail(values.error());
            seat.series = *series;
            seat.values = *std::move(values);
        }
        seats_.push_back(std::move(seat));
    }
    book_.emplace(std::move(scales));
}

void ExpressionStrategy::on_fill(engine::Context& ctx, const Fill& fill) {
    Seat& seat = seats_[fill.instrument];
    const Quantity before = book_->at(fill.instrument).quantity;
    if (auto kept = book_->fill(fill); !kept) return ctx.fail(kept.error());
    const Holding& holding = book_->at(fill.instrument);
    const bool turned = (before.count > 0) != (holding.quantity.count > 0) || before.count == 0;
    const std::size_t bar = seat.bars + 1;  // the one that is about to be told
    if (before.count != 0 && turned) seat.left_at = bar;
    if (holding.quantity.count != 0 && turned) seat.entered_at = bar;
    if (holding.quantity.count == 0) return;
    const auto price = average_price(holding, ctx.instrument(fill.instrument).scale);
    if (!price) return ctx.fail(price.error());
    seat.entry_price = price->to_double();
    if (fill.order_id != seat.entry) return;
    if (auto moved = seat.guards.move(ctx, seat.entry_price); !moved) ctx.fail(moved.error());
}

void ExpressionStrategy::on_bar(engine::Context& ctx, const BarView& bar) {
    Seat& seat = seats_[bar.instrument()];
    if (bar.series() != seat.series) return;
    ++seat.bars;
    if (seat.values.advances()) seat.values.advance(position_values(ctx, seat, bar));
    if (seat.bars <= rules_.warm_up) return;
    using Rules = ExpressionRules;
    const bool speaks = holds(seat, Rules::kEntry) || holds(seat, Rules::kExit) || holds(seat, Rules::kShortEntry) ||
                        holds(seat, Rules::kShortExit);
    if (speaks) act(ctx, seat, bar.instrument());
}

PositionValues ExpressionStrategy::position_values(const engine::Context& ctx, const Seat& seat, const BarView& bar) {
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    const Quantity position = ctx.position(bar.instrument());
    if (position.count == 0) return {0, kUnknown, 0, kUnknown};
    const double direction = position.count > 0 ? 1 : -1;
    return {to_double(position, ctx.instrument(bar.instrument()).scale), seat.entry_price,
            static_cast<double>(seat.bars - seat.entered_at + 1), direction * (bar.close() / seat.entry_price - 1)};
}

void ExpressionStrategy::act(engine::Context& ctx, Seat& seat, InstrumentIndex instrument) {
    using Rules = ExpressionRules;
    if (works(ctx, seat.close)) return;
    const bool exits = holds(seat, Rules::kExit);
    const bool short_exits = holds(seat, Rules::kShortExit);
    // Entries of both sides at once say nothing, and neither does one whose exit holds already.
    const bool entry = holds(seat, Rules::kEntry);
    const bool short_entry = holds(seat, Rules::kShortEntry);
    const bool buys = entry && !short_entry;
    const bool sells = short_entry && !entry;

    const Quantity position = ctx.position(instrument);
    const bool is_entering = works(ctx, seat.entry);
    const Side side = is_entering ? ctx.order(seat.entry).request.side : Side::kBuy;
    const bool is_long = position.count > 0 || (is_entering && side == Side::kBuy);
    const bool is_short = position.count < 0 || (is_entering && side == Side::kSell);
    if ((is_long && (exits || sells)) || (is_short && (short_exits || buys))) {
        const bool turns = rules_.cooldown == 0 && !is_entering;
        if (turns && is_long && sells && !short_exits) return enter(ctx, seat, instrument, Side::kSell);
        if (turns && is_short && buys && !exits) return enter(ctx, seat, instrument, Side::kBuy);
        return leave(ctx, seat, instrument);
    }
    if (is_long || is_short) return;
    if (seat.left_at != 0 && seat.bars - seat.left_at < rules_.cooldown) return;
    if (buys && !exits) enter(ctx, seat, instrument, Side::kBuy);
    if (sells && !short_exits) enter(ctx, seat, instrument, Side::kSell);
}

void ExpressionStrategy::leave(engine::Context& ctx, Seat& seat, InstrumentIndex instrument) {
    if (works(ctx, seat.entry)) ctx.cancel(seat.entry);
    const bool guarded = seat.guards.cancel(ctx);
    const Quantity position = ctx.position(instrument);
    if (position.count == 0) return;
    // A guard that fills before its cancel arrives leaves less to close.
    seat.close = ctx.submit({.instrument = instrument,
                             .side = position.count > 0 ? Side::kSell : Side::kBuy,
                             .reduce_only = guarded,
                             .quantity = abs(position)});
}

void ExpressionStrategy::enter(engine::Context& ctx, Seat& seat, InstrumentIndex instrument, Side side) {
    auto entry = prepare(ctx, seat, instrument, side);
    if (!entry) return ctx.fail(entry.error());
    leave(ctx, seat, instrument);
    if (!*entry) return;
    seat.entry = ctx.submit({.instrument = instrument, .side = side, .quantity = (*entry)->quantity});
    seat.guards = (*entry)->guards;
    seat.guards.place(ctx, seat.entry);
}

Result<std::optional<ExpressionStrategy::Entry>> ExpressionStrategy::prepare(engine::Context& ctx, const Seat& seat,
                                                                             InstrumentIndex instrument, Side side) {
    const std::optional<Price> price = ctx.last_price(instrument);
    if (!price) return std::nullopt;
    const double last = to_double(*price, ctx.instrument(instrument).scale);
    auto guards = PositionGuards::measure(ctx, rules_, seat.values, instrument, side, last, missed_);
    if (!guards) return fail(guards);
    if (!*guards) return std::nullopt;
    const auto wanted = size(ctx, seat, instrument, *price, **guards);
    if (!wanted) return fail(wanted);
    if (!*wanted) return std::nullopt;
    const Quantity quantity = ctx.in_lots(instrument, **wanted);
    if (quantity.count > 0) return Entry{quantity, **guards};
    missed_.add("size", "came to less than the smallest quantity that is traded", ctx.now_ns());
    return std::nullopt;
}

Result<std::optional<Quantity>> ExpressionStrategy::size(engine::Context& ctx, const Seat& seat,
                                                         InstrumentIndex instrument, Price price,
                                                         const PositionGuards& guards) {
    const Scale& scale = ctx.instrument(instrument).scale;
    const auto equity = equity_after_close(ctx, instrument, price);
    if (!equity) return fail(equity);
    if (const auto* const plain = std::get_if<OrderSize>(&rules_.size)) return plain->at(price, *equity, scale);
    const auto& risk = std::get<RiskSize>(rules_.size);
    const double distance = risk.distance ? seat.values[*risk.distance] : guards.stop_distance(to_double(price, scale));
    if (!(std::isfinite(distance) && distance > 0)) {
        missed_.add("size", "risked a distance that was unknown or not above 0", ctx.now_ns());
        return std::nullopt;
    }
    const auto risked = risk::atr_risk_size(equity->to_double(), distance, risk.share, 1, scale);
    if (!risked) return fail(risked);
    const auto most = OrderSize::parse(kMostRisked).value().at(price, *equity, scale);
    if (!most) return fail(most);
    return std::min(*risked, *most);
}

}  // namespace ct::strategies
