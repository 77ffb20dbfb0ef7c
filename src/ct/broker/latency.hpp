#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "ct/core/random.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct::broker {

/// How long an order is on its way to the venue.
struct LatencyModel {
    enum class Kind : std::uint8_t {
        kNone,
        kBars,       ///< so many bars of its instrument
        kConstant,   ///< mean_ns
        kNormal,     ///< normally distributed, at least 0
        kEmpirical,  ///< one of the samples, each with the same chance
    };
    Kind kind = Kind::kNone;
    std::int64_t bars = 0;
    TimeNs mean_ns = 0;
    TimeNs deviation_ns = 0;
    std::vector<TimeNs> samples_ns;

    friend bool operator==(const LatencyModel&, const LatencyModel&) = default;
};

/// There are at most a million bars, times are from 0 to a day, and samples are there. Errors: kInvalidArgument.
Result<void> check(const LatencyModel& model);

/// The seed of a run decides its draws.
inline bool is_random(const LatencyModel& model) {
    return model.kind == LatencyModel::Kind::kNormal || model.kind == LatencyModel::Kind::kEmpirical;
}

/// A run's latencies, one after the other, decided by its seed. Other draws of the run have streams of their own.
class Latency {
  public:
    Latency() : Latency(LatencyModel{}, 0) {}
    /// Requires: a checked model.
    Latency(LatencyModel model, std::uint64_t seed) : model_(std::move(model)), random_(seed ^ kStream) {}

    [[nodiscard]] bool active() const { return model_.kind != LatencyModel::Kind::kNone; }
    /// The bars that every order waits.
    [[nodiscard]] std::int64_t bars() const { return model_.kind == LatencyModel::Kind::kBars ? model_.bars : 0; }
    /// The time that the next order waits; 0 for bars.
    TimeNs draw();

  private:
    static constexpr std::uint64_t kStream = 0x6c6174656e6379;  ///< "latency"

    LatencyModel model_;
    Random random_;
};

}  // namespace ct::broker
