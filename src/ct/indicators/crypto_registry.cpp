#include <cstddef>
#include <vector>

#include "ct/indicators/crypto.hpp"
#include "ct/indicators/definition.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/row_function.hpp"

namespace ct::indicators {

std::vector<Definition> crypto_definitions() {
    return {
        {{.name = "crypto_volatility_index",
          .aliases = {"CryptoVolatilityIndex"},
          .group = Group::kCrypto,
          .inputs = {"close"},
          .parameters = {period(24), number("low", 20, 0, 1e9), number("high", 80, 0, 1e9),
                         number("bars_a_year", 8'760, 1e-9, 1e12)},
          .lines = {"volatility", "regime"},
          .text = "Deviation of the last returns in percent a year, and whether it is below (-1), between (0) or above "
                  "(1) two levels; bars_a_year is 8760 for hours.",
          .source = "population deviation of simple returns x the root of the bars a year"},
         make_kernel<CryptoVolatility, std::size_t, double, double, double>},
        {{.name = "exchange_premium",
          .aliases = {"ExchangePremium"},
          .group = Group::kCrypto,
          .inputs = {"close", "benchmark"},
          .lines = {"premium"},
          .text = "How many percent a price lies above that of another exchange.",
          .source = "(close - benchmark) / benchmark x 100"},
         make_kernel<RowFunction<premium>>},
        {{.name = "funding_rate",
          .aliases = {"FundingRate"},
          .group = Group::kCrypto,
          .inputs = {"close", "benchmark"},
          .parameters = {period(8), number("interest", 0.0001, -1, 1), number("cap", 0.0005, 0, 1)},
          .lines = {"rate"},
          .text = "Funding rate of a perpetual (close) against its index (benchmark), as a share: the mean premium of "
                  "the last bars, pulled towards the interest by at most the cap.",
          .source = "premium + clamp(interest - premium, -cap, cap), as Binance and BitMEX define it"},
         make_kernel<FundingRate, std::size_t, double, double>},
        {{.name = "liquidation_levels",
          .aliases = {"LiquidationLevels"},
          .group = Group::kCrypto,
          .inputs = {"close"},
          .parameters = {number("leverage", 3, 1, 1e6), number("maintenance", 0.05, 0, 1)},
          .lines = {"long_liq", "short_liq"},
          .text = "Where a long and a short position that are opened at the close would be liquidated.",
          .source = "close x (1 -+ (1 / leverage - maintenance)); isolated margin, without fees"},
         make_kernel<LiquidationLevels, double, double>},
        {{.name = "perpetual_premium",
          .aliases = {"PerpetualPremium"},
          .group = Group::kCrypto,
          .inputs = {"close", "benchmark"},
          .lines = {"premium"},
          .text = "How many percent a perpetual (close) lies above spot or its index (benchmark).",
          .source = "(close - benchmark) / benchmark x 100"},
         make_kernel<RowFunction<premium>>},
    };
}

}  // namespace ct::indicators
