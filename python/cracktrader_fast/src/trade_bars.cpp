#include "trade_bars.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <nanobind/stl/shared_ptr.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "buffer.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/core/timeframe.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/event_bars.hpp"
#include "ct/data/open_bar.hpp"
#include "ct/data/renko.hpp"
#include "ct/data/reorder_buffer.hpp"
#include "ct/data/time_bars.hpp"
#include "ct/data/trade_columns.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/times.hpp"
#include "table.hpp"
#include "time_array.hpp"

namespace ct::python {

namespace {

/// Trades as Python gives them: int64 times in some unit, float64 prices and amounts, sides as int64 (1 buy, 0 sell) or
/// None.
class TradeArrays {
  public:
    TradeArrays(nb::handle time, nb::handle price, nb::handle amount, nb::handle side, std::int64_t unit_ns)
        : time_(std::make_shared<Buffer>(time, "time")), price_(price, "price"), amount_(amount, "amount") {
        auto [times_ns, owner] = read_times(time_, unit_ns, "trades");
        times_ = std::move(owner);
        columns_ = {times_ns, price_.values<double>(), amount_.values<double>(), {}};
        if (side.is_none()) return;
        const Buffer sides(side, "side");
        for (const std::int64_t one : sides.values<std::int64_t>()) {
            sides_.push_back(one != 0 ? Side::kBuy : Side::kSell);
        }
        columns_.aggressor = sides_;
    }
    [[nodiscard]] const data::TradeColumns& columns() const { return columns_; }

  private:
    std::shared_ptr<Buffer> time_;
    Buffer price_;
    Buffer amount_;
    std::shared_ptr<const void> times_;
    std::vector<Side> sides_;
    data::TradeColumns columns_;
};

void add_times(Table& table, const char* name, const std::vector<TimeNs>& times_ns) {
    TableColumn& column = table.columns.emplace_back();
    column.name = name;
    column.kind = TableColumn::Kind::kTimeMs;
    for (const TimeNs time_ns : times_ns) column.add_time(time_ns);
}

void add_integers(Table& table, const char* name, std::vector<std::int64_t>&& values) {
    TableColumn& column = table.columns.emplace_back();
    column.name = name;
    column.rows = values.size();
    column.integers = std::move(values);
}

void add_numbers(Table& table, const char* name, std::vector<double>&& values) {
    TableColumn& column = table.columns.emplace_back();
    column.name = name;
    column.kind = TableColumn::Kind::kFloat64;
    column.rows = values.size();
    column.numbers = std::move(values);
}

std::shared_ptr<Table> table_of(data::BarSeries&& bars) {
    auto table = std::make_shared<Table>();
    table->rows = bars.size();
    const bool sides = !bars.extras.taker_buy_volume.empty();
    add_times(*table, "open_time", bars.time_ns);
    add_numbers(*table, "open", std::move(bars.open));
    add_numbers(*table, "high", std::move(bars.high));
    add_numbers(*table, "low", std::move(bars.low));
    add_numbers(*table, "close", std::move(bars.close));
    add_numbers(*table, "volume", std::move(bars.volume));
    add_numbers(*table, "quote_volume", std::move(bars.extras.quote_volume));
    add_integers(*table, "trade_count", std::move(bars.extras.trade_count));
    if (!sides) return table;
    add_numbers(*table, "taker_buy_volume", std::move(bars.extras.taker_buy_volume));
    add_numbers(*table, "taker_buy_quote_volume", std::move(bars.extras.taker_buy_quote_volume));
    return table;
}

std::shared_ptr<Table> table_of(data::EventBars&& bars) {
    auto table = std::make_shared<Table>();
    table->rows = bars.size();
    add_times(*table, "open_time", bars.open_ns);
    add_times(*table, "close_time", bars.close_ns);
    add_numbers(*table, "open", std::move(bars.open));
    add_numbers(*table, "high", std::move(bars.high));
    add_numbers(*table, "low", std::move(bars.low));
    add_numbers(*table, "close", std::move(bars.close));
    add_numbers(*table, "volume", std::move(bars.volume));
    add_numbers(*table, "quote_volume", std::move(bars.quote_volume));
    add_integers(*table, "trade_count", std::move(bars.trade_count));
    return table;
}

std::vector<Timeframe> parse_timeframes(const std::vector<std::string>& names) {
    std::vector<Timeframe> timeframes;
    timeframes.reserve(names.size());
    for (const std::string& name : names) timeframes.push_back(take(Timeframe::parse(name)));
    return timeframes;
}

/// data::TradeBars behind a reorder buffer, where one is wanted.
class TimeBarBuilder {
  public:
    TimeBarBuilder(const std::vector<std::string>& timeframes, std::size_t reorder)
        : timeframes_(parse_timeframes(timeframes)),
          bars_(timeframes_),
          reorder_(take(data::ReorderBuffer::make(reorder))),
          is_reordering_(reorder > 0) {}

