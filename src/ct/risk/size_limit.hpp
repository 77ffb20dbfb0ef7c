#pragma once

#include <optional>
#include <string>

#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "ct/core/price.hpp"
#include "ct/core/rate.hpp"
#include "ct/core/result.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/risk/rule.hpp"
#include "ct/risk/settings_reader.hpp"

namespace ct::risk {

/// How large something may be: in the base asset, in the quote asset, as a share of the equity; of one symbol or all.
struct SizeLimit {
    std::optional<Money> quantity;
    std::optional<Money> notional;
    std::optional<Rate> equity_share;
    std::optional<std::string> symbol;

    /// Reads `quantity`, `notional`, `equity_share` and `symbol`; one of the first three must be there.
    static SizeLimit read(SettingsReader& reader);

    [[nodiscard]] bool holds_for(const Instrument& instrument) const { return !symbol || *symbol == instrument.symbol; }
};

/// What a size comes to under a limit: the quantity that it leaves, rounded down, and which bound is the tightest.
struct SizeCheck {
    int128 most = 0;  ///< counts of the quantity grid
    Finding finding;
};

/// The names of the three measures in sentences.
struct SizeNames {
    const char* quantity;
    const char* notional;
};

/// None when `size` counts of an instrument at a price are within the limit. Errors: kOverflow.
Result<std::optional<SizeCheck>> over_limit(const SizeLimit& limit, int128 size, Price price,
                                            InstrumentIndex instrument, const Situation& situation,
                                            const SizeNames& names);

}  // namespace ct::risk
