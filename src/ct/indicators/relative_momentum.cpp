#include "ct/indicators/relative_momentum.hpp"

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/change.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

void RelativeMomentum::run(std::span<const double> in, std::span<double> out) {
    Block rises;
    Block falls;
    in_blocks(in.size(), [&](std::size_t at, std::size_t rows) {
        const auto line = out.subspan(at, rows);
        delay_.run(in.subspan(at, rows), line);
        each(rows, [now = in.data() + at, before = line.data(), up = rises.data(), down = falls.data()](std::size_t i)
                       CT_LOOP {
                           up[i] = Rise::of(now[i], before[i]);
                           down[i] = Fall::of(now[i], before[i]);
                       });
        up_.run({rises.data(), rows}, {rises.data(), rows});
        down_.run({falls.data(), rows}, {falls.data(), rows});
        each(rows, [up = rises.data(), down = falls.data(), to = line.data()](std::size_t i) CT_LOOP {
            const double both = up[i] + down[i];
            to[i] = both == 0 ? 50.0 : 100.0 * (up[i] / both);
        });
    });
}

}  // namespace ct::indicators
