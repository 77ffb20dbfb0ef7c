#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"

namespace ct {

/// An exact ratio in counts of 10^-12: a fee rate, a slippage, a share of equity. 0.001 is 10^9 counts.
struct Rate {
    static constexpr int kDecimals = 12;
    static constexpr std::int64_t kOne = 1'000'000'000'000;
    std::int64_t count = 0;

    friend constexpr auto operator<=>(Rate, Rate) = default;

    /// Reads "0.001". Errors: kInvalidArgument, kOverflow.
    static Result<Rate> parse(std::string_view text);
    /// The same, or a percentage: "0.1%".
    static Result<Rate> parse_share(std::string_view text);
    /// Reads basis points, "2.5" -> 0.00025. Errors: kInvalidArgument, kOverflow.
    static Result<Rate> parse_bps(std::string_view text);
    /// "0.001"
    [[nodiscard]] std::string text() const;
    [[nodiscard]] double to_double() const { return static_cast<double>(count) / 1e12; }
};

}  // namespace ct
