// Orders, changes and cancels of any content on bars of any shape, through the whole engine. The bytes are read as
// settings, bars, and what a strategy does after each of them.

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "ct/broker/matching_rules.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/strategy.hpp"
#include "ct/risk/rule_settings.hpp"
#include "ct/session/backtest/backtest.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using namespace ct;

constexpr TimeNs kMinute = 60 * kNsPerSecond;

/// Numbers out of the bytes; zeros after their end.
class Bytes {
  public:
    Bytes(const std::uint8_t* bytes, std::size_t size) : next_(bytes), left_(size) {}
    [[nodiscard]] bool empty() const { return left_ == 0; }
    std::uint8_t byte() {
        if (left_ == 0) return 0;
        --left_;
        return *next_++;
    }
    /// Mostly a small number, now and then any.
    std::int64_t number() {
        const std::uint8_t first = byte();
        if (first < 250) return first;
        std::array<std::uint8_t, 8> raw{};
        for (std::uint8_t& part : raw) part = byte();
        std::int64_t value = 0;
        std::memcpy(&value, raw.data(), raw.size());
        return value;
    }

  private:
    const std::uint8_t* next_;
    std::size_t left_;
};

class FuzzedStrategy : public engine::Strategy {
  public:
    FuzzedStrategy(Bytes& bytes, std::int64_t most_position) : bytes_(bytes), most_position_(most_position) {}

    void on_bar(engine::Context& ctx, const BarView& /*bar*/) override {
        for (int left = bytes_.byte() % 4; left > 0 && !bytes_.empty(); --left) act(ctx);
    }
    void on_order(engine::Context& ctx, const OrderUpdate& update) override {
        const Order& order = ctx.order(update.order_id);
        test::require(order.filled.count >= seen_[order.id], "filled never decreases");
        // A change that comes too late is refused, which is told and moves nothing.
        test::require(update.from == update.to || !ended_[order.id], "an end is final");
        seen_[order.id] = order.filled.count;
        ended_[order.id] = is_final(update.to);
    }
    void on_fill(engine::Context& ctx, const Fill& fill) override {
        const Order& order = ctx.order(fill.order_id);
        test::require(fill.quantity.count > 0 && fill.price.count > 0, "a fill has a quantity and a price");
        test::require(abs(ctx.position(0)).count <= most_position_, "the position stays within its limit");
        if (order.request.type != OrderType::kLimit) return;
        // The limit may have been changed after the fill, but never in the same step.
        const bool buy = order.request.side == Side::kBuy;
        const Price limit = order.request.limit_price;
        test::require(buy ? fill.price <= limit : fill.price >= limit, "no fill is worse than its limit");
    }

  private:
    void act(engine::Context& ctx) {
        switch (bytes_.byte() % 8) {
            case 0:
                ctx.cancel(static_cast<OrderId>(bytes_.number()));
                return;
            case 1:
                ctx.replace({.order_id = static_cast<OrderId>(bytes_.byte()),
                             .quantity = {bytes_.number()},
                             .limit_price = {bytes_.number()},
                             .stop_price = {bytes_.number()}});
                return;
            case 2:
                ctx.order_target(0, {bytes_.number()});
                return;
            case 3: {
                const OrderRequest entry = request();
                ctx.bracket(entry, {bytes_.number()}, {bytes_.number()});
                return;
            }
            case 4:
                if (bytes_.byte() == 0) ctx.cancel_all();
                return;
            default:
                ctx.submit(request());
        }
    }

    OrderRequest request() {
        OrderRequest order;
        order.side = bytes_.byte() % 2 == 0 ? Side::kBuy : Side::kSell;
        order.type = static_cast<OrderType>(bytes_.byte() % 8);
        order.time_in_force = static_cast<TimeInForce>(bytes_.byte() % 7);
        const std::uint8_t flags = bytes_.byte();
        order.post_only = flags % 16 == 1;
        order.reduce_only = flags % 16 == 2;
        order.quantity = {bytes_.number()};
        if (has_limit(order.type) && !is_trailing(order.type)) order.limit_price = {bytes_.number()};
        if (has_trigger(order.type)) order.stop_price = {bytes_.number()};
        if (is_trailing(order.type)) (flags < 128 ? order.trail_amount.count : order.trail_share.count) = trail(flags);
        if (order.type == OrderType::kTrailingStopLimit) order.limit_offset = {bytes_.number()};
        if (flags % 16 == 3) order.display = {bytes_.number()};
        if (order.time_in_force == TimeInForce::kGtd) order.expire_ns = moment();
        if (flags % 16 == 4) order.parent = bytes_.byte();
        if (flags % 16 == 5) order.oco = bytes_.byte();
        if (flags % 16 == 6) order.trail_amount = {bytes_.number()};
        return order;
    }
    TimeNs moment() {
        const std::int64_t number = bytes_.number();
        return number < 0 || number > 250 ? number : number * (kMinute / 2);
    }
    std::int64_t trail(std::uint8_t flags) {
        const std::int64_t number = bytes_.number();
        return flags < 128 || number < 0 || number > 250 ? number : number * (Rate::kOne / 200);
    }

