#include "strategy.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

#include "backtrader_broker.hpp"

namespace ct::bench {
namespace {

constexpr std::uint64_t kMaxAge = 24;
constexpr std::uint64_t kFlattenEvery = 100;
constexpr double kLeastEquity = 100;

}  // namespace

void MixedOrders::next(BacktraderBroker& broker, std::span<const Bar> bars) {
    ++step_;
    cancel_old(broker);
    if (step_ % kFlattenEvery == 0) {
        flatten(broker, bars.size());
    }
    if (draw(6) != 0) {
        return;
    }
    const std::uint64_t count = 1 + draw(3);
    const double cash = broker.cash();
    const double equity = std::max(broker.value(), kLeastEquity);
    for (std::uint64_t i = 0; i < count; ++i) {
        place(broker, bars, cash, equity);
    }
}

std::uint64_t MixedOrders::draw(std::uint64_t bound) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 33U) % bound;
}

void MixedOrders::cancel_old(BacktraderBroker& broker) {
    std::erase_if(working_, [&](const Working& working) {
        if (!broker.is_alive(working.order)) {
            return true;
        }
        return step_ - working.step >= kMaxAge && broker.cancel(working.order);
    });
}

void MixedOrders::flatten(BacktraderBroker& broker, std::size_t instruments) {
    for (std::size_t i = 0; i < instruments; ++i) {
        const double held = broker.position(i).quantity;
        if (held != 0) {
            working_.push_back({broker.submit({i, OrderType::kMarket, -held, 0}), step_});
        }
    }
}

void MixedOrders::place(BacktraderBroker& broker, std::span<const Bar> bars, double cash, double equity) {
    const std::size_t instrument = draw(bars.size());
    const auto type = static_cast<OrderType>(draw(3));
    bool is_buy = draw(2) == 0;
    const std::uint64_t sizing = draw(10);
    const double percent = 1 + static_cast<double>(draw(20));
    const double offset = (static_cast<double>(draw(40)) - 5) / 2000;
    const bool at_extreme = draw(8) == 0;
    const double turn = 1 + static_cast<double>(draw(2));

    double held = 0;
    if (sizing == 9) {
        held = broker.position(instrument).quantity;
        is_buy = held < 0;
    } else if (sizing >= 7) {
        is_buy = true;
    }
    const Bar& bar = bars[instrument];
    double price = bar.close;
    if (type != OrderType::kMarket) {
        const bool is_below = is_buy == (type == OrderType::kLimit);
        price = is_below ? bar.close * (1 - offset) : bar.close * (1 + offset);
        if (at_extreme) {
            price = is_below ? bar.low : bar.high;
        }
    }
    double quantity = equity * percent / 100 / price;
    if (sizing == 7) {
        quantity = cash / (price * (1 + commission_));
    } else if (sizing == 8) {
        quantity = 1.5 * equity / price;
    } else if (sizing == 9) {
        quantity = std::fabs(held) * turn;
    }
    if (quantity > 0) {
        const OrderRequest request{instrument, type, is_buy ? quantity : -quantity, price};
        working_.push_back({broker.submit(request), step_});
    }
}

}  // namespace ct::bench
