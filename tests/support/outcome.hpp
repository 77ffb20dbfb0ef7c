#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/hash.hpp"
#include "ct/core/money.hpp"

namespace ct::test {

/// What a run came to, to the last bit, as text: hash, money, metrics and equity.
inline std::string outcome(const analyzers::RunResult& result) {
    std::string facts =
        fmt::format("result {} bars {} cash {} value {} fees {} orders {} fills {} trades {}\n",
                    result.result_hash.text(), result.bars, result.final_cash.text(), result.final_value.text(),
                    result.fees.text(), result.orders.size(), result.fills.size(), result.trades.size());
    const auto number = [&](double value) {
        facts += fmt::format(" {:x}", std::isnan(value) ? 0 : std::bit_cast<std::uint64_t>(value));
    };
    for (const auto& [name, value] : result.metrics) {
        facts += name;
        number(value);
    }
    for (const double equity : result.daily_equity) number(equity);
    for (const auto& bucket : result.equity.buckets()) {
        facts += fmt::format("\n{}", bucket.time_ns);
        for (const double value : {bucket.first, bucket.min, bucket.max, bucket.last}) number(value);
    }
    return facts;
}

}  // namespace ct::test
