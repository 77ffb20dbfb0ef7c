#include "ct/indicators/crypto.hpp"
#include "ct/core/simd.hpp"

#include <cmath>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void FundingRate::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block premium;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        double* const line = out[0] + at;
        each(count, [=, to = premium.data()](std::size_t i)
                        CT_LOOP { to[i] = from[1][i] == 0 ? 0.0 : (from[0][i] - from[1][i]) / from[1][i]; });
        mean_.run({premium.data(), count}, {line, count});
        each(count, [=, interest = interest_, cap = cap_](std::size_t i) CT_LOOP {
            const double pull = interest - line[i];
            line[i] += pull > cap ? cap : pull < -cap ? -cap : pull;
        });
    });
}

CryptoVolatility::CryptoVolatility(std::size_t period, double low, double high, double bars_a_year)
    : low_(low), high_(high), returns_(1), deviation_(period, 100.0 * std::sqrt(bars_a_year)) {}

void CryptoVolatility::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    Block change;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        returns_.run({in[0] + at, count}, {change.data(), count});
        deviation_.run({change.data(), count}, {lines[0], count});
        each(count, [=, low = low_, high = high_](std::size_t i) CT_LOOP {
            const double volatility = lines[0][i];
            lines[1][i] = volatility != volatility ? volatility
                          : volatility > high      ? 1.0
                          : volatility < low       ? -1.0
                                                   : 0.0;
        });
    });
}

}  // namespace ct::indicators
