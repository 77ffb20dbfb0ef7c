// Oscillators of one price: price oscillator, macd, trix.

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "ct/core/simd.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/late.hpp"
#include "ct/indicators/macd.hpp"
#include "ct/indicators/price_oscillator.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/trix.hpp"

namespace ct::indicators {

PriceOscillator::PriceOscillator(std::size_t fast, std::size_t slow, AverageKind kind, OscillatorUnit unit)
    : fast_(kind_or(kind, AverageKind::kEma), std::min(fast, slow)),
      slow_(kind_or(kind, AverageKind::kEma), std::max(fast, slow)),
      unit_(unit) {}

void PriceOscillator::run(std::span<const double> in, std::span<double> out) {
    Block fast;
    Block slow;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        fast_.run(in.subspan(at, rows), {fast.data(), rows});
        slow_.run(in.subspan(at, rows), {slow.data(), rows});
        if (unit_ == OscillatorUnit::kPrice) {
            each(rows, [a = fast.data(), b = slow.data(), line = out.data() + at](std::size_t i)
                           CT_LOOP { line[i] = a[i] - b[i]; });
        } else {
            each(rows, [a = fast.data(), b = slow.data(), line = out.data() + at](std::size_t i)
                           CT_LOOP { line[i] = b[i] == 0 ? 0.0 : (a[i] - b[i]) / b[i] * 100.0; });
        }
    });
}

template <class Line>
MacdOf<Line>::MacdOf(Line fast, Line slow, Line signal, Style style)
    : fast_(style == Style::kTaLib ? start_together(fast, slow).first : Late<Line>(fast, 0)),
      slow_(style == Style::kTaLib ? start_together(fast, slow).second : Late<Line>(slow, 0)),
      signal_(std::move(signal)),
      lead_in_(std::max(fast_.lead_in(), slow_.lead_in()) + signal_.lead_in()) {}

template <class Line>
void MacdOf<Line>::run(Inputs<1> in, Lines<3> out, std::size_t rows) {
    Block slow;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto lines = from_row(out, at);
        fast_.run({in[0] + at, count}, {lines[0], count});
        slow_.run({in[0] + at, count}, {slow.data(), count});
        each(count, [line = lines[0], b = slow.data()](std::size_t i) CT_LOOP { line[i] -= b[i]; });
        signal_.run({lines[0], count}, {lines[1], count});
        each(count, [=](std::size_t i) CT_LOOP { lines[2][i] = lines[0][i] - lines[1][i]; });
        lead_in_.blank(lines, count);
    });
}

template class MacdOf<Ema>;
template class MacdOf<Average>;

Macd::Macd(std::size_t fast, std::size_t slow, std::size_t signal, Style style)
    : MacdOf(Ema(std::min(fast, slow)), Ema(std::max(fast, slow)), Ema(signal), style) {}

Macd Macd::fixed(std::size_t signal) {
    return Macd(Ema(12, 0.15, Seed::kMean, 0), Ema(26, 0.075, Seed::kMean, 0), Ema(signal));
}

MacdExt::MacdExt(std::size_t fast, AverageKind fast_kind, std::size_t slow, AverageKind slow_kind, std::size_t signal,
                 AverageKind signal_kind)
    : MacdOf(fast <= slow ? Average(fast_kind, fast) : Average(slow_kind, slow),
             fast <= slow ? Average(slow_kind, slow) : Average(fast_kind, fast), Average(signal_kind, signal)) {}

void Trix::run(std::span<const double> in, std::span<double> out) {
    Block smooth;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        averages_[0].run(in.subspan(at, rows), {smooth.data(), rows});
        averages_[1].run({smooth.data(), rows}, {smooth.data(), rows});
        averages_[2].run({smooth.data(), rows}, {smooth.data(), rows});
        change_.run({smooth.data(), rows}, out.subspan(at, rows));
    });
}

}  // namespace ct::indicators
