#include "ct/indicators/stochastic.hpp"

#include <cstddef>

#include "ct/core/simd.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void RawStochastic::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block highest;
    Block lowest;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        range_.run({in[0] + at, in[1] + at}, {highest.data(), lowest.data()}, count);
        each(count, [high = highest.data(), low = lowest.data(), close = in[2] + at, line = out[0] + at](std::size_t i)
                        CT_LOOP {
                            const double width = high[i] - low[i];
                            line[i] = width == 0 ? 0.0 : (close[i] - low[i]) / width * 100.0;
                        });
    });
}

Stochastic::Stochastic(std::size_t period, std::size_t k_period, AverageKind k_kind, std::size_t d_period,
                       AverageKind d_kind)
    : raw_(period),
      k_(k_kind, k_period),
      d_(d_kind, d_period),
      lead_in_(raw_.lead_in() + k_.lead_in() + d_.lead_in()) {}

void Stochastic::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    raw_.run(in, {out[0]}, rows);
    k_.run({out[0], rows}, {out[0], rows});
    d_.run({out[0], rows}, {out[1], rows});
    lead_in_.blank(out, rows);
}

FullStochastic::FullStochastic(std::size_t period, std::size_t d_period, std::size_t slow_period, AverageKind kind)
    : raw_(period),
      d_(kind, d_period),
      slow_(kind, slow_period),
      lead_in_(raw_.lead_in() + d_.lead_in() + slow_.lead_in()) {}

void FullStochastic::run(Inputs<3> in, Lines<3> out, std::size_t rows) {
    raw_.run(in, {out[0]}, rows);
    d_.run({out[0], rows}, {out[1], rows});
    slow_.run({out[1], rows}, {out[2], rows});
    lead_in_.blank(out, rows);
}

void Kdj::run(Inputs<3> in, Lines<3> out, std::size_t rows) {
    stochastic_.run(in, {out[0], out[1]}, rows);
    each(rows, [=](std::size_t i) CT_LOOP { out[2][i] = 3.0 * out[0][i] - 2.0 * out[1][i]; });
}

void StochasticRsi::run(Inputs<1> in, Lines<2> out, std::size_t rows) {
    Block rsi;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        rsi_.run({in[0] + at, count}, {rsi.data(), count});
        stochastic_.run({rsi.data(), rsi.data(), rsi.data()}, from_row(out, at), count);
        lead_in_.blank(from_row(out, at), count);
    });
}

void WilliamsR::run(Inputs<3> in, Lines<1> out, std::size_t rows) {
    Block highest;
    Block lowest;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        range_.run({in[0] + at, in[1] + at}, {highest.data(), lowest.data()}, count);
        each(count, [high = highest.data(), low = lowest.data(), close = in[2] + at, line = out[0] + at](std::size_t i)
                        CT_LOOP {
                            const double width = high[i] - low[i];
                            line[i] = width == 0 ? 0.0 : (high[i] - close[i]) / width * -100.0;
                        });
    });
}

StochasticMomentum::StochasticMomentum(std::size_t period, std::size_t fast, std::size_t slow, std::size_t signal)
    : range_(period),
      distance_{Ema(slow), Ema(fast)},
      width_{Ema(slow), Ema(fast)},
      signal_(signal),
      lead_in_(range_.lead_in() + distance_[0].lead_in() + distance_[1].lead_in() + signal_.lead_in()) {}

void StochasticMomentum::run(Inputs<3> in, Lines<2> out, std::size_t rows) {
    Block distance;
    Block width;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        double* const smi = out[0] + at;
        range_.run({in[0] + at, in[1] + at}, {width.data(), distance.data()}, count);
        each(count, [high = width.data(), low = distance.data(), close = in[2] + at](std::size_t i) CT_LOOP {
            const double middle = 0.5 * (high[i] + low[i]);
            const double wide = high[i] - low[i];
            low[i] = close[i] - middle;
            high[i] = wide;
        });
        for (Ema& average : distance_) average.run({distance.data(), count}, {distance.data(), count});
        for (Ema& average : width_) average.run({width.data(), count}, {width.data(), count});
        each(count, [=, near = distance.data(), wide = width.data()](std::size_t i)
                        CT_LOOP { smi[i] = wide[i] == 0 ? 0.0 : 100.0 * near[i] / (0.5 * wide[i]); });
        signal_.run({smi, count}, {out[1] + at, count});
        lead_in_.blank(from_row(out, at), count);
    });
}

}  // namespace ct::indicators
