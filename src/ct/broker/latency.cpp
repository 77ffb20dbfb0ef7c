#include "ct/broker/latency.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

namespace {

/// No order is longer on its way: a larger number is a mistake of its unit. Sums with times and draws far from the mean
/// stay far from the limits of 64 bits.
constexpr TimeNs kMostNs = kNsPerDay;

constexpr std::int64_t kMostBars = 1'000'000;

Result<void> check_time(std::string_view what, TimeNs time_ns) {
    if (time_ns >= 0 && time_ns <= kMostNs) return {};
    return fail(ErrorCode::kInvalidArgument,
                fmt::format("{} must be from 0 to one day ({} ns), not {} ns", what, kMostNs, time_ns));
}

}  // namespace

Result<void> check(const LatencyModel& model) {
    if (model.bars < 0 || model.bars > kMostBars) {
        return fail(ErrorCode::kInvalidArgument,
                    fmt::format("the latency must be from 0 to {} bars, not {}", kMostBars, model.bars));
    }
    if (auto checked = check_time("the latency", model.mean_ns); !checked) return checked;
    if (auto checked = check_time("the deviation of the latency", model.deviation_ns); !checked) return checked;
    if (model.kind == LatencyModel::Kind::kEmpirical && model.samples_ns.empty()) {
        return fail(ErrorCode::kInvalidArgument, "an empirical latency needs at least one sample");
    }
    for (const TimeNs sample_ns : model.samples_ns) {
        if (auto checked = check_time("a sample of the latency", sample_ns); !checked) return checked;
    }
    return {};
}

TimeNs Latency::draw() {
    switch (model_.kind) {
        case LatencyModel::Kind::kNone:
        case LatencyModel::Kind::kBars:
            return 0;
        case LatencyModel::Kind::kConstant:
            return model_.mean_ns;
        case LatencyModel::Kind::kNormal: {
            const double drawn_ns = static_cast<double>(model_.deviation_ns) * random_.normal();
            return std::max<TimeNs>(model_.mean_ns + static_cast<TimeNs>(drawn_ns), 0);
        }
        case LatencyModel::Kind::kEmpirical: {
            const auto last = static_cast<std::int64_t>(model_.samples_ns.size()) - 1;
            return model_.samples_ns[static_cast<std::size_t>(random_.between(0, last))];
        }
    }
    return 0;
}

}  // namespace ct::broker
