#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// A rate that somebody gives: one `base` is worth count x 10^-decimals of `quote`.
struct FixedRate {
    std::string base;
    std::string quote;
    std::int64_t count = 0;
    int decimals = 0;

    /// Errors: kInvalidArgument for a pair that is not of the form EUR/USDT and a number that is not above 0,
    /// kOverflow.
    static Result<FixedRate> make(std::string_view pair, std::string_view number);
    /// Reads "EUR/USDT=1.08".
    static Result<FixedRate> parse(std::string_view text);
    /// The same text.
    [[nodiscard]] std::string text() const;
};

/// How much of the reporting asset other assets are worth: each along the shortest chain of the run's instruments,
/// forwards or backwards, and given rates; given rates come first among equally short ones.
class Conversion {
  public:
    /// Errors: kInvalidArgument naming an asset without a chain and what would help, or a rate between assets that
    /// the rates before it already join.
    static Result<Conversion> make(std::span<const std::string> assets, std::span<const Instrument> instruments,
                                   std::string_view report_asset, std::span<const FixedRate> rates);

    [[nodiscard]] const std::string& report_asset() const { return report_asset_; }
    /// True if the reporting asset is the only one.
    [[nodiscard]] bool is_identity() const { return is_identity_; }

    /// An amount of `asset` in the reporting asset, each step of the chain rounded at 10^-18. `marks` are the prices of
    /// all instruments. Errors: kOverflow, kInvalidData when a price that is needed is not known.
    [[nodiscard]] Result<Money> to_report(AssetIndex asset, const Money& amount, std::span<const Price> marks,
                                          Rounding rounding = Rounding::kHalfEven) const;
    /// The other way.
    [[nodiscard]] Result<Money> from_report(AssetIndex asset, const Money& amount, std::span<const Price> marks,
                                            Rounding rounding = Rounding::kHalfEven) const;
    /// What one of an asset is worth, for statistics.
    [[nodiscard]] double factor(AssetIndex asset, std::span<const double> closes) const;

    /// The asset is the reporting one.
    [[nodiscard]] bool is_report(AssetIndex asset) const { return chains_[asset].empty(); }
    /// The instrument that alone, forwards, leads to the reporting asset.
    [[nodiscard]] std::optional<InstrumentIndex> direct(AssetIndex asset) const;

  private:
    /// One price: of an instrument, or a given one.
    struct Step {
        std::optional<InstrumentIndex> instrument;
        bool inverse = false;  ///< divides
        std::int64_t count = 0;
        int decimals = 0;
    };
    using Chain = std::vector<Step>;
    class Graph;

    [[nodiscard]] static Result<Money> follow(const Step& step, bool backwards, const Money& amount,
                                              std::span<const Price> marks, Rounding rounding);

    std::string report_asset_;
    std::vector<Chain> chains_;  ///< by asset, from it to the reporting one
    bool is_identity_ = true;
};

}  // namespace ct
