#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"

namespace ct {

/// A bar's length: a fixed duration or one calendar month. A bar covers [open, close) in UTC; weeks start on Monday.
class Timeframe {
  public:
    constexpr Timeframe() = default;

    /// Reads one of names(): "1s" ... "1w", "1M". Errors: kInvalidArgument listing them.
    static Result<Timeframe> parse(std::string_view text);
    /// The known timeframe of this duration (a month: 28 to 31 days do not count). Errors: kInvalidArgument.
    static Result<Timeframe> from_duration(std::int64_t duration_ns);

    static constexpr Timeframe fixed(std::int64_t duration_ns) { return Timeframe(duration_ns); }
    static constexpr Timeframe month() { return Timeframe(kMonth); }

    /// All names, shortest first, separated by blanks.
    static std::string names();

    [[nodiscard]] std::string text() const;
    [[nodiscard]] constexpr bool is_month() const { return duration_ns_ == kMonth; }
    /// The fixed duration; for a month 30 days, good enough to compare and to scale.
    [[nodiscard]] constexpr std::int64_t duration_ns() const { return is_month() ? 30 * kNsPerDay : duration_ns_; }
    /// When the bar that opens at `open_ns` ends.
    [[nodiscard]] TimeNs close_of(TimeNs open_ns) const {
        return is_month() ? month_close(open_ns) : open_ns + duration_ns_;
    }
    /// When the bar that covers `time_ns` opens.
    [[nodiscard]] TimeNs open_of(TimeNs time_ns) const;

    friend constexpr bool operator==(const Timeframe&, const Timeframe&) = default;
    friend constexpr auto operator<=>(const Timeframe& a, const Timeframe& b) {
        return a.duration_ns() <=> b.duration_ns();
    }

  private:
    static constexpr std::int64_t kMonth = -1;
    constexpr explicit Timeframe(std::int64_t duration_ns) : duration_ns_(duration_ns) {}
    static TimeNs month_close(TimeNs open_ns);

    std::int64_t duration_ns_ = 60 * kNsPerSecond;
};

/// Whether each bar of `coarse` is made of whole bars of `fine`: fixed lengths by division, a month of whatever divides
/// a day. A timeframe is no multiple of itself.
bool is_multiple(Timeframe coarse, Timeframe fine);

}  // namespace ct
