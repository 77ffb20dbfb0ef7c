#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"

namespace ct {

/// An order as one line of JSON that no venue's habits are in: names as name() gives them, prices and quantities as
/// exact decimal text, the time in nanoseconds since 1970, fields that an order does not have left out. What logs,
/// journals and other processes are told of an order. Written into itself: nothing is allocated.
///   {"id":7,"time_ns":1704067200000000000,"symbol":"BTC/USDT","side":"buy","type":"limit","tif":"gtc",
///    "quantity":"0.1","limit_price":"42000.5","client_id":"entry-1","status":"submitted"}
class OrderLine {
  public:
    /// The line of an order, without a line break. A symbol and a client id are cut off after
    /// kMostName bytes. Valid until the next call.
    std::string_view write(const Order& order, const Instrument& instrument, std::string_view client_id = {});

    static constexpr std::size_t kMostName = 256;

  private:
    void put(std::string_view text);
    void put_number(std::string_view name, std::uint64_t value);
    void put_text(std::string_view name, std::string_view value);
    void put_decimal(std::string_view name, std::int64_t count, int decimals);

    static constexpr std::size_t kMostFields = 1024;
    std::array<char, kMostFields + 2 * kMostName> buffer_;
    std::size_t size_ = 0;
};

}  // namespace ct
