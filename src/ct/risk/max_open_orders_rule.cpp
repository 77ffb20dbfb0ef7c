#include "ct/risk/max_open_orders_rule.hpp"

#include <cstdint>
#include <memory>
#include <optional>

#include "ct/core/int128.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/books.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

Result<std::unique_ptr<Rule>> MaxOpenOrdersRule::make(SettingsReader& reader) {
    constexpr std::uint32_t kMost = 1'000'000;
    const auto total = reader.count("orders", kMost);
    const auto of_symbol = reader.count("orders_per_symbol", kMost);
    if (!total && !of_symbol) reader.refuse("expected orders, orders_per_symbol or both");
    if (total && of_symbol && *of_symbol > *total) {
        reader.refuse("orders_per_symbol is more than orders, so it would never be reached");
    }
    if (auto read = reader.finish(); !read) return fail(read);
    return std::make_unique<MaxOpenOrdersRule>(total, of_symbol);
}

Result<std::optional<Rejection>> MaxOpenOrdersRule::check(const OrderRequest& order, const Situation& situation) const {
    const auto over = [](std::uint64_t open, std::uint32_t limit, const char* what) {
        return Rejection{.reason = Reason::kMaxOpenOrders,
                         .finding = {what, Finding::Unit::kOrders, int128{open} + 1, limit}};
    };
    const std::uint64_t open = situation.books->open_orders();
    if (total_ && open >= *total_) return over(open, *total_, "the number of open orders");
    const std::uint64_t of_symbol = situation.books->at(order.instrument).open_orders;
    if (of_symbol_ && of_symbol >= *of_symbol_) {
        return over(of_symbol, *of_symbol_, "the number of open orders of the symbol");
    }
    return std::nullopt;
}

}  // namespace ct::risk
