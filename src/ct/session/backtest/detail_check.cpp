#include "ct/session/backtest/detail_check.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "ct/core/bar.hpp"
#include "ct/core/event_source.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/session/backtest/universe.hpp"

namespace ct::session {

DetailCheck::DetailCheck(EventSource& source, const Universe& universe)
    : source_(&source), universe_(&universe), made_(universe.infos.size()) {
    const auto grids = shown_grids(universe);
    for (std::size_t i = 0; i < made_.size(); ++i) made_[i].grid = grids[universe.infos[i].instrument];
}

Result<SourceItem> DetailCheck::next(TimeNs until_ns) {
    auto item = source_->next(until_ns);
    const auto* const blocks = item ? std::get_if<ClosedBars>(&*item) : nullptr;
    if (blocks == nullptr) return item;
    for (const BarBlock& block : *blocks) {  // detail bars before the bar that closes with them
        const Series& info = universe_->infos[block.series];
        if (info.detail) {
            take(block, made_[block.series]);
            continue;
        }
        for (std::size_t i = 0; i < made_.size(); ++i) {
            const Series& detail = universe_->infos[i];
            const bool belongs = detail.detail && detail.instrument == info.instrument;
            if (!belongs || made_[i].grid.timeframe() != info.timeframe) continue;
            for (std::size_t row = block.begin; row < block.end; ++row) {
                const BarView bar(block.series, info, *block.columns, row);
                if (auto compared = compare(bar, static_cast<SeriesIndex>(i)); !compared) return fail(compared);
            }
        }
    }
    return item;
}

void DetailCheck::take(const BarBlock& block, Made& made) const {
    const BarColumns& bars = *block.columns;
    for (std::size_t row = block.begin; row < block.end; ++row) {
        const TimeNs open_ns = bars.time_ns[row];
        if (open_ns >= made.end_ns) {
            made.open_ns = made.grid.open_of(open_ns);
            made.end_ns = made.grid.close_of(open_ns);
            made.first_ns = open_ns;
            made.open = bars.open[row];
            made.high = bars.high[row];
            made.low = bars.low[row];
        }
        made.high = std::max(made.high, bars.high[row]);
        made.low = std::min(made.low, bars.low[row]);
    }
    made.close = bars.close[block.end - 1];
    made.last_close_ns = universe_->infos[block.series].timeframe.close_of(bars.time_ns[block.end - 1]);
}

Result<void> DetailCheck::compare(const BarView& bar, SeriesIndex detail) const {
    const Made& made = made_[detail];
    if (made.open_ns != bar.open_time_ns() || made.end_ns == 0) return {};  // it has no detail
    const auto differ = [&](std::string_view field, double of_detail, double of_bar) {
        return tl::make_unexpected(contradiction(bar, detail, field, of_detail, of_bar));
    };
    if (made.first_ns == bar.open_time_ns() && made.open != bar.open()) return differ("open", made.open, bar.open());
    if (made.high > bar.high()) return differ("high", made.high, bar.high());
    if (made.low < bar.low()) return differ("low", made.low, bar.low());
    if (made.last_close_ns == bar.close_time_ns() && made.close != bar.close()) {
        return differ("close", made.close, bar.close());
    }
    return {};
}

Error DetailCheck::contradiction(const BarView& bar, SeriesIndex detail, std::string_view field, double made,
                                 double there) const {
    const Series& info = universe_->infos[detail];
    return {ErrorCode::kInvalidData,
            fmt::format("the {} detail data of {} contradict the {} bar of {}: their {} is {}, its {} is {}",
                        info.timeframe.text(), universe_->instruments[info.instrument].symbol,
                        made_[detail].grid.timeframe().text(), format_iso_time(bar.open_time_ns()), field, made, field,
                        there)};
}

}  // namespace ct::session
