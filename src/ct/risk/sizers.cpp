#include "ct/risk/sizers.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include <fmt/format.h>

#include "ct/core/grid.hpp"
#include "ct/core/money.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct::risk {

namespace {

Result<void> at_least_zero(double value, const char* what) {
    if (std::isfinite(value) && value >= 0) return {};
    return fail(ErrorCode::kInvalidArgument, fmt::format("{} must be a number of at least 0, not {}", what, value));
}

Result<void> above_zero(double value, const char* what) {
    if (std::isfinite(value) && value > 0) return {};
    return fail(ErrorCode::kInvalidArgument, fmt::format("{} must be a number above 0, not {}", what, value));
}

/// An account below zero buys nothing.
Result<double> equity_of(double equity) {
    if (std::isfinite(equity)) return std::max(equity, 0.0);
    return fail(ErrorCode::kInvalidArgument, fmt::format("equity must be a finite number, not {}", equity));
}

Result<Quantity> floored(double size, const Scale& scale) {
    const auto count = to_grid(size, scale.quantity_decimals, false, "a size");
    if (!count) return fail(count);
    return Quantity{*count};
}

}  // namespace

Result<Quantity> fixed_size(double size, const Scale& scale) {
    if (auto checked = at_least_zero(size, "size"); !checked) return fail(checked);
    return floored(size, scale);
}

Result<Quantity> percent_size(double equity, double price, double share, const Scale& scale) {
    const auto there = equity_of(equity);
    if (!there) return fail(there);
    if (auto checked = above_zero(price, "price"); !checked) return fail(checked);
    if (auto checked = at_least_zero(share, "share"); !checked) return fail(checked);
    return floored(*there * share / price, scale);
}

Result<Quantity> atr_risk_size(double equity, double atr, double risk_share, double multiple, const Scale& scale) {
    const auto there = equity_of(equity);
    if (!there) return fail(there);
    if (auto checked = above_zero(atr, "atr"); !checked) return fail(checked);
    if (auto checked = above_zero(multiple, "multiple"); !checked) return fail(checked);
    if (!(risk_share >= 0 && risk_share <= 1)) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("risk must be a share from 0 to 1, not {}", risk_share));
    }
    return floored(*there * risk_share / (multiple * atr), scale);
}

Result<double> kelly_share(double win_rate, double payoff) {
    if (!(win_rate >= 0 && win_rate <= 1)) {
        return fail(ErrorCode::kInvalidArgument, fmt::format("win_rate must be from 0 to 1, not {}", win_rate));
    }
    if (auto checked = above_zero(payoff, "payoff"); !checked) return fail(checked);
    return std::max(win_rate - (1 - win_rate) / payoff, 0.0);
}

Result<double> kelly_share(std::span<const double> profits) {
    if (profits.empty()) return fail(ErrorCode::kInvalidArgument, "expected the profits of at least one trade");
    double won = 0;
    double lost = 0;
    std::size_t wins = 0;
    for (const double profit : profits) {
        if (!std::isfinite(profit)) {
            return fail(ErrorCode::kInvalidArgument, fmt::format("a profit must be a finite number, not {}", profit));
        }
        if (profit > 0) ++wins;
        (profit > 0 ? won : lost) += std::fabs(profit);
    }
    if (wins == 0) return 0.0;
    const double win_rate = static_cast<double>(wins) / static_cast<double>(profits.size());
    if (lost == 0) return win_rate;
    const double average_win = won / static_cast<double>(wins);
    const double average_loss = lost / static_cast<double>(profits.size() - wins);
    return kelly_share(win_rate, average_win / average_loss);
}

Result<double> volatility_share(double volatility, double target, double most) {
    if (auto checked = above_zero(volatility, "volatility"); !checked) return fail(checked);
    if (auto checked = at_least_zero(target, "target"); !checked) return fail(checked);
    if (auto checked = at_least_zero(most, "most"); !checked) return fail(checked);
    return std::min(target / volatility, most);
}

}  // namespace ct::risk
