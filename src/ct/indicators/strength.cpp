#include "ct/indicators/strength.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void IntradayMomentum::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block rises;
    Block falls;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        each(count, [=, up = rises.data(), down = falls.data()](std::size_t i) CT_LOOP {
            const double body = from[1][i] - from[0][i];
            up[i] = body != body ? body : body > 0 ? body : 0.0;
            down[i] = body != body ? body : body < 0 ? -body : 0.0;
        });
        window_.run({rises.data(), falls.data()}, count, [&](std::size_t first, std::size_t part, auto parts) {
            each(part, [=, line = out[0] + at + first](std::size_t i) CT_LOOP {
                const double up = parts[0][i];
                const double both = up + parts[1][i];
                line[i] = both == 0 ? 50.0 : 100.0 * (up / both);
            });
        });
    });
}

void ChandeMomentum::run(std::span<const double> in, std::span<double> out) {
    Block changes;
    Block sizes;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        before_.shift(in.data() + at, rows, changes.data());
        each(rows, [now = in.data() + at, change = changes.data(), size = sizes.data()](std::size_t i) CT_LOOP {
            change[i] = now[i] - change[i];
            size[i] = std::fabs(change[i]);
        });
        window_.run({changes.data(), sizes.data()}, rows, [&](std::size_t first, std::size_t part, auto parts) {
            each(part, [=, line = out.data() + at + first](std::size_t i) CT_LOOP {
                const double size = parts[1][i];
                line[i] = size == 0 ? 0.0 : 100.0 * (parts[0][i] / size);
            });
        });
    });
}

std::size_t RelativeVolatility::lead_in() const {
    return std::max(deviation_.lead_in(), std::size_t{1}) + up_.lead_in();
}

void RelativeVolatility::run(std::span<const double> in, std::span<double> out) {
    Block rises;
    Block falls;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        double* const line = out.data() + at;
        before_.shift(in.data() + at, rows, rises.data());
        deviation_.run(in.subspan(at, rows), {line, rows});
        each(rows, [=, now = in.data() + at, up = rises.data(), down = falls.data()](std::size_t i) CT_LOOP {
            const double change = now[i] - up[i];
            const double deviation = line[i] + (change - change);
            const double nothing = deviation - deviation;  // or NaN
            up[i] = change > 0 ? deviation : nothing;
            down[i] = change < 0 ? deviation : nothing;
        });
        up_.run({rises.data(), rows}, {rises.data(), rows});
        down_.run({falls.data(), rows}, {falls.data(), rows});
        each(rows, [=, up = rises.data(), down = falls.data()](std::size_t i) CT_LOOP {
            const double both = up[i] + down[i];
            line[i] = both == 0 ? 50.0 : 100.0 * (up[i] / both);
        });
    });
}

void TrueStrength::run(std::span<const double> in, std::span<double> out) {
    Block changes;
    Block sizes;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        before_.shift(in.data() + at, rows, changes.data());
        each(rows, [now = in.data() + at, change = changes.data(), size = sizes.data()](std::size_t i) CT_LOOP {
            change[i] = now[i] - change[i];
            size[i] = std::fabs(change[i]);
        });
        for (Ema& average : change_) average.run({changes.data(), rows}, {changes.data(), rows});
        for (Ema& average : size_) average.run({sizes.data(), rows}, {sizes.data(), rows});
        each(rows, [change = changes.data(), size = sizes.data(), line = out.data() + at](std::size_t i)
                       CT_LOOP { line[i] = size[i] == 0 ? 0.0 : 100.0 * (change[i] / size[i]); });
    });
}

}  // namespace ct::indicators
