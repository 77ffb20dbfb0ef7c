#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ct/account/account.hpp"
#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/engine/equity_track.hpp"

namespace ct::engine {

/// What the account is worth in its reporting asset, as doubles: for the equity points of every step.
class Worth {
  public:
    /// `start_prices` stand in for the closes of instruments before their first bar; none: nothing is owned then.
    Worth(const Account& account, std::vector<double> start_prices);

    /// The account has booked something else than a fill.
    void refresh();
    /// It has booked a fill of this instrument.
    void refresh(InstrumentIndex instrument);

    /// Adds the point of one step. `closes` are the last ones of all instruments, NaN before the first.
    void add_step(EquityTrack& track, TimeNs time_ns, std::span<const double> closes);
    /// Adds a point a row while nothing changes but the closes of `moving`, which the rows are of.
    void add_rows(EquityTrack& track, Timeframe timeframe, const BarColumns& rows, InstrumentIndex moving,
                  std::span<const double> closes);
    /// The same for rows that move no price.
    void add_rows(EquityTrack& track, Timeframe timeframe, const BarColumns& rows, std::span<const double> closes);

  private:
    struct Point {
        double equity = 0;
        double exposure = 0;
    };
    [[nodiscard]] bool all_direct() const;
    void read_balance(AssetIndex asset);
    [[nodiscard]] double price(std::size_t instrument, std::span<const double> closes) const;
    /// Cash and holdings but for those of one instrument.
    [[nodiscard]] Point without(std::size_t instrument, std::span<const double> closes) const;
    /// By the chains of the conversion.
    [[nodiscard]] Point converted(std::span<const double> prices) const;
    [[nodiscard]] std::span<double> prices_of(std::span<const double> closes);

    const Account* account_;
    std::vector<double> start_prices_;
    /// All that is owned is the reporting asset or priced in it by one instrument: then worth is cash + holdings x
    /// prices.
    bool is_direct_;
    double cash_ = 0;
    std::vector<double> holdings_;  ///< by instrument: positions, on a direct spot account balances
    std::vector<double> balances_;  ///< by asset
    std::vector<double> prices_;    ///< scratch
};

}  // namespace ct::engine