    std::vector<std::shared_ptr<Table>> update(nb::handle time, nb::handle price, nb::handle amount, nb::handle side,
                                               std::int64_t unit_ns) {
        const TradeArrays arrays(time, price, amount, side, unit_ns);
        const data::TradeColumns& trades = arrays.columns();
        has_sides_ = !trades.aggressor.empty();
        check(data::check_trades(trades));
        if (is_reordering_) {
            reorder_trades(trades);
        } else {
            bars_.run(trades);
        }
        return tables();
    }
    std::vector<std::shared_ptr<Table>> close_until(nb::handle time) {
        run(reorder_.flush());
        bars_.close_until(read_time(time, "time"));
        return tables();
    }
    std::vector<std::shared_ptr<Table>> finish() {
        run(reorder_.flush());
        bars_.finish();
        return tables();
    }
    /// (open time in ms, open, high, low, close, volume) of each timeframe's open bar, or None.
    [[nodiscard]] nb::list open_bars() const {
        nb::list open;
        for (std::size_t i = 0; i < timeframes_.size(); ++i) {
            const data::OpenBar& bar = bars_.builder(i).open_bar();
            if (bar.trade_count == 0) {
                open.append(nb::none());
            } else {
                open.append(nb::make_tuple(floor_div(bars_.builder(i).open_ns(), kNsPerMs), bar.open, bar.high, bar.low,
                                           bar.close, bar.volume));
            }
        }
        return open;
    }
    [[nodiscard]] std::vector<std::uint64_t> stale() const {
        std::vector<std::uint64_t> stale;
        stale.reserve(timeframes_.size());
        for (std::size_t i = 0; i < timeframes_.size(); ++i) stale.push_back(bars_.builder(i).stale());
        return stale;
    }
    [[nodiscard]] std::uint64_t out_of_order() const { return reorder_.out_of_order(); }

  private:
    void reorder_trades(const data::TradeColumns& trades) {
        for (std::size_t row = 0; row < trades.size(); ++row) {
            const Side side = has_sides_ ? trades.aggressor[row] : Side::kBuy;
            run(reorder_.push({trades.time_ns[row], trades.price[row], trades.amount[row], side}, 0));
        }
    }
    void run(data::TradeColumns trades) {
        if (!has_sides_) trades.aggressor = {};
        bars_.run(trades);
    }
    /// What is complete by now leaves the builder.
    std::vector<std::shared_ptr<Table>> tables() {
        std::vector<std::shared_ptr<Table>> tables;
        for (data::BarSeries& bars : bars_.bars()) {
            tables.push_back(table_of(std::move(bars)));
            bars = {};
        }
        return tables;
    }

    std::vector<Timeframe> timeframes_;
    data::TradeBars bars_;
    data::ReorderBuffer reorder_;
    bool is_reordering_;
    bool has_sides_ = false;
};

/// A builder of bars that end by what was traded.
class EventBarBuilder {
  public:
    using Builder = std::variant<data::TickBars, data::VolumeBars, data::DollarBars, data::RangeBars, data::Renko>;

    EventBarBuilder(const std::string& kind, const std::string& threshold, int price_decimals, int quantity_decimals)
        : scale_(take(Scale::make(price_decimals, quantity_decimals))), builder_(make(kind, threshold)) {}

    std::shared_ptr<Table> update(nb::handle time, nb::handle price, nb::handle amount, nb::handle side,
                                  std::int64_t unit_ns) {
        const TradeArrays arrays(time, price, amount, side, unit_ns);
        const data::TradeColumns& trades = arrays.columns();
        check(data::check_trades(trades, scale_));
        data::EventBars bars;
        Result<void> done;
        std::visit([&](auto& builder) { run(builder, trades, bars, done); }, builder_);
        check(done);
        return table_of(std::move(bars));
    }
    std::shared_ptr<Table> finish() {
        data::EventBars bars;
        std::visit(
            [&](auto& builder) {
                // A brick that is not whole is none.
                if constexpr (!std::is_same_v<std::decay_t<decltype(builder)>, data::Renko>) builder.finish(bars);
            },
            builder_);
        return table_of(std::move(bars));
    }

  private:
    [[nodiscard]] Builder make(const std::string& kind, const std::string& threshold) const {
        if (kind == "tick") {
            return data::TickBars(take(data::TickRule::make(take(data::read_threshold("trades", threshold, 0)))));
        }
        if (kind == "volume") return data::VolumeBars(take(data::VolumeRule::make(threshold, scale_)));
        if (kind == "dollar") return data::DollarBars(take(data::DollarRule::make(threshold, scale_)));
        if (kind == "range") return data::RangeBars(take(data::RangeRule::make(threshold, scale_)));
        return take(data::Renko::make(threshold, scale_));
    }
    template <class Builder>
    static void run(Builder& builder, const data::TradeColumns& trades, data::EventBars& bars, Result<void>& done) {
        if constexpr (std::is_same_v<Builder, data::Renko>) {
            done = builder.run(trades, bars);
        } else {
            builder.run(trades, bars);
        }
    }

    Scale scale_;
    Builder builder_;
};

}  // namespace

void bind_trade_bars(nb::module_& module) {
    const auto side = nb::arg("side").none();
    nb::class_<TimeBarBuilder>(module, "TimeBarBuilder")
        .def(nb::init<const std::vector<std::string>&, std::size_t>(), nb::arg("timeframes"), nb::arg("reorder"))
        .def("update", &TimeBarBuilder::update, nb::arg("time"), nb::arg("price"), nb::arg("amount"), side,
             nb::arg("unit_ns"))
        .def("close_until", &TimeBarBuilder::close_until, nb::arg("time"))
        .def("finish", &TimeBarBuilder::finish)
        .def("open_bars", &TimeBarBuilder::open_bars)
        .def("stale", &TimeBarBuilder::stale)
        .def("out_of_order", &TimeBarBuilder::out_of_order);
    nb::class_<EventBarBuilder>(module, "EventBarBuilder")
        .def(nb::init<const std::string&, const std::string&, int, int>(), nb::arg("kind"), nb::arg("threshold"),
             nb::arg("price_decimals"), nb::arg("quantity_decimals"))
        .def("update", &EventBarBuilder::update, nb::arg("time"), nb::arg("price"), nb::arg("amount"), side,
             nb::arg("unit_ns"))
        .def("finish", &EventBarBuilder::finish);
}

}  // namespace ct::python
