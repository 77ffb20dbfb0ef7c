#include "ct/account/asset_amount.hpp"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "ct/core/result.hpp"
#include "support/numbers.hpp"

namespace ct {
namespace {

std::string_view message_of(std::string_view text, std::string& kept) {
    const auto parsed = parse_asset_amounts(text);
    kept = parsed ? "" : parsed.error().message;
    return kept;
}

TEST(AssetAmounts, AreReadAndWritten) {
    const auto amounts = parse_asset_amounts(" 10000.50 USDT,1  BTC ").value();
    ASSERT_EQ(amounts.size(), 2U);
    EXPECT_EQ(amounts[0].asset, "USDT");
    EXPECT_EQ(amounts[0].amount, test::money("10000.5"));
    EXPECT_EQ(amounts[1].asset, "BTC");
    EXPECT_EQ(amounts[1].amount, test::money("1"));
    EXPECT_EQ(text(amounts), "10000.5 USDT, 1 BTC");
}

TEST(AssetAmounts, SayWhatIsWrongWithThem) {
    std::string kept;
    EXPECT_EQ(message_of("", kept), "'' is not an amount and its asset, such as 10000 USDT");
    EXPECT_EQ(message_of("10000", kept), "'10000' is not an amount and its asset, such as 10000 USDT");
    EXPECT_EQ(message_of("1 BTC,", kept), "'' is not an amount and its asset, such as 10000 USDT");
    EXPECT_EQ(message_of("1 BTC 2", kept), "'1 BTC 2' is not an amount and its asset, such as 10000 USDT");
    EXPECT_EQ(message_of("0 BTC", kept), "'0 BTC' is not above 0");
    EXPECT_EQ(message_of("-1 BTC", kept), "'-1 BTC' is not above 0");
    EXPECT_EQ(message_of("1 BTC, 2 BTC", kept), "BTC is given twice");
    EXPECT_EQ(parse_asset_amounts("nan USDT").error().code, ErrorCode::kInvalidArgument);
    EXPECT_EQ(parse_asset_amounts("1e300 USDT").error().code, ErrorCode::kOverflow);
}

}  // namespace
}  // namespace ct