    Bytes& bytes_;
    std::int64_t most_position_;
    std::map<OrderId, std::int64_t> seen_;
    std::map<OrderId, bool> ended_;
};

struct Columns {
    std::vector<TimeNs> time_ns;
    std::vector<double> open;
    std::vector<double> high;
    std::vector<double> low;
    std::vector<double> close;
    std::vector<double> volume;
    [[nodiscard]] BarColumns columns() const { return {time_ns, open, high, low, close, volume}; }
};

Columns bars(Bytes& bytes) {
    constexpr int kMostBars = 40;
    Columns columns;
    TimeNs time_ns = 0;
    for (int count = 1 + bytes.byte() % kMostBars; count > 0; --count) {
        const auto price = [&] { return 1.0 + static_cast<double>(bytes.byte()); };
        const std::array<double, 4> prices = {price(), price(), price(), price()};
        columns.time_ns.push_back(time_ns);
        columns.open.push_back(prices[0]);
        columns.close.push_back(prices[1]);
        columns.high.push_back(*std::max_element(prices.begin(), prices.end()));
        columns.low.push_back(*std::min_element(prices.begin(), prices.end()));
        columns.volume.push_back(static_cast<double>(bytes.byte()));
        time_ns += kMinute * (bytes.byte() == 0 ? 3 : 1);
    }
    return columns;
}

/// A rule of the risk settings with one number.
risk::RuleSettings rule(const char* name, const char* key, const std::string& number) {
    return {name, {{key, risk::Setting::Kind::kNumber, {number}, "here"}}, "here"};
}

/// Some rules, and the position that they allow.
std::int64_t add_rules(Bytes& bytes, std::vector<risk::RuleSettings>& rules) {
    const std::uint8_t which = bytes.byte();
    if ((which & 1U) != 0) rules.push_back(rule("max_order", "notional", fmt::format("0.{:06}", 1 + bytes.byte())));
    if ((which & 2U) != 0) rules.push_back(rule("max_open_orders", "orders", fmt::format("{}", 1 + bytes.byte() % 6)));
    if ((which & 4U) != 0) rules.push_back(rule("daily_loss", "amount", fmt::format("0.{:06}", 1 + bytes.byte())));
    if ((which & 24U) != 24U) return std::numeric_limits<std::int64_t>::max();
    const std::int64_t most = 1 + bytes.byte();  // of the 10^-8 that quantities count
    rules.push_back(rule("max_position", "quantity", fmt::format("0.{:08}", most)));
    return most;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes(data, size);
    session::BacktestConfig config;
    const std::uint8_t rules = bytes.byte();
    config.matching.intrabar = (rules & 1U) != 0 ? broker::Intrabar::kPath : broker::Intrabar::kRange;
    config.matching.limit_fill = (rules & 2U) != 0 ? broker::LimitFill::kThrough : broker::LimitFill::kTouch;
    config.matching.links = (rules & 5U) == 4 ? broker::LinkRules::kBacktrader : broker::LinkRules::kNative;
    if ((rules & 8U) != 0) config.matching.participation = {Rate::kOne / 7};
    config.matching.cheat_on_close = (rules & 56U) == 16;
    config.cheat_on_open = (rules & 32U) != 0;
    config.cash = Money::units(bytes.byte() % 4 == 0 ? 200 : 1'000'000'000);
    const Columns columns = bars(bytes);
    const std::int64_t most_position = add_rules(bytes, config.risk);
    // There a group may fill more than its largest leg.
    const bool is_bound = config.matching.links == broker::LinkRules::kNative;
    FuzzedStrategy strategy(bytes, is_bound ? most_position : std::numeric_limits<std::int64_t>::max());
    const session::SeriesInput input{"BTC/USDT", Timeframe::fixed(kMinute), columns.columns(), 0};
    const auto result = session::run_backtest({&input, 1}, config, {strategy, "fuzz", {}});
    if (!result) {
        // Numbers that do not fit end a run; that the books do not balance or an order goes back in its life may not
        // be.
        test::require(result.error().code == ErrorCode::kOverflow, result.error().message.c_str());
        return 0;
    }
    for (const Order& order : result->orders) {
        test::require(is_final(order.status) || order.status == OrderStatus::kCreated, "every order ends");
        test::require(order.filled.count >= 0 && order.filled <= abs(order.request.quantity),
                      "no order fills too much");
    }
    return 0;
}
