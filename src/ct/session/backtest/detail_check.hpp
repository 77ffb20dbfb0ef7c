#pragma once

#include <string_view>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/bar_grid.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/session/backtest/universe.hpp"

namespace ct::session {

/// Hands a source on and compares detail data, as they come, with the bars that the strategy sees: within their highs
/// and lows, from their open to their close. Where detail data lack a bar, the rest of them is compared.
class DetailCheck : public EventSource {
  public:
    /// Borrows both.
    DetailCheck(EventSource& source, const Universe& universe);

    /// Errors: those of the source, kInvalidData for bars that contradict each other.
    Result<SourceItem> next(TimeNs until_ns) override;

  private:
    /// What the detail bars of one series make of the bar at hand.
    struct Made {
        BarGrid grid;  ///< of the bars that they are compared with
        TimeNs open_ns = 0;
        TimeNs end_ns = 0;  ///< the first detail bar from here on begins another one
        TimeNs first_ns = 0;
        TimeNs last_close_ns = 0;
        double open = 0;
        double high = 0;
        double low = 0;
        double close = 0;
    };
    void take(const BarBlock& block, Made& made) const;
    [[nodiscard]] Result<void> compare(const BarView& bar, SeriesIndex detail) const;
    [[nodiscard]] Error contradiction(const BarView& bar, SeriesIndex detail, std::string_view field, double made,
                                      double there) const;

    EventSource* source_;
    const Universe* universe_;
    std::vector<Made> made_;  ///< by series
};

}  // namespace ct::session
