#include "ct/indicators/variable_average.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "ct/core/simd.hpp"
#include "ct/indicators/average.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

VariableAverage::VariableAverage(std::size_t least, std::size_t most, AverageKind kind)
    : least_(static_cast<double>(std::min(least, most))), most_(static_cast<double>(std::max(least, most))) {
    const std::size_t longest = Average(kind, std::max(least, most)).lead_in();
    for (std::size_t period = std::min(least, most); period <= std::max(least, most); ++period) {
        Average average(kind, period);
        const std::size_t wait = longest - average.lead_in();
        averages_.emplace_back(std::move(average), wait);
    }
}

void VariableAverage::run(Inputs<2> in, Lines<1> out, std::size_t rows) {
    Block average;
    in_blocks(rows, [&](std::size_t at, std::size_t count) {
        const auto from = from_row(in, at);
        double period = least_;
        for (auto& one : averages_) {
            one.run({from[0], count}, {average.data(), count});
            const bool first = period == least_;
            const bool last = period == most_;
            each(count, [=, mean = average.data(), line = out[0] + at](std::size_t i) CT_LOOP {
                const double wanted = from[1][i];
                const bool above = first || wanted >= period;
                const bool below = last || wanted < period + 1.0;
                line[i] = first || (above && below) ? mean[i] : line[i];
            });
            period += 1.0;
        }
    });
}

}  // namespace ct::indicators
