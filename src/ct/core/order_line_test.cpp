#include "ct/core/order_line.hpp"

#include <cstdint>
#include <limits>
#include <string>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "support/random.hpp"

namespace ct {
namespace {

using testing::HasSubstr;

Instrument instrument(int price_decimals, int quantity_decimals) {
    return Instrument::make("BTC/USDT", Scale::make(price_decimals, quantity_decimals).value()).value();
}

TEST(OrderLine, LeavesOutWhatAnOrderDoesNotHave) {
    OrderLine line;
    EXPECT_EQ(line.write({.id = 1, .request = {.quantity = {100'000}}}, instrument(2, 8)),
              R"({"id":1,"time_ns":0,"symbol":"BTC/USDT","side":"buy","type":"market","tif":"gtc",)"
              R"("quantity":"0.001","status":"created"})");
}

TEST(OrderLine, HasEveryFieldThatIsThere) {
    const Order order{.id = 12,
                      .request = {.side = Side::kSell,
                                  .type = OrderType::kTrailingStopLimit,
                                  .time_in_force = TimeInForce::kGtd,
                                  .post_only = true,
                                  .reduce_only = true,
                                  .quantity = {5},
                                  .limit_price = {-150},
                                  .stop_price = {4'200'050},
                                  .trail_amount = {100},
                                  .trail_share = {Rate::kOne / 20},
                                  .limit_offset = {1},
                                  .display = {2},
                                  .expire_ns = 77,
                                  .parent = 3,
                                  .oco = 4},
                      .status = OrderStatus::kRejected,
                      .reason = Reason::kLotSize,
                      .created_ns = 1'704'067'200'000'000'000,
                      .filled = {1}};
    OrderLine line;
    EXPECT_EQ(line.write(order, instrument(2, 0), "entry-1"),
              R"({"id":12,"time_ns":1704067200000000000,"symbol":"BTC/USDT","side":"sell",)"
              R"("type":"trailing_stop_limit","tif":"gtd","quantity":"5","limit_price":"-1.5",)"
              R"("stop_price":"42000.5","trail_amount":"1","trail_share":"0.05","limit_offset":"0.01","display":"2",)"
              R"("expire_ns":77,"post_only":true,"reduce_only":true,"parent":3,"oco":4,"client_id":"entry-1",)"
              R"("filled":"1","status":"rejected","reason":"lot_size"})");
}

TEST(OrderLine, WritesNumbersAsDecimalTextDoes) {
    test::Random random(11);
    OrderLine line;
    for (int i = 0; i < 20'000; ++i) {
        const auto decimals = static_cast<int>(random.between(0, kMaxDecimals));
        const std::int64_t count = i == 0 ? std::numeric_limits<std::int64_t>::min() : random.of_any_size();
        if (count == 0) continue;
        const auto text = line.write({.request = {.limit_price = {count}}}, instrument(decimals, 0));
        ASSERT_THAT(std::string(text),
                    HasSubstr(fmt::format("\"limit_price\":\"{}\"", format_decimal(count, decimals))));
    }
}

TEST(OrderLine, StaysJsonAndWithinItsRoomWhateverTheNames) {
    const Instrument odd{.symbol = std::string(500, '"'), .scale = {0, 0}};
    OrderLine line;
    const auto text = line.write({.request = {.quantity = {1}}}, odd, std::string(500, '\n'));
    EXPECT_EQ(text.find('\n'), std::string_view::npos);
    EXPECT_THAT(std::string(text), HasSubstr(fmt::format("\"symbol\":\"{}\"", std::string(256, '?'))));
    EXPECT_TRUE(text.ends_with('}'));
}

}  // namespace
}  // namespace ct
