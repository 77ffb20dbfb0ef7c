#pragma once

#include <optional>

#include "ct/core/bar.hpp"
#include "ct/core/instrument.hpp"
#include "ct/engine/context.hpp"

namespace ct::strategies {

/// The finest series of an instrument, the one it trades on; nothing when the strategy sees none.
inline std::optional<SeriesIndex> finest_series(const engine::Context& ctx, InstrumentIndex instrument) {
    std::optional<SeriesIndex> finest;
    for (SeriesIndex series = 0; series < ctx.series_count(); ++series) {
        const Series& info = ctx.series(series);
        if (info.instrument != instrument) continue;
        if (!finest || info.timeframe < ctx.series(*finest).timeframe) finest = series;
    }
    return finest;
}

}  // namespace ct::strategies
