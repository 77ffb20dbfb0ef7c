// Binance's exchangeInfo.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/encodings.h>
#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>

#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/markets_file.hpp"

namespace ct::storage {

namespace {

using Json = rapidjson::Value;

/// A field of one of Binance's filters and the filter that it is here.
struct FilterField {
    std::string_view type;
    std::string_view field;
    std::string_view name;
};
constexpr std::array kFields = {
    FilterField{"PRICE_FILTER", "tickSize", "tick_size"},
    FilterField{"PRICE_FILTER", "minPrice", "min_price"},
    FilterField{"PRICE_FILTER", "maxPrice", "max_price"},
    FilterField{"LOT_SIZE", "stepSize", "lot_size"},
    FilterField{"LOT_SIZE", "minQty", "min_quantity"},
    FilterField{"LOT_SIZE", "maxQty", "max_quantity"},
    FilterField{"MARKET_LOT_SIZE", "stepSize", "market_lot_size"},
    FilterField{"MARKET_LOT_SIZE", "minQty", "market_min_quantity"},
    FilterField{"MARKET_LOT_SIZE", "maxQty", "market_max_quantity"},
    FilterField{"MAX_POSITION", "maxPosition", "max_position"},
    FilterField{"MIN_NOTIONAL", "minNotional", "min_notional"},
    FilterField{"MIN_NOTIONAL", "applyToMarket", "min_notional_for_market"},
    FilterField{"MIN_NOTIONAL", "avgPriceMins", "notional_minutes"},
    FilterField{"NOTIONAL", "minNotional", "min_notional"},
    FilterField{"NOTIONAL", "maxNotional", "max_notional"},
    FilterField{"NOTIONAL", "applyMinToMarket", "min_notional_for_market"},
    FilterField{"NOTIONAL", "applyMaxToMarket", "max_notional_for_market"},
    FilterField{"NOTIONAL", "avgPriceMins", "notional_minutes"},
    FilterField{"PERCENT_PRICE", "multiplierDown", "buy_multiplier_down"},
    FilterField{"PERCENT_PRICE", "multiplierUp", "buy_multiplier_up"},
    FilterField{"PERCENT_PRICE", "multiplierDown", "sell_multiplier_down"},
    FilterField{"PERCENT_PRICE", "multiplierUp", "sell_multiplier_up"},
    FilterField{"PERCENT_PRICE", "avgPriceMins", "percent_minutes"},
    FilterField{"PERCENT_PRICE_BY_SIDE", "bidMultiplierDown", "buy_multiplier_down"},
    FilterField{"PERCENT_PRICE_BY_SIDE", "bidMultiplierUp", "buy_multiplier_up"},
    FilterField{"PERCENT_PRICE_BY_SIDE", "askMultiplierDown", "sell_multiplier_down"},
    FilterField{"PERCENT_PRICE_BY_SIDE", "askMultiplierUp", "sell_multiplier_up"},
    FilterField{"PERCENT_PRICE_BY_SIDE", "avgPriceMins", "percent_minutes"},
    FilterField{"ICEBERG_PARTS", "limit", "iceberg_parts"},
    FilterField{"MAX_NUM_ORDERS", "maxNumOrders", "max_orders"},
    FilterField{"MAX_NUM_ALGO_ORDERS", "maxNumAlgoOrders", "max_algo_orders"},
    FilterField{"MAX_NUM_ICEBERG_ORDERS", "maxNumIcebergOrders", "max_iceberg_orders"},
};

tl::unexpected<Error> wrong(const std::string& what) { return fail(ErrorCode::kInvalidData, what); }

const Json* member(const Json& object, std::string_view name) {
    if (!object.IsObject()) return nullptr;
    const auto found =
        object.FindMember(Json(rapidjson::StringRef(name.data(), static_cast<rapidjson::SizeType>(name.size()))));
    return found == object.MemberEnd() ? nullptr : &found->value;
}

/// The text of a text, a number or a truth; empty for anything else, which no filter takes.
std::string_view text_of(const Json* value) {
    if (value == nullptr) return {};
    if (value->IsString()) return {value->GetString(), value->GetStringLength()};
    if (value->IsBool()) return value->GetBool() ? "true" : "false";
    return {};
}

/// Adds the fields of one filter.
Result<void> add_filter(const Json& filter, std::vector<NamedText>& filters, std::vector<std::string>& unchecked) {
    const std::string_view type = text_of(member(filter, "filterType"));
    if (type.empty()) return wrong("a filter without filterType");
    bool is_known = false;
    for (const FilterField& field : kFields) {
        if (field.type != type) continue;
        const std::string_view text = text_of(member(filter, field.field));
        if (text.empty()) return wrong(fmt::format("{} without {}", type, field.field));
        filters.push_back({field.name, text});
        is_known = true;
    }
    if (!is_known) unchecked.emplace_back(type);
    return {};
}

Result<Market> market_of(const Json& symbol) {
    const std::string_view venue_symbol = text_of(member(symbol, "symbol"));
    const std::string_view base = text_of(member(symbol, "baseAsset"));
    const std::string_view quote = text_of(member(symbol, "quoteAsset"));
    if (venue_symbol.empty() || base.empty() || quote.empty()) {
        return wrong("expected an object with symbol, baseAsset, quoteAsset and filters");
    }
    const Json* const given = member(symbol, "filters");
    if (given == nullptr || !given->IsArray()) return wrong(fmt::format("{} without a list of filters", venue_symbol));
    std::vector<NamedText> filters;
    std::vector<std::string> unchecked;
    for (const Json& filter : given->GetArray()) {
        if (auto added = add_filter(filter, filters, unchecked); !added) {
            return wrong(fmt::format("{}: {}", venue_symbol, added.error().message));
        }
    }
    auto market = Market::make(fmt::format("{}/{}", base, quote), venue_symbol, filters);
    if (market) market->unchecked = std::move(unchecked);
    return market;
}

}  // namespace

Result<Markets> parse_exchange_info(std::string_view json, const std::string& name) {
    constexpr unsigned kFlags =
        rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
    rapidjson::Document document;
    document.Parse<kFlags>(json.data(), json.size());
    if (document.HasParseError()) {
        return wrong(fmt::format("{}: no valid JSON at byte {}: {}", name, document.GetErrorOffset() + 1,
                                 rapidjson::GetParseError_En(document.GetParseError())));
    }
    const Json* const list = document.IsArray() ? &document : member(document, "symbols");
    std::vector<Market> markets;
    const auto add = [&](const Json& symbol) -> Result<void> {
        auto market = market_of(symbol);
        if (!market) return wrong(fmt::format("{}: symbol {}: {}", name, markets.size() + 1, market.error().message));
        markets.push_back(*std::move(market));
        return {};
    };
    if (list == nullptr) {
        if (auto added = add(document); !added) return fail(added);
    } else if (!list->IsArray()) {
        return wrong(fmt::format("{}: symbols is no list", name));
    } else {
        for (const Json& symbol : list->GetArray()) {
            if (auto added = add(symbol); !added) return fail(added);
        }
    }
    return Markets::make(std::move(markets), name);
}

}  // namespace ct::storage
