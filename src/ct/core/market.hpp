#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ct/core/filters.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// A filter by its name and its value as an exchange writes it.
struct NamedText {
    std::string_view name;
    std::string_view text;
};

/// An instrument with the filters of its exchange.
struct Market {
    Instrument instrument;
    std::string venue_symbol;  ///< what the exchange calls it, as in BTCUSDT
    Filters filters;
    std::vector<std::string> unchecked;  ///< names of filters of the exchange that nothing here checks

    /// Reads the filters; the decimals of the scale are the most that a price and a quantity among them has, and where
    /// no tick_size or lot_size is on at least 8, as far as a scale has room for them. Errors:
    /// kInvalidData for an unknown name, a name that is there twice, a value that is none or does not fit, and filters
    /// that no order can pass; kOverflow for more decimals than a scale has.
    static Result<Market> make(std::string_view symbol, std::string_view venue_symbol,
                               std::span<const NamedText> filters);
};

/// Markets by name: "BTC/USDT" as well as "BTCUSDT".
class Markets {
  public:
    Markets() = default;
    /// `source` says where they come from, `left_out` which of there are not among them and why. Errors: kInvalidData
    /// when a name is there twice.
    static Result<Markets> make(std::vector<Market> markets, std::string source,
                                std::vector<std::string> left_out = {});

    /// Null for an unknown name.
    [[nodiscard]] const Market* find(std::string_view name) const {
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? nullptr : &markets_[found->second];
    }
    /// The name that is most like an unknown one, empty when there are no markets.
    [[nodiscard]] std::string_view nearest_name(std::string_view name) const;
    [[nodiscard]] std::span<const Market> all() const { return markets_; }
    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] std::span<const std::string> left_out() const { return left_out_; }

  private:
    std::vector<Market> markets_;
    std::unordered_map<std::string_view, std::size_t> by_name_;  ///< of what markets_ owns
    std::string source_;
    std::vector<std::string> left_out_;
};

}  // namespace ct
