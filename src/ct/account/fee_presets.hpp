#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "ct/account/fee_schedule.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// Fees, where they were read and when, as in "2026-11-28".
struct DatedFees {
    FeeSchedule schedule;
    std::string_view source;
    std::string_view date;
};

/// What a venue charges in its entry tier, without discounts.
struct FeePreset {
    std::string_view venue;  ///< as ccxt writes it
    DatedFees spot;
    std::optional<DatedFees> perpetual;  ///< of linear ones, as in BTC/USDT:USDT

    /// The fees of a symbol. Errors: kUnsupported for what is neither spot nor a linear perpetual of the venue.
    [[nodiscard]] Result<FeeSchedule> of(std::string_view symbol) const;
};

std::span<const FeePreset> fee_presets();
/// Errors: kNotFound with the nearest name.
Result<const FeePreset*> find_fee_preset(std::string_view venue);

}  // namespace ct
