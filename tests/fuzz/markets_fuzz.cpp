// Metadata of exchanges: Binance's JSON and Lean's CSV, by the first byte of the text as load_markets tells them.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/core/filters.hpp"
#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/markets_file.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using namespace ct;

/// A market read back from the texts of its filters.
Result<Market> again(const Market& market) {
    std::vector<std::pair<std::string_view, std::string>> texts;
    for_each_filter(market.filters, [&](std::string_view name, const auto& value) {
        texts.emplace_back(name, filter_text(value, market.instrument.scale));
    });
    std::vector<NamedText> filters;
    filters.reserve(texts.size());
    for (const auto& [name, text] : texts) filters.push_back({name, text});
    return Market::make(market.instrument.symbol, market.venue_symbol, filters);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text = test::text_of(bytes, size);
    const bool is_json = !text.empty() && (text.front() == '{' || text.front() == '[');
    const auto markets =
        is_json ? storage::parse_exchange_info(text, "x") : storage::parse_symbol_properties(text, "x", "binance");
    if (!markets) {
        test::require(!markets.error().message.empty(), "an error says something");
        return 0;
    }
    for (const Market& market : markets->all()) {
        test::require(check(market.filters).has_value(), "filters are checked");
        test::require(markets->find(market.instrument.symbol) == &market, "a market is found by its name");
        const auto read = again(market);
        test::require(read && read->filters == market.filters, "what is written reads back");
    }
    return 0;
}
