#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidjson/encodings.h>
#include <rapidjson/reader.h>
#include <zlib.h>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/quantity.hpp"
#include "ct/core/result.hpp"
#include "support/decimal_text.hpp"
#include "support/shared_data.hpp"

// Every symbol of a real exchangeInfo answer fits our exact numbers.

namespace ct {
namespace {

using test::DecimalText;

constexpr std::string_view kFile = "exchange/binance_spot_exchangeInfo_20211012.json.gz";
constexpr std::size_t kSymbols = 1695;

std::string read_gzip(const std::filesystem::path& path) {
    std::string text;
    gzFile file = gzopen(path.c_str(), "rb");
    if (file == nullptr) return text;
    std::array<char, 1U << 16U> chunk;
    for (int size = 0; (size = gzread(file, chunk.data(), static_cast<unsigned>(chunk.size()))) > 0;) {
        text.append(chunk.data(), static_cast<std::size_t>(size));
    }
    gzclose(file);
    return text;
}

/// A symbol's numbers as they are written, by "FILTER.field".
struct Listing {
    std::string symbol;
    std::map<std::string, std::string> numbers;

    [[nodiscard]] const std::string& number(const std::string& key) const { return numbers.at(key); }
    /// All numbers of the filters that this prefix begins.
    [[nodiscard]] std::vector<std::string> numbers_of(std::string_view prefix) const {
        std::vector<std::string> found;
        for (const auto& [key, text] : numbers) {
            if (key.starts_with(prefix)) found.push_back(text);
        }
        return found;
    }
};

/// Collects the listings of {"symbols": [{"baseAsset": ..., "filters": [{...}]}]} while the text is read.
class ListingReader : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, ListingReader> {
  public:
    // The names that RapidJSON calls.
    // NOLINTBEGIN(readability-identifier-naming,bugprone-derived-method-shadowing-base-method)
    bool StartObject() {
        if (++depth_ <= kFilterDepth) fields_[depth_].clear();
        return true;
    }
    bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        key_.assign(text, size);
        return true;
    }
    bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
        if (depth_ <= kFilterDepth) fields_[depth_][key_] = std::string(text, size);
        return true;
    }
    bool EndObject(rapidjson::SizeType /*members*/) {
        auto& fields = fields_[depth_];
        if (depth_ == kFilterDepth) {
            const std::string prefix = fields["filterType"] + ".";
            fields.erase("filterType");
            for (const auto& [name, number] : fields) numbers_[prefix + name] = number;
        } else if (depth_ == kSymbolDepth && fields.contains("baseAsset")) {
            listings_.push_back({fields["baseAsset"] + "/" + fields["quoteAsset"], std::move(numbers_)});
            numbers_.clear();
        }
        --depth_;
        return true;
    }
    // NOLINTEND(readability-identifier-naming,bugprone-derived-method-shadowing-base-method)

    [[nodiscard]] const std::vector<Listing>& listings() const { return listings_; }

  private:
    static constexpr std::size_t kSymbolDepth = 2;
    static constexpr std::size_t kFilterDepth = 3;

    std::size_t depth_ = 0;
    std::string key_;
    std::array<std::map<std::string, std::string>, kFilterDepth + 1> fields_;  ///< of the open object of each depth
    std::map<std::string, std::string> numbers_;
    std::vector<Listing> listings_;
};

std::vector<Listing> parse_listings(const std::string& json) {
    ListingReader handler;
    rapidjson::StringStream stream(json.c_str());
    EXPECT_FALSE(rapidjson::Reader().Parse(stream, handler).IsError());
    return handler.listings();
}

/// The most decimals that any of these numbers needs.
int decimals_of(const std::vector<std::string>& numbers) {
    int most = 0;
    for (const std::string& number : numbers) most = std::max(most, parse_decimal(number).value().decimals);
    return most;
}

/// "0.00100000" -> "0.001"
std::string shortest(const std::string& number) { return DecimalText(number).text(); }

