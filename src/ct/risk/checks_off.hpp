#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ct/risk/order_check.hpp"
#include "ct/risk/validate.hpp"

namespace ct::risk {

/// The filters and checks that an order was not held to: the metadata lack them, or a number they need is not known.
class ChecksOff {
  public:
    static ChecksOff of(const OrderCheck& order, const CheckContext& context);

    /// The names of the filters in their order, then those of the checks without a filter: trigger_side, post_only,
    /// reduce_only, cash, free.
    [[nodiscard]] std::vector<std::string_view> names() const;
    friend bool operator==(const ChecksOff&, const ChecksOff&) = default;

  private:
    std::uint64_t bits_ = 0;
};

}  // namespace ct::risk
