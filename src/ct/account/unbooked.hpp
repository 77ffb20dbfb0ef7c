#pragma once

#include <optional>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// Fills that an execution has made and the account has not booked yet, and what they leave for the next ones: the
/// check that a fill can be paid.
class Unbooked {
  public:
    /// Borrows the account.
    explicit Unbooked(const Account& account) : account_(&account), changes_(account.balances().size()) {}

    struct Match {
        Money value;  ///< price x quantity
        Quantity quantity;
        Money fee;
        bool is_last = true;  ///< nothing is left of the order
        bool closes = false;  ///< all of it takes off a position that is there
    };
    /// What a fill would have needed and what there was: cash for kInsufficientCash, else the base asset.
    struct Shortage {
        Reason reason = Reason::kNone;
        Money needed;
        Money available;
    };
    /// Notes a fill, unless the account cannot pay it: a simple account has to pay buys but for those that close a
    /// short, a spot account has to have all that it gives. Errors: kOverflow.
    Result<std::optional<Shortage>> add(OrderId id, const OrderRequest& request, const Match& match);
    /// The account has booked all fills.
    void clear();

  private:
    /// What a fill changes.
    struct Changes {
        Money quote;
        Money base;
    };
    /// How much of what a group of orders has locked its fills have used.
    struct Used {
        OrderId group = 0;
        AssetIndex asset = 0;
        Money amount;
    };
    [[nodiscard]] Result<Changes> changes_of(const OrderRequest& request, const Match& match) const;
    [[nodiscard]] Result<Money> available(OrderId id, AssetIndex asset) const;
    [[nodiscard]] Money used(OrderId group, AssetIndex asset) const;
    void use_lock(OrderId id, AssetIndex asset, const Money& spent, bool is_last);

    const Account* account_;
    std::vector<Money> changes_;  ///< of what is free, by asset
    std::vector<Used> used_;
};

}  // namespace ct
