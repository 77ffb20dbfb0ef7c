#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ct/core/time.hpp"

namespace ct::analyzers {

/// A labelled place on an axis: 0 is its lower end, 1 its upper.
struct Tick {
    double at = 0;
    std::string label;
};

/// A range of values and where they lie on an axis.
struct ValueAxis {
    double min = 0;
    double max = 1;

    /// From the least to the greatest value with a little room; never empty.
    static ValueAxis around(double min, double max);
    [[nodiscard]] double at(double value) const { return (value - min) / (max - min); }
    /// At round values (1, 2 or 5 times a power of ten apart), about `count` of them, `unit` behind each label.
    [[nodiscard]] std::vector<Tick> ticks(int count, std::string_view unit = {}) const;
};

/// A range of times.
struct TimeAxis {
    TimeNs from_ns = 0;
    TimeNs to_ns = 1;

    /// At least one second long.
    static TimeAxis between(TimeNs from_ns, TimeNs to_ns);
    [[nodiscard]] double at(TimeNs time_ns) const {
        return (static_cast<double>(time_ns) - static_cast<double>(from_ns)) /
               (static_cast<double>(to_ns) - static_cast<double>(from_ns));
    }
    /// At round times of the day or dates, at most about `count` of them.
    [[nodiscard]] std::vector<Tick> ticks(int count) const;
};

}  // namespace ct::analyzers