/// Read once for all tests.
const std::vector<Listing>& listings() {
    static const auto kListings = parse_listings(read_gzip(test::shared_data().value() / kFile));
    return kListings;
}

/// Price decimals are those of the price filter, quantity decimals those of both lot filters.
Scale scale_of(const Listing& listing) {
    auto quantities = listing.numbers_of("LOT_SIZE.");
    for (auto& number : listing.numbers_of("MARKET_LOT_SIZE.")) quantities.push_back(number);
    const auto scale = Scale::make(decimals_of(listing.numbers_of("PRICE_FILTER.")), decimals_of(quantities));
    EXPECT_TRUE(scale) << scale.error().message;
    return scale.value_or(Scale{});
}

TEST(ExchangeInfo, EverySymbolIsAnInstrument) {
    CT_REQUIRE_SHARED_DATA();
    ASSERT_EQ(listings().size(), kSymbols);
    for (const Listing& listing : listings()) {
        SCOPED_TRACE(listing.symbol);
        const auto instrument = Instrument::make(listing.symbol, scale_of(listing));
        ASSERT_TRUE(instrument) << instrument.error().message;
        EXPECT_EQ(instrument->symbol, listing.symbol);
        EXPECT_LE(instrument->scale.price_decimals, 8);
        EXPECT_LE(instrument->scale.quantity_decimals, 8);
    }
}

TEST(ExchangeInfo, EveryNumberRoundTripsAsText) {
    CT_REQUIRE_SHARED_DATA();
    ASSERT_EQ(listings().size(), kSymbols);
    std::size_t checked = 0;
    for (const Listing& listing : listings()) {
        SCOPED_TRACE(listing.symbol);
        const Scale scale = scale_of(listing);
        for (const auto& [key, number] : listing.numbers) {
            SCOPED_TRACE(key);
            const auto money = Money::parse(number);
            ASSERT_TRUE(money) << money.error().message;
            ASSERT_EQ(money->text(), shortest(number));
            if (key.starts_with("PRICE_FILTER.")) {
                const auto count = parse_count(number, scale.price_decimals);
                ASSERT_TRUE(count) << count.error().message;
                ASSERT_EQ(text(Price{*count}, scale), shortest(number));
            } else if (key.starts_with("LOT_SIZE.") || key.starts_with("MARKET_LOT_SIZE.")) {
                const auto count = parse_count(number, scale.quantity_decimals);
                ASSERT_TRUE(count) << count.error().message;
                ASSERT_EQ(text(Quantity{*count}, scale), shortest(number));
            }
            ++checked;
        }
    }
    EXPECT_EQ(checked, kSymbols * 9 + 1614 * 3 + 40);
}

TEST(ExchangeInfo, TheLargestNotionalIsExactMoney) {
    CT_REQUIRE_SHARED_DATA();
    ASSERT_EQ(listings().size(), kSymbols);
    std::size_t beyond_64_bits = 0;
    for (const Listing& listing : listings()) {
        SCOPED_TRACE(listing.symbol);
        const std::string& price = listing.number("PRICE_FILTER.maxPrice");
        const std::string& quantity = listing.number("LOT_SIZE.maxQty");
        const std::string expected = (DecimalText(price) * DecimalText(quantity)).text();
        // On the grid of the filters, and on that of 8 and 8 decimals which all assets of the venue have.
        for (const Scale& scale : {scale_of(listing), Scale{8, 8}}) {
            const Price max_price{parse_count(price, scale.price_decimals).value()};
            const Quantity max_quantity{parse_count(quantity, scale.quantity_decimals).value()};
            const auto product = notional(max_price, max_quantity, scale);
            ASSERT_TRUE(product) << product.error().message;
            ASSERT_EQ(product->text(), expected);
        }
        if (const auto count = parse_count(expected, 8); !count && count.error().code == ErrorCode::kOverflow)
            ++beyond_64_bits;
    }
    EXPECT_EQ(beyond_64_bits, 18U);  // why money has 128 bits
}

}  // namespace
}  // namespace ct
