#pragma once

#include <cstddef>
#include <span>

#include "ct/core/simd.hpp"
#include "ct/indicators/delay.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

// How a value compares with one before it. Over nothing it is 0.
struct Momentum {
    static double of(double now, double before) { return now - before; }
};
struct RateOfChange {
    static double of(double now, double before) { return before == 0 ? 0.0 : (now / before - 1.0) * 100.0; }
};
struct RateOfChangeShare {
    static double of(double now, double before) { return before == 0 ? 0.0 : (now - before) / before; }
};
struct RateOfChangeRatio {
    static double of(double now, double before) { return before == 0 ? 0.0 : now / before; }
};
struct RateOfChangePercent {
    static double of(double now, double before) { return before == 0 ? 0.0 : now / before * 100.0; }
};
struct Decline {
    static double of(double now, double before) { return before - now; }
};
// What is left of a rise or a fall, 0 for the other; and whether there was one.
struct Rise {
    static double of(double now, double before) { return now <= before ? 0.0 : now - before; }
};
struct Fall {
    static double of(double now, double before) { return now >= before ? 0.0 : before - now; }
};
struct Rises {
    static double of(double now, double before) {
        const double change = now - before;
        return change != change ? change : change > 0 ? 1.0 : 0.0;
    }
};
struct Falls {
    static double of(double now, double before) { return Rises::of(before, now); }
};

/// The value compared with the one `period` rows before.
template <class Comparison>
class Change {
  public:
    /// Requires: 1 <= period <= kMaxPeriod.
    explicit Change(std::size_t period) : delay_(period) {}

    [[nodiscard]] std::size_t lead_in() const { return delay_.lead_in(); }

    /// Continues the series. Requires: in and out do not overlap.
    void run(std::span<const double> in, std::span<double> out) {
        delay_.run(in, out);
        each(in.size(), [now = in.data(), line = out.data()](std::size_t i)
                            CT_LOOP { line[i] = Comparison::of(now[i], line[i]); });
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(delay_);
    }

  private:
    Delay delay_;
};

}  // namespace ct::indicators
