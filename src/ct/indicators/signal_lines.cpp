#include "ct/indicators/signal_lines.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/sma.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void TrixSignal::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    trix_.run({in[0], rows}, {out[0], rows});
    signal_.run({out[0], rows}, {out[1], rows});
    lead_in_.blank(out, rows);
}

PercentagePriceOscillator::PercentagePriceOscillator(std::size_t fast, std::size_t slow, std::size_t signal,
                                                     AverageKind kind, PercentOf of)
    : of_(of),
      fast_(kind, fast),
      slow_(kind, slow),
      signal_(kind, signal),
      lead_in_(std::max(fast_.lead_in(), slow_.lead_in()) + signal_.lead_in()) {}

void PercentagePriceOscillator::run(Inputs<1> in, Lines<3> out, std::size_t rows) {
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        fast_.run({in[0] + at, count}, {lines[0], count});
        slow_.run({in[0] + at, count}, {lines[1], count});
        each(count, [=, of_slow = of_ == PercentOf::kSlow](std::size_t i) CT_LOOP {
            const double whole = of_slow ? lines[1][i] : lines[0][i];
            lines[0][i] = whole == 0 ? 0.0 : (lines[0][i] - lines[1][i]) / whole * 100.0;
        });
        signal_.run({lines[0], count}, {lines[1], count});
        each(count, [=](std::size_t i) CT_LOOP { lines[2][i] = lines[0][i] - lines[1][i]; });
        lead_in_.blank(lines, count);
    });
}

KnowSureThing::KnowSureThing(const std::array<Rate, kRates>& rates, std::size_t signal)
    : weights_{rates[0].weight, rates[1].weight, rates[2].weight, rates[3].weight},
      changes_{Change<RateOfChange>(rates[0].change), Change<RateOfChange>(rates[1].change),
               Change<RateOfChange>(rates[2].change), Change<RateOfChange>(rates[3].change)},
      averages_{Sma(rates[0].average), Sma(rates[1].average), Sma(rates[2].average), Sma(rates[3].average)},
      signal_(signal),
      lead_in_([&] {
          std::size_t lead_in = 0;
          for (std::size_t k = 0; k < kRates; ++k)
              lead_in = std::max(lead_in, changes_[k].lead_in() + averages_[k].lead_in());
          return lead_in + signal_.lead_in();
      }()) {}

void KnowSureThing::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    Block change;
    Block mean;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        for (std::size_t k = 0; k < kRates; ++k) {
            changes_[k].run({in[0] + at, count}, {change.data(), count});
            averages_[k].run({change.data(), count}, {mean.data(), count});
            each(count, [=, kst = lines[0], rate = mean.data(), weight = weights_[k]](std::size_t i)
                            CT_LOOP { kst[i] = k == 0 ? weight * rate[i] : kst[i] + weight * rate[i]; });
        }
        signal_.run({lines[0], count}, {lines[1], count});
        lead_in_.blank(lines, count);
    });
}

}  // namespace ct::indicators
