#include "ct/risk/books.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/records.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/risk/linked_orders.hpp"

namespace ct::risk {

namespace {

std::vector<Scale> scales_of(std::span<const Instrument> instruments) {
    std::vector<Scale> scales;
    scales.reserve(instruments.size());
    for (const Instrument& instrument : instruments) scales.push_back(instrument.scale);
    return scales;
}

int128 magnitude(int128 count) { return count < 0 ? -count : count; }

}  // namespace

int128 Standing::reach(Side side) const { return side == Side::kBuy ? position + open.buys : open.sells - position; }

int128 Standing::worst_quantity() const {
    return std::max(magnitude(reach(Side::kBuy)), magnitude(reach(Side::kSell)));
}

int128 Standing::reducible(Side side) const { return std::max<int128>(-reach(side), 0); }

Books::Books(const Account& account, const Records<Order>& orders, std::span<const Price> start_prices)
    : account_(&account),
      linked_(orders),
      positions_(scales_of(account.instruments())),
      marks_(start_prices.begin(), start_prices.end()),
      standings_(account.instruments().size()),
      asset_exposures_(account.assets().size()) {
    marks_.resize(standings_.size());
    for (std::size_t i = 0; i < standings_.size(); ++i) {
        standings_[i].asset = account.assets().base(static_cast<InstrumentIndex>(i));
    }
}

void Books::on_order(const Order& order, const OrderUpdate& update) {
    const bool opened = is_working(update.to) && !is_working(update.from);
    const bool closed = !is_working(update.to) && is_working(update.from);
    if (!opened && !closed) return;
    count(order, opened ? 1 : -1);
    if (update.to == OrderStatus::kFilled) return;  // on_fill takes what has filled
    const OrderRequest& request = order.request;
    const int128 left = int128{request.quantity.count} - order.filled.count;
    OpenSizes change;
    if (opened && (request.oco != 0 || request.parent != 0)) {
        change = linked_.add(order);
    } else if (opened) {
        change.of(request.side) = left;
    } else {
        if (!linked_.holds(order.id)) change.of(request.side) = -left;
        change += linked_.update(order.id);
    }
    open(request.instrument, change);
}

void Books::count(const Order& order, int sign) {
    Standing& standing = standings_[order.request.instrument];
    const auto one = static_cast<std::uint64_t>(sign);  // a minus one wraps around
    standing.open_orders += one;
    if (has_trigger(order.request.type)) standing.open_triggers += one;
    if (order.request.display.count > 0) standing.open_icebergs += one;
    open_orders_ += one;
}

void Books::withdraw(const Order& order) {
    count(order, -1);
    OpenSizes change;
    if (linked_.holds(order.id)) {
        change = linked_.withdraw(order.id);
    } else {
        change.of(order.request.side) = int128{order.filled.count} - order.request.quantity.count;
    }
    open(order.request.instrument, change);
}

void Books::restore(const Order& order) {
    count(order, 1);
    OpenSizes change;
    if (linked_.holds(order.id)) {
        change = linked_.restore(order.id);
    } else {
        change.of(order.request.side) = int128{order.request.quantity.count} - order.filled.count;
        change += linked_.update(order.id);
    }
    open(order.request.instrument, change);
}

void Books::open(InstrumentIndex instrument, const OpenSizes& change) {
    standings_[instrument].open += change;
    note(measure(instrument));
}

void Books::on_fill(const Fill& fill) {
    Standing& standing = standings_[fill.instrument];
    OpenSizes change;
    if (!linked_.holds(fill.order_id)) change.of(fill.side) = -int128{fill.quantity.count};
    change += linked_.update(fill.order_id, fill.quantity);
    standing.position += fill.side == Side::kBuy ? fill.quantity.count : -fill.quantity.count;
    note(positions_.fill(fill));
    open(fill.instrument, change);
}

void Books::mark(InstrumentIndex instrument, Price close, TimeNs close_ns) {
    standings_[instrument].last_bar_ns = close_ns;
    if (positions_.at(instrument).mark == close) return;
    marks_[instrument] = close;
    note(positions_.mark(instrument, close));
    if (account_->conversion().is_identity()) return note(measure(instrument));
    // The price may also be one that other exposures are converted by.
    for (std::size_t i = 0; i < standings_.size(); ++i) note(measure(static_cast<InstrumentIndex>(i)));
}

Result<Money> Books::equity() const {
    if (account_->conversion().is_identity()) return add(account_->cash(), positions_.value());
    return ct::equity(*account_, marks_);
}

Result<Money> Books::in_quote(const Money& amount, InstrumentIndex instrument) const {
    return account_->conversion().from_report(account_->assets().quote(instrument), amount, marks_, Rounding::kDown);
}

Result<Money> Books::in_report(const Money& amount, InstrumentIndex instrument) const {
    return account_->conversion().to_report(account_->assets().quote(instrument), amount, marks_);
}

Result<void> Books::status() const {
    if (failure_) return fail(failure_->code, failure_->message);
    return {};
}

Result<void> Books::measure(InstrumentIndex instrument) {
    Standing& standing = standings_[instrument];
    const int128 worst = standing.worst_quantity();
    if (worst > std::numeric_limits<std::int64_t>::max()) {
        return fail(ErrorCode::kOverflow, "a position with its working orders does not fit 64 bits");
    }
    const Quantity quantity{static_cast<std::int64_t>(worst)};
    const auto value = notional(positions_.at(instrument).mark, quantity, account_->instruments()[instrument].scale);
    if (!value) return fail(value);
    const auto exposure = in_report(*value, instrument);
    if (!exposure) return fail(exposure);
    const Money change{exposure->count - standing.exposure.count};  // both are positive
    const auto total = add(total_exposure_, change);
    if (!total) return fail(total);
    standing.exposure = *exposure;
    total_exposure_ = *total;
    Money& of_asset = asset_exposures_[standing.asset];
    of_asset = {of_asset.count + change.count};  // a part of the total
    return {};
}

void Books::note(const Result<void>& done) {
    if (!done && !failure_) failure_ = done.error();
}

}  // namespace ct::risk
