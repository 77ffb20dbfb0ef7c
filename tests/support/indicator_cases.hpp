#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"

#include "support/kernels.hpp"
#include "support/random.hpp"

// What the tests that run for every registered indicator feed them with.
namespace ct::test {

using Columns = std::vector<std::vector<double>>;

/// Candles that markets could have; "benchmark" is another price, "periods" are small whole numbers, columns of other
/// names hold numbers from -1 to 1.
inline Columns make_inputs(const indicators::IndicatorInfo& info, Random& random, std::size_t rows) {
    const auto closes = price_walk(random, rows);
    std::vector<double> opens(rows);
    std::vector<double> highs(rows);
    std::vector<double> lows(rows);
    for (std::size_t i = 0; i < rows; ++i) {
        opens[i] = i == 0 ? closes[0] : closes[i - 1];
        highs[i] = std::max(opens[i], closes[i]) + static_cast<double>(random.between(0, 5'000)) / 100;
        lows[i] = std::min(opens[i], closes[i]) - static_cast<double>(random.between(0, 5'000)) / 100;
    }
    Columns inputs;
    for (const std::string_view name : info.inputs) {
        if (name == "open") {
            inputs.push_back(opens);
        } else if (name == "high") {
            inputs.push_back(highs);
        } else if (name == "low") {
            inputs.push_back(lows);
        } else if (name == "benchmark") {
            inputs.push_back(price_walk(random, rows, 100));
        } else if (name == "close") {
            inputs.push_back(closes);
        } else {
            const bool whole = name == "periods";
            std::vector<double> values(rows);
            for (double& value : values) {
                value = whole              ? static_cast<double>(random.between(2, 30))
                        : name == "volume" ? static_cast<double>(random.between(1, 1'000'000)) / 1'000
                                           : static_cast<double>(random.between(-999, 999)) / 1'000;
            }
            inputs.push_back(std::move(values));
        }
    }
    return inputs;
}

/// All lines, one after the other, fed `chunk` rows at a time.
inline std::vector<double> run_lines(indicators::Indicator& indicator, const Columns& inputs, std::size_t chunk,
                                     std::size_t begin = 0) {
    const std::size_t rows = inputs.front().size();
    std::vector<double> out(indicator.line_count() * rows, kNan);
    std::vector<const double*> in(inputs.size());
    std::vector<double*> lines(indicator.line_count());
    for (std::size_t at = begin; at < rows; at += chunk) {
        for (std::size_t k = 0; k < in.size(); ++k) in[k] = inputs[k].data() + at;
        for (std::size_t k = 0; k < lines.size(); ++k) lines[k] = out.data() + k * rows + at;
        indicator.run(in, lines, std::min(chunk, rows - at));
    }
    return out;
}

/// Parameter sets to try: the defaults, and each period at other lengths.
inline std::vector<std::vector<double>> parameter_sets(const indicators::IndicatorInfo& info) {
    std::vector<double> defaults;
    defaults.reserve(info.parameters.size());
    for (const indicators::ParameterInfo& parameter : info.parameters) defaults.push_back(parameter.default_value);
    std::vector<std::vector<double>> sets = {defaults};
    for (std::size_t k = 0; k < defaults.size(); ++k) {
        const indicators::ParameterInfo& parameter = info.parameters[k];
        for (const double value : {parameter.min, 1.0, 2.0, 3.0, 7.0, 33.0, 600.0}) {
            if (value < parameter.min || value > parameter.max) continue;
            if (!parameter.whole && value != parameter.min) continue;
            auto set = defaults;
            set[k] = value;
            sets.push_back(set);
        }
    }
    return sets;
}

}  // namespace ct::test
