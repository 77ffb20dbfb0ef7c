#include "ct/risk/pipeline.hpp"

#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "ct/account/account.hpp"
#include "ct/core/approved.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"
#include "ct/risk/rule.hpp"

namespace ct::risk {
namespace {

// Only the pipeline makes an Approved: no one else can construct, convert or default one.
static_assert(!std::is_constructible_v<Approved<Order>, const Order&>);
static_assert(!std::is_constructible_v<Approved<Order>, Order>);
static_assert(!std::is_convertible_v<const Order&, Approved<Order>>);
static_assert(!std::is_default_constructible_v<Approved<Order>>);

/// A rule with a fixed answer that counts how often it was asked.
class FixedRule : public Rule {
  public:
    FixedRule(const Result<std::optional<Rejection>>& answer, int& asked) : answer_(answer), asked_(&asked) {}
    [[nodiscard]] Result<std::optional<Rejection>> check(const OrderRequest& /*order*/,
                                                         const Situation& /*situation*/) const override {
        ++*asked_;
        return answer_;
    }

  private:
    Result<std::optional<Rejection>> answer_;
    int* asked_;
};

struct Fixture {
    Instrument instrument = Instrument::make("BTC/USDT", {2, 3}).value();
    Account account = Account::make({&instrument, 1}).value();
    Situation situation{account, instrument, {}, Price{100}};
    std::vector<std::unique_ptr<Rule>> rules;
    std::vector<std::unique_ptr<int>> asked;

    void add(const Result<std::optional<Rejection>>& answer) {
        asked.push_back(std::make_unique<int>(0));
        rules.push_back(std::make_unique<FixedRule>(answer, *asked.back()));
    }
    Result<Decision> decide(Order& order) { return Pipeline(std::move(rules)).decide(order, situation); }
};

TEST(Pipeline, ApprovesAnOrderThatEveryRuleLetsPass) {
    Fixture fixture;
    fixture.add(std::optional<Rejection>{});
    fixture.add(std::optional<Rejection>{});
    Order order{.id = 42};
    const auto decision = fixture.decide(order);
    ASSERT_TRUE(decision);
    ASSERT_TRUE(std::holds_alternative<Approved<Order>>(*decision));
    EXPECT_EQ(&*std::get<Approved<Order>>(*decision), &order);  // borrowed, not copied
    EXPECT_EQ(*fixture.asked[0], 1);
    EXPECT_EQ(*fixture.asked[1], 1);
}

TEST(Pipeline, TheFirstNoWinsAndLaterRulesAreNotAsked) {
    Fixture fixture;
    fixture.add(std::optional<Rejection>{});
    fixture.add(std::optional(Rejection{Reason::kInvalidPrice, {}, {}}));
    fixture.add(std::optional(Rejection{Reason::kNoPrice, {}, {}}));
    Order order{.id = 1};
    const auto decision = fixture.decide(order);
    ASSERT_TRUE(decision);
    ASSERT_TRUE(std::holds_alternative<Rejection>(*decision));
    EXPECT_EQ(std::get<Rejection>(*decision).reason, Reason::kInvalidPrice);
    EXPECT_EQ(*fixture.asked[2], 0);
}

TEST(Pipeline, AnErrorOfARuleIsTheErrorOfTheDecision) {
    Fixture fixture;
    fixture.add(fail(ErrorCode::kOverflow, "too much"));
    Order order{.id = 1};
    const auto decision = fixture.decide(order);
    ASSERT_FALSE(decision);
    EXPECT_EQ(decision.error().code, ErrorCode::kOverflow);
    EXPECT_EQ(decision.error().message, "too much");
}

TEST(Pipeline, TheStandardOneAsksForFieldsBeforeCash) {
    Fixture fixture;  // no cash at all: without a quantity the order is refused for that
    const OrderRequest empty{.side = Side::kBuy, .quantity = {0}};
    const OrderRequest unpaid{.side = Side::kBuy, .quantity = {1}};
    Pipeline pipeline = Pipeline::standard();
    const auto reason_of = [&](const OrderRequest& request) {
        Order order{.id = 1, .request = request};
        const auto decision = pipeline.decide(order, fixture.situation);
        return std::get<Rejection>(decision.value()).reason;
    };
    EXPECT_EQ(reason_of(empty), Reason::kInvalidQuantity);
    EXPECT_EQ(reason_of(unpaid), Reason::kInsufficientCash);
}

}  // namespace
}  // namespace ct::risk
