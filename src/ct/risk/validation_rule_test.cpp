#include "ct/risk/validation_rule.hpp"

#include <cstdint>
#include <limits>
#include <optional>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {
namespace {

constexpr std::int64_t kLeastCount = std::numeric_limits<std::int64_t>::min();

/// The reason of the rule's no, kNone when the order may pass.
Reason reason_of(const OrderRequest& order, std::optional<Price> last_price = Price{100}) {
    const Account account(1);
    const Instrument instrument = Instrument::make("BTC/USDT", {2, 3}).value();
    const auto rejection = ValidationRule().check(order, {account, instrument, {}, last_price}).value();
    return rejection ? rejection->reason : Reason::kNone;
}

OrderRequest market(std::int64_t quantity) { return {.quantity = {quantity}}; }
OrderRequest limit(std::int64_t price) { return {.type = OrderType::kLimit, .quantity = {1}, .limit_price = {price}}; }
OrderRequest stop(std::int64_t price) { return {.type = OrderType::kStop, .quantity = {1}, .stop_price = {price}}; }

TEST(ValidationRule, AQuantityMustBePositive) {
    EXPECT_EQ(reason_of(market(1)), Reason::kNone);
    EXPECT_EQ(reason_of(market(0)), Reason::kInvalidQuantity);
    EXPECT_EQ(reason_of(market(-1)), Reason::kInvalidQuantity);
    EXPECT_EQ(reason_of(market(kLeastCount)), Reason::kInvalidQuantity);
}

TEST(ValidationRule, ALimitOrderNeedsAPositiveLimitPrice) {
    EXPECT_EQ(reason_of(limit(1)), Reason::kNone);
    EXPECT_EQ(reason_of(limit(0)), Reason::kInvalidPrice);
    EXPECT_EQ(reason_of(limit(-1)), Reason::kInvalidPrice);
    OrderRequest only_a_stop = limit(0);
    only_a_stop.stop_price = {5};
    EXPECT_EQ(reason_of(only_a_stop), Reason::kInvalidPrice);
}

TEST(ValidationRule, AStopOrderNeedsAPositiveStopPrice) {
    EXPECT_EQ(reason_of(stop(1)), Reason::kNone);
    EXPECT_EQ(reason_of(stop(0)), Reason::kInvalidPrice);
    EXPECT_EQ(reason_of(stop(-1)), Reason::kInvalidPrice);
    OrderRequest only_a_limit = stop(0);
    only_a_limit.limit_price = {5};
    EXPECT_EQ(reason_of(only_a_limit), Reason::kInvalidPrice);
}

TEST(ValidationRule, AMarketThatHasNoPriceYetTakesNoOrder) {
    EXPECT_EQ(reason_of(market(1), std::nullopt), Reason::kNoPrice);
    EXPECT_EQ(reason_of(limit(1), std::nullopt), Reason::kNoPrice);
    EXPECT_EQ(reason_of(stop(1), std::nullopt), Reason::kNoPrice);
}

TEST(ValidationRule, ASellIsHeldToTheSameRules) {
    for (OrderRequest order : {market(0), limit(0), stop(0)}) {
        order.side = Side::kSell;
        EXPECT_NE(reason_of(order), Reason::kNone);
    }
}

}  // namespace
}  // namespace ct::risk
