#pragma once

#include <span>
#include <string>
#include <vector>

#include "ct/account/fee_presets.hpp"
#include "ct/account/fee_schedule.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// The fees of a run.
struct Fees {
    struct OfSymbol {
        std::string symbol;
        FeeSchedule schedule;
    };
    FeeSchedule standard;               ///< of symbols that have no others
    const FeePreset* preset = nullptr;  ///< in place of the standard ones
    std::vector<OfSymbol> by_symbol;

    /// Errors: kInvalidArgument for a rate below 0 or not less than 1, a flat fee below 0, a symbol that is there
    /// twice.
    [[nodiscard]] Result<void> check() const;
    /// One schedule an instrument. Requires: checked. Errors: kInvalidArgument for a symbol that no instrument has,
    /// kUnsupported for one without fees in the preset.
    [[nodiscard]] Result<std::vector<FeeSchedule>> resolve(std::span<const Instrument> instruments) const;
    /// What may not be meant: a sentence for each rate above 5 %.
    [[nodiscard]] std::vector<std::string> warnings() const;
    /// As the settings of a result show them: "binance", "maker 0.001 taker 0.002; BTC/USDT maker 0 taker
    /// 0.0004 flat 0.5".
    [[nodiscard]] std::string text() const;
};

}  // namespace ct
