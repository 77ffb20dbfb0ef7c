#include "ct/risk/bundled_markets.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/market.hpp"

namespace ct::risk {

namespace {

/// The text up to a separator, which is taken off too.
std::string_view take_until(std::string_view& text, char separator) {
    const std::size_t at = text.find(separator);
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return taken;
}

Markets read_table(std::string_view table) {
    std::vector<Market> markets;
    std::string_view quote;
    std::array<NamedText, 3> filters = {NamedText{"tick_size", ""}, {"lot_size", ""}, {"min_notional", ""}};
    while (!table.empty()) {
        std::string_view line = take_until(table, '\n');
        if (!line.starts_with(' ')) {
            quote = take_until(line, ' ');
            for (NamedText& filter : filters) filter.text = take_until(line, ' ');
            continue;
        }
        line.remove_prefix(1);
        while (!line.empty()) {
            const std::string base(take_until(line, ' '));
            auto market = Market::make(base + "/" + std::string(quote), base + std::string(quote), filters);
            assert(market);
            markets.push_back(*std::move(market));
        }
    }
    auto made = Markets::make(std::move(markets), "bundled Binance spot table, 2026-11-22");
    assert(made);
    return *std::move(made);
}

}  // namespace

const Markets& bundled_markets() {
    static const Markets kMarkets = read_table(binance_spot_table());
    return kMarkets;
}

}  // namespace ct::risk
