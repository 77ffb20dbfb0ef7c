// Binance's exchangeInfo.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/error/error.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/rapidjson.h>
#include <rapidjson/reader.h>

#include "ct/core/market.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/markets_file.hpp"

namespace ct::storage {

namespace {

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

/// A symbol as it is read. Numbers, texts and truths are text.
struct Symbol {
    std::string venue_symbol;
    std::string base;
    std::string quote;
    bool has_filters = false;
    std::vector<std::pair<std::string_view, std::string>> filters;  ///< by our names
    std::vector<std::string> unchecked;

    /// Adds the fields of one of Binance's filters, by its names.
    Result<void> add_filter(const std::vector<std::pair<std::string, std::string>>& fields);
    [[nodiscard]] Result<Market> market() const;
};

Result<void> Symbol::add_filter(const std::vector<std::pair<std::string, std::string>>& fields) {
    const auto text_of = [&](std::string_view name) -> std::string {
        for (const auto& [field, text] : fields) {
            if (field == name) return text;
        }
        return {};
    };
    const std::string type = text_of("filterType");
    if (type.empty()) return wrong("a filter without filterType");
    bool is_known = false;
    for (const FilterField& field : kFields) {
        if (field.type != type) continue;
        std::string text = text_of(field.field);
        if (text.empty()) return wrong(fmt::format("{} without {}", type, field.field));
        filters.emplace_back(field.name, std::move(text));
        is_known = true;
    }
    if (!is_known) unchecked.push_back(type);
    return {};
}

Result<Market> Symbol::market() const {
    if (venue_symbol.empty() || base.empty() || quote.empty()) {
        return wrong("expected an object with symbol, baseAsset, quoteAsset and filters");
    }
    if (!has_filters) return wrong(fmt::format("{} without a list of filters", venue_symbol));
    std::vector<NamedText> named;
    named.reserve(filters.size());
    for (const auto& [name, text] : filters) named.push_back({name, text});
    auto made = Market::make(fmt::format("{}/{}", base, quote), venue_symbol, named);
    if (made) made->unchecked = unchecked;
    return made;
}

/// What the parser calls, under names of its choice. A symbol is the whole text, a value of a list that is the whole
/// text, or one of the list "symbols".
/// NOLINTBEGIN(readability-identifier-naming,bugprone-derived-method-shadowing-base-method)
class SymbolReader : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, SymbolReader> {
  public:
    using Size = rapidjson::SizeType;

    bool Null() { return value(""); }
    bool Bool(bool truth) { return value(truth ? "true" : "false"); }
    bool Default() { return false; }  // numbers come as text
    bool RawNumber(const char* text, Size size, bool /*copy*/) { return value({text, size}); }
    bool String(const char* text, Size size, bool /*copy*/) { return value({text, size}); }
    bool Key(const char* text, Size size, bool /*copy*/) {
        key_.assign(text, size);
        return true;
    }
    bool StartObject() {
        if (!may_be_here(true)) return false;
        if (depth_ == 0 || (in_list_ && depth_ == symbol_depth_)) symbol_ = {};
        if (in_filters_ && depth_ == symbol_depth_ + 2) fields_.clear();
        ++depth_;
        return true;
    }
    bool EndObject(Size /*members*/) {
        --depth_;
        if (in_filters_ && depth_ == symbol_depth_ + 2) {
            const auto added = symbol_.add_filter(fields_);
            return added || refuse(fmt::format("{}: {}", symbol_.venue_symbol, added.error().message));
        }
        if (depth_ == symbol_depth_ && (in_list_ || (depth_ == 0 && !had_list_))) return finish_symbol();
        return true;
    }
    bool StartArray() {
        const bool is_list = depth_ == 0 || (depth_ == 1 && !in_list_ && !had_list_ && key_ == "symbols");
        if (is_list) {
            in_list_ = had_list_ = true;
            symbol_depth_ = depth_ + 1;
        } else if (!may_be_here(false)) {
            return false;
        } else if (depth_ == symbol_depth_ + 1 && key_ == "filters") {
            in_filters_ = symbol_.has_filters = true;
        }
        ++depth_;
        return true;
    }
    bool EndArray(Size /*elements*/) {
        --depth_;
        if (depth_ == symbol_depth_ + 1) in_filters_ = false;
        if (in_list_ && depth_ == symbol_depth_ - 1) in_list_ = false;
        return true;
    }
    // NOLINTEND(readability-identifier-naming,bugprone-derived-method-shadowing-base-method)

    std::vector<Market>& markets() { return markets_; }
    /// What was wrong but the JSON itself.
    [[nodiscard]] const std::optional<std::string>& refusal() const { return refusal_; }

  private:
    bool refuse(const std::string& what) {
        refusal_ = fmt::format("symbol {}: {}", markets_.size() + 1, what);
        return false;
    }
    /// Lists of symbols and of filters hold objects alone, and "symbols" is a list.
    bool may_be_here(bool is_object) {
        if (depth_ == 1 && !had_list_ && key_ == "symbols") {
            refusal_ = "symbols is no list";
            return false;
        }
        if (is_object) return true;
        if (in_list_ && depth_ == symbol_depth_) {
            return refuse("expected an object with symbol, baseAsset, quoteAsset and filters");
        }
        if (in_filters_ && depth_ == symbol_depth_ + 2) {
            return refuse(fmt::format("{}: a filter without filterType", symbol_.venue_symbol));
        }
        return true;
    }
    bool value(std::string_view text) {
        if (!may_be_here(false)) return false;
        if (in_filters_ && depth_ == symbol_depth_ + 3) fields_.emplace_back(key_, text);
        if (depth_ != symbol_depth_ + 1) return true;
        if (key_ == "symbol") symbol_.venue_symbol = text;
        if (key_ == "baseAsset") symbol_.base = text;
        if (key_ == "quoteAsset") symbol_.quote = text;
        return true;
    }
    bool finish_symbol() {
        auto market = symbol_.market();
        if (!market) return refuse(market.error().message);
        markets_.push_back(*std::move(market));
        return true;
    }

    int depth_ = 0;         ///< lists and objects that are open
    int symbol_depth_ = 0;  ///< of them around a symbol
    bool in_list_ = false;  ///< of symbols
    bool had_list_ = false;
    bool in_filters_ = false;
    std::string key_;
    Symbol symbol_;
    std::vector<std::pair<std::string, std::string>> fields_;  ///< of the open filter
    std::vector<Market> markets_;
    std::optional<std::string> refusal_;
};

}  // namespace

Result<Markets> parse_exchange_info(std::string_view json, const std::string& name) {
    SymbolReader symbols;
    rapidjson::MemoryStream stream(json.data(), json.size());
    rapidjson::Reader reader;
    constexpr unsigned kFlags = unsigned{rapidjson::kParseNumbersAsStringsFlag} |
                                unsigned{rapidjson::kParseIterativeFlag} |
                                unsigned{rapidjson::kParseValidateEncodingFlag};
    const rapidjson::ParseResult parsed = reader.Parse<kFlags>(stream, symbols);
    if (symbols.refusal()) return wrong(fmt::format("{}: {}", name, *symbols.refusal()));
    if (parsed.IsError()) {
        return wrong(fmt::format("{}: no valid JSON at byte {}: {}", name, parsed.Offset() + 1,
                                 rapidjson::GetParseError_En(parsed.Code())));
    }
    return Markets::make(std::move(symbols.markets()), name);
}

}  // namespace ct::storage
