#pragma once

#include <string_view>
#include <variant>

#include "ct/core/decimal.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"

namespace ct::strategies {

/// How large an order is: "0.5" in the base asset, "95%" of the equity, "5000quote" of the quote asset.
class OrderSize {
  public:
    /// Errors: kInvalidArgument for anything else and for sizes that are not positive.
    static Result<OrderSize> parse(std::string_view text);

    /// The quantity at a price, floored to the grid. Requires: price > 0. Errors: kOverflow.
    [[nodiscard]] Result<Quantity> at(Price price, const Money& equity, const Scale& scale) const;

  private:
    using Size = std::variant<Decimal, Rate, Money>;
    explicit OrderSize(const Size& size) : size_(size) {}
    Size size_;
};

}  // namespace ct::strategies
