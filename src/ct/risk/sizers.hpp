#pragma once

#include <span>

#include "ct/core/money.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

// How large an order should be. Pure functions of numbers, rounded down to the quantity grid; a size that comes to
// nothing is zero. Errors of all: kInvalidArgument for what is NaN, infinite or out of its range, kOverflow.
namespace ct::risk {

/// The same size each time. Requires: size >= 0.
Result<Quantity> fixed_size(double size, const Scale& scale);

/// A share of the equity at a price.
Result<Quantity> percent_size(double equity, double price, double share, const Scale& scale);

/// So large that a move against it of `multiple` average true ranges costs `risk_share` of the equity.
Result<Quantity> atr_risk_size(double equity, double atr, double risk_share, double multiple, const Scale& scale);

/// The share of the equity that makes it grow fastest, by Kelly: win_rate - (1 - win_rate) / payoff, where payoff is
/// the average win over the average loss; 0 where the odds are bad. Most take a fraction of it. Errors:
/// kInvalidArgument for a win rate outside [0, 1], a payoff that is not above 0.
Result<double> kelly_share(double win_rate, double payoff);

/// The same from what past trades earned; a trade that earned nothing counts as a loss of nothing. 0 with no win; with
/// no loss the win rate. Errors: kInvalidArgument for no trades or one that is no number.
Result<double> kelly_share(std::span<const double> profits);

/// The share of the equity at which a position is expected to vary by `target` when its asset varies by `volatility`,
/// both over the same time; at most `most`.
Result<double> volatility_share(double volatility, double target, double most);

}  // namespace ct::risk
