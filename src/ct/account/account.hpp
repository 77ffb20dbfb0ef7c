#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/account/assets.hpp"
#include "ct/account/conversion.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/account/reserves.hpp"
#include "ct/core/event.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// - simple: cash in each quote asset and a position in each instrument, which may be short; nothing is reserved.
/// - spot: a balance of each asset, quote or base, none below zero; working orders reserve what they need.
enum class AccountKind : std::uint8_t { kSimple, kSpot };

const char* name(AccountKind kind);
/// Errors: kInvalidArgument listing the kinds.
Result<AccountKind> parse_account_kind(std::string_view text);

struct AccountSetup {
    AccountKind kind = AccountKind::kSimple;
    std::string report_asset;       ///< what equity is counted in; empty: the quote asset of the first instrument
    std::vector<FixedRate> rates;   ///< for assets that the instruments do not join to it
    std::vector<FeeSchedule> fees;  ///< by instrument, what reservations expect; none: no fees
};

/// The balances and positions of a run. Only ledger entries change them.
class Account {
  public:
    /// Borrows the instruments, of which there is at least one. Errors: those of Conversion::make.
    static Result<Account> make(std::span<const Instrument> instruments, const AccountSetup& setup = {});

    /// Applies an entry. Errors: kOverflow, and kInvalidData for one that takes more than a spot account has; then
    /// nothing has changed.
    Result<void> book(const LedgerEntry& entry);

    [[nodiscard]] AccountKind kind() const { return kind_; }
    [[nodiscard]] std::span<const Instrument> instruments() const { return instruments_; }
    [[nodiscard]] const Assets& assets() const { return assets_; }
    [[nodiscard]] const Conversion& conversion() const { return conversion_; }

    /// Of the first assets: on a simple account those that an instrument is quoted in, on a spot account all.
    [[nodiscard]] std::span<const Money> balances() const { return balances_; }
    [[nodiscard]] const Money& balance(AssetIndex asset) const { return balances_[asset]; }
    /// The balance of an instrument's quote asset.
    [[nodiscard]] const Money& cash(InstrumentIndex instrument = 0) const {
        return balances_[assets_.quote(instrument)];
    }
    /// The sum of the instrument's fills.
    [[nodiscard]] Quantity position(InstrumentIndex instrument) const { return positions_[instrument]; }
    [[nodiscard]] std::span<const Quantity> positions() const { return positions_; }

    /// What working orders have locked; of a spot account.
    [[nodiscard]] const std::optional<Reserves>& reserves() const { return reserves_; }
    /// Must be told of each order that is new, has other values, has filled or has ended, when that is booked. `orders`
    /// are all of the run, the first with id 1. Errors: kOverflow.
    Result<void> reserve(OrderId id, std::span<const Order> orders);
    /// The part of a balance that no working order has locked.
    [[nodiscard]] Money free(AssetIndex asset) const;
    /// How much of an asset an order may spend or sell now: what it and the orders of its group have locked, and what
    /// is free.
    [[nodiscard]] Money usable(OrderId id, AssetIndex asset) const;

  private:
    Account(std::span<const Instrument> instruments, const AccountSetup& setup, Conversion conversion);

    AccountKind kind_;
    std::span<const Instrument> instruments_;
    Assets assets_;
    Conversion conversion_;
    std::optional<Reserves> reserves_;
    std::vector<Money> balances_;
    std::vector<Quantity> positions_;
};

/// What the account is worth in the reporting asset with all prices at their marks, one an instrument; exact but for
/// the rounding of conversions. Errors: kOverflow, kInvalidData when a price that is needed is zero.
Result<Money> equity(const Account& account, std::span<const Price> marks);

}  // namespace ct
