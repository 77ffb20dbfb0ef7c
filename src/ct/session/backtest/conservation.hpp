#pragma once

#include <span>

#include "ct/account/account.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/result.hpp"

namespace ct::session {

/// Sums every fill anew, from the balances at the start, and compares with the account: money and quantities are
/// neither made nor lost. Errors: kInternal, kOverflow.
Result<void> check_conservation(std::span<const Fill> fills, std::span<const Money> start, const Account& account);

}  // namespace ct::session
