#include "ct/report/mark_data.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/analyzers/report_text.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/event.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/order.hpp"
#include "ct/core/price.hpp"
#include "ct/core/time.hpp"
#include "ct/report/chart_data.hpp"
#include "ct/report/data_writer.hpp"
#include "ct/report/packed_columns.hpp"

namespace ct::report {

namespace {

using analyzers::RoundTrip;
using analyzers::RunResult;

/// Every so many-th of a list, so that at most `limit` remain.
template <class T>
std::vector<const T*> sampled(const std::vector<const T*>& all, std::size_t limit) {
    const std::size_t step = (all.size() + limit - 1) / limit;
    std::vector<const T*> some;
    for (std::size_t i = 0; i < all.size(); i += step) some.push_back(all[i]);
    return some;
}

std::string sampled_note(std::size_t shown, std::size_t all, std::string_view what) {
    if (shown == all) return {};
    return fmt::format(" {} of {} {} are marked, evenly spread.", analyzers::grouped(shown), analyzers::grouped(all),
                       what);
}

/// A level that an order waits at: a stop, a take-profit, the limit of an exit that was made with its entry.
bool has_level(const Order& order) {
    const OrderRequest& request = order.request;
    if (order.status == OrderStatus::kRejected) return false;
    return has_trigger(request.type) || (request.type == OrderType::kLimit && request.parent != 0);
}

/// Where an order waited, one level after the other.
struct Path {
    const Order* order = nullptr;
    std::vector<const LevelMove*> moves;

    [[nodiscard]] std::size_t levels() const { return moves.size() + 1; }
};

/// The paths of an instrument's orders, oldest first.
std::vector<Path> paths_of(const RunResult& result, InstrumentIndex index) {
    std::map<OrderId, std::size_t> places;
    std::vector<Path> paths;
    for (const Order& order : result.orders) {
        if (order.request.instrument != index || !has_level(order)) continue;
        places.emplace(order.id, paths.size());
        paths.push_back({&order, {}});
    }
    for (const LevelMove& move : result.level_moves.moves) {
        if (const auto place = places.find(move.order_id); place != places.end()) {
            paths[place->second].moves.push_back(&move);
        }
    }
    return paths;
}

/// Every so many-th path, so that they have at most kMaxLevels levels.
std::vector<const Path*> drawn_paths(const std::vector<Path>& paths, OrderId first_incomplete) {
    std::vector<const Path*> known;
    for (const Path& path : paths) {
        if (path.order->id < first_incomplete && path.levels() <= kMaxLevels) known.push_back(&path);
    }
    if (known.empty()) return known;
    for (std::size_t most = known.size();; most = (most + 1) / 2) {
        auto some = sampled(known, most);
        std::size_t levels = 0;
        for (const Path* const path : some) levels += path->levels();
        if (levels <= kMaxLevels) return some;
    }
}

/// The levels of all paths, one row each.
struct LevelColumns {
    std::vector<std::int64_t> from_ms;
    std::vector<std::int64_t> to_ms;  ///< of the last of a path that had ended before the run did, else kNoCount
    std::vector<std::int64_t> price;
    std::string kinds;  ///< stop, target; + goes on with the path of the row before

    void add(const Path& path) {
        const Order& order = *path.order;
        const bool target = !has_trigger(order.request.type) || is_take_profit(order.request.type);
        TimeNs from_ns = order.created_ns;
        for (const LevelMove* const move : path.moves) {
            add_level(from_ns, move->from);
            from_ns = std::max(from_ns, move->time_ns);
        }
        add_level(from_ns, level_of(order.request));
        if (!is_working(order.status)) to_ms.back() = floor_div(std::max(from_ns, order.updated_ns), kNsPerMs);
        kinds += (target ? 't' : 's') + std::string(path.moves.size(), '+');
    }

  private:
    void add_level(TimeNs from_ns, Price level) {
        from_ms.push_back(floor_div(from_ns, kNsPerMs));
        to_ms.push_back(kNoCount);
        price.push_back(level.count);
    }
};

}  // namespace

std::string write_marks(DataWriter& out, const RunResult& result, InstrumentIndex index) {
    const int decimals = result.instruments[index].scale.price_decimals;
    std::vector<const RoundTrip*> own;
    for (const RoundTrip& trade : result.trades) {
        if (trade.instrument == index) own.push_back(&trade);
    }
    std::array<std::vector<double>, 4> columns;  // entry and exit: time and price
    std::string sides;
    std::string kinds;
    const auto shown = sampled(own, kMaxMarks);
    for (const RoundTrip* trade : shown) {
        const double exit_ms =
            trade->open ? std::numeric_limits<double>::quiet_NaN() : milliseconds(trade->exit_time_ns);
        columns[0].push_back(milliseconds(trade->entry_time_ns));
        columns[1].push_back(exit_ms);
        columns[2].push_back(trade->entry_price.to_double());
        columns[3].push_back(trade->exit_price.to_double());
        sides += trade->side == Side::kBuy ? 'l' : 's';
        kinds += trade->open ? 'o' : trade->pnl.count > 0 ? 'w' : 'l';
    }
    out.object("marks", [&] {
        out.column("entry_ms", columns[0], 0);
        out.column("exit_ms", columns[1], 0);
        out.column("entry_price", columns[2], decimals);
        out.column("exit_price", columns[3], decimals);
        out.text("sides", sides);
        out.text("kinds", kinds);  // won, lost, open
    });
    return sampled_note(shown.size(), own.size(), "trades");
}

std::string write_levels(DataWriter& out, const RunResult& result, InstrumentIndex index) {
    const std::vector<Path> paths = paths_of(result, index);
    const auto drawn = drawn_paths(paths, result.level_moves.first_incomplete);
    LevelColumns columns;
    for (const Path* const path : drawn) columns.add(*path);
    out.object("stops", [&] {
        out.column("from_ms", columns.from_ms);
        out.column("to_ms", columns.to_ms);
        out.column("price", columns.price, result.instruments[index].scale.price_decimals);
        out.text("kinds", columns.kinds);
    });
    std::string note = sampled_note(drawn.size(), paths.size(), "stops and targets");
    if (!paths.empty() && paths.back().order->id >= result.level_moves.first_incomplete) {
        note += fmt::format(" None of them is of order {} or a later one: stops moved too often to keep it all.",
                            result.level_moves.first_incomplete);
    }
    return note;
}

}  // namespace ct::report
