#include "ct/data/trade_columns.hpp"

#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "support/numbers.hpp"
#include "support/tape.hpp"

namespace ct::data {
namespace {

using test::Tape;

constexpr double kInfinity = std::numeric_limits<double>::infinity();

Tape good() {
    Tape tape;
    for (int i = 0; i < 3; ++i) tape.add(test::utc("2024-01-31") + i, 10, i);
    return tape;
}

std::string refusal(const Tape& tape) {
    const auto checked = check_trades(tape.columns());
    if (checked) return "none";
    EXPECT_EQ(checked.error().code, ErrorCode::kInvalidData);
    return checked.error().message;
}

TEST(TradeColumns, GoodOnesPass) {
    EXPECT_EQ(refusal(Tape()), "none");
    EXPECT_EQ(refusal(good()), "none");
}

TEST(TradeColumns, BadNumbersAreNamedWithTheirRow) {
    const auto with = [](auto change) {
        Tape tape = good();
        change(tape);
        return refusal(tape);
    };
    EXPECT_EQ(with([](Tape& t) { t.price[1] = 0; }), "trades, row 1: price is 0, expected a price above 0");
    EXPECT_EQ(with([](Tape& t) { t.price[2] = -1; }), "trades, row 2: price is -1, expected a price above 0");
    EXPECT_EQ(with([](Tape& t) { t.price[0] = std::nan(""); }),
              "trades, row 0: price is nan, expected a price above 0");
    EXPECT_EQ(with([](Tape& t) { t.price[0] = kInfinity; }), "trades, row 0: price is inf, expected a price above 0");
    EXPECT_EQ(with([](Tape& t) { t.amount[1] = -0.5; }), "trades, row 1: amount is -0.5, expected a number, 0 or more");
    EXPECT_EQ(with([](Tape& t) { t.amount[1] = std::nan(""); }),
              "trades, row 1: amount is nan, expected a number, 0 or more");
    EXPECT_EQ(with([](Tape& t) { t.amount[1] = kInfinity; }),
              "trades, row 1: amount is inf, expected a number, 0 or more");
    EXPECT_EQ(with([](Tape& t) { t.time_ns[2] = 1'706'659'200'000; }),
              "trades, row 2: time is 1706659200000, expected nanoseconds of a time from 1990 to 2261");
}

TEST(TradeColumns, ColumnsMustHaveOneLength) {
    Tape tape = good();
    tape.price.pop_back();
    EXPECT_EQ(refusal(tape), "trades: 3 times, 2 prices, 3 amounts; expected as many of each");
    tape = good();
    tape.aggressor = {Side::kBuy};
    EXPECT_EQ(refusal(tape), "trades: 3 times, 3 prices, 3 amounts and 1 sides; expected as many of each");
}

}  // namespace
}  // namespace ct::data
