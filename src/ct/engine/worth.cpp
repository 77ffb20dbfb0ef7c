#include "ct/engine/worth.hpp"

#include <cmath>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/equity_track.hpp"

namespace ct::engine {

Worth::Worth(const Account& account, std::vector<double> start_prices)
    : account_(&account),
      start_prices_(std::move(start_prices)),
      is_direct_(all_direct()),
      holdings_(account.positions().size()),
      balances_(account.balances().size()),
      prices_(account.positions().size()) {}

bool Worth::all_direct() const {
    if (account_->kind() == AccountKind::kSimple) return account_->conversion().is_identity();
    for (std::size_t i = 0; i < account_->balances().size(); ++i) {
        const auto asset = static_cast<AssetIndex>(i);
        if (!account_->conversion().is_report(asset) && !account_->conversion().direct(asset)) return false;
    }
    return true;
}

void Worth::refresh() {
    for (std::size_t i = 0; i < balances_.size(); ++i) read_balance(static_cast<AssetIndex>(i));
}

void Worth::refresh(InstrumentIndex instrument) {
    read_balance(account_->assets().quote(instrument));
    if (account_->kind() == AccountKind::kSpot) return read_balance(account_->assets().base(instrument));
    holdings_[instrument] = to_double(account_->position(instrument), account_->instruments()[instrument].scale);
}

void Worth::read_balance(AssetIndex asset) {
    const double balance = account_->balance(asset).to_double();
    balances_[asset] = balance;
    if (!is_direct_) return;
    if (const auto instrument = account_->conversion().direct(asset)) {
        holdings_[*instrument] = balance;
    } else {
        cash_ = balance;
    }
}

double Worth::price(std::size_t instrument, std::span<const double> closes) const {
    const double close = closes[instrument];
    return std::isnan(close) && instrument < start_prices_.size() ? start_prices_[instrument] : close;
}

Worth::Point Worth::without(std::size_t instrument, std::span<const double> closes) const {
    Point point{cash_, 0};
    for (std::size_t i = 0; i < holdings_.size(); ++i) {
        if (holdings_[i] == 0 || i == instrument) continue;
        const double value = holdings_[i] * price(i, closes);
        point.equity += value;
        point.exposure += std::fabs(value);
    }
    return point;
}

Worth::Point Worth::converted(std::span<const double> prices) const {
    const Assets& assets = account_->assets();
    const Conversion& conversion = account_->conversion();
    Point point;
    for (std::size_t i = 0; i < balances_.size(); ++i) {
        if (balances_[i] == 0) continue;
        const auto asset = static_cast<AssetIndex>(i);
        const double value = balances_[i] * conversion.factor(asset, prices);
        point.equity += value;
        if (account_->kind() == AccountKind::kSpot && assets.is_base(asset) && !conversion.is_report(asset)) {
            point.exposure += std::fabs(value);
        }
    }
    if (account_->kind() == AccountKind::kSpot) return point;
    for (std::size_t i = 0; i < holdings_.size(); ++i) {
        if (holdings_[i] == 0) continue;
        const AssetIndex quote = assets.quote(static_cast<InstrumentIndex>(i));
        const double value = holdings_[i] * prices[i] * conversion.factor(quote, prices);
        point.equity += value;
        point.exposure += std::fabs(value);
    }
    return point;
}

std::span<double> Worth::prices_of(std::span<const double> closes) {
    for (std::size_t i = 0; i < closes.size(); ++i) prices_[i] = price(i, closes);
    return prices_;
}

void Worth::add_step(EquityTrack& track, TimeNs time_ns, std::span<const double> closes) {
    const Point point = is_direct_ ? without(holdings_.size(), closes) : converted(prices_of(closes));
    track.add(time_ns, point.equity, point.exposure, balances_.front());
}

void Worth::add_rows(EquityTrack& track, Timeframe timeframe, const BarColumns& rows, InstrumentIndex moving,
                     std::span<const double> closes) {
    if (is_direct_) {
        const Point rest = without(moving, closes);
        return track.add_rows(timeframe, rows, {rest.equity, rest.exposure, holdings_[moving], balances_.front()});
    }
    const std::span<double> prices = prices_of(closes);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        prices[moving] = rows.close[row];
        const Point point = converted(prices);
        track.add(timeframe.close_of(rows.time_ns[row]), point.equity, point.exposure, balances_.front());
    }
}

void Worth::add_rows(EquityTrack& track, Timeframe timeframe, const BarColumns& rows, std::span<const double> closes) {
    const Point point = is_direct_ ? without(holdings_.size(), closes) : converted(prices_of(closes));
    track.add_rows(timeframe, rows, {point.equity, point.exposure, 0, balances_.front()});
}

}  // namespace ct::engine
