#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/money.hpp"
#include "ct/core/result.hpp"

namespace ct {

/// Where an instrument stands in the list of a run.
using InstrumentIndex = std::uint32_t;
/// Where an asset stands in the list of a run.
using AssetIndex = std::uint32_t;

/// What is traded: its name as ccxt writes it ("BTC/USDT", "BTC/USDT:USDT"), the assets, and the decimals of its
/// numbers.
struct Instrument {
    std::string symbol;
    std::string base;
    std::string quote;
    Scale scale;

    /// Splits the symbol at "/" and ":". Errors: kInvalidArgument.
    static Result<Instrument> make(std::string_view symbol, const Scale& scale);
};

}  // namespace ct
