#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/rate.hpp"
#include "table.hpp"
#include "table_columns.hpp"

namespace ct::python {

namespace {

using Kind = TableColumn::Kind;

TableColumn percent_column(std::string name) {
    TableColumn made = column(std::move(name), Kind::kDecimal);
    made.scale = Rate::kDecimals - 2;
    return made;
}

void add_money(TableColumn& column, bool there, const Money& amount) {
    if (there) {
        column.add_count(amount.count);
    } else {
        column.add_null();
    }
}

void add_id(TableColumn& column, OrderId id) {
    if (id != 0) {
        column.add_integer(static_cast<std::int64_t>(id));
    } else {
        column.add_null();
    }
}

/// What was asked for and what came of it: the columns of every order.
class Facts {
  public:
    explicit Facts(const analyzers::RunResult& run) : run_(run) {}

    void add(const Order& order) {
        const OrderRequest& request = order.request;
        order_id_.add_integer(static_cast<std::int64_t>(order.id));
        time_.add_time(order.created_ns);
        instrument_.add_text(run_.instruments[request.instrument].symbol);
        side_.add_text(name(request.side));
        type_.add_text(name(request.type));
        tif_.add_text(name(request.time_in_force));
        quantity_.add(request.instrument, request.quantity.count);
        limit_price_.add_if(has_limit_price(request.type), request.instrument, request.limit_price.count);
        stop_price_.add_if(has_trigger(request.type), request.instrument, request.stop_price.count);
        status_.add_text(name(order.status));
        reason_.add_text(order.reason == Reason::kNone ? "" : name(order.reason));
        filled_.add(request.instrument, order.filled.count);
        updated_.add_time(order.updated_ns);
        const bool is_short = has_amounts(order.reason);
        add_money(needed_, is_short, order.needed);
        add_money(available_, is_short, order.available);
    }

    void give(Table& table) {
        for (TableColumn* column : {&order_id_, &time_, &instrument_, &side_, &type_, &tif_}) {
            table.columns.push_back(std::move(*column));
        }
        for (GridColumn* column : {&quantity_, &limit_price_, &stop_price_}) table.columns.push_back(column->take());
        table.columns.push_back(std::move(status_));
        table.columns.push_back(std::move(reason_));
        table.columns.push_back(filled_.take());
        for (TableColumn* column : {&updated_, &needed_, &available_}) table.columns.push_back(std::move(*column));
    }

  private:
    const analyzers::RunResult& run_;
    TableColumn order_id_ = column("order_id", Kind::kInt64);
    TableColumn time_ = column("time_ms", Kind::kTimeMs);
    TableColumn instrument_ = column("instrument", Kind::kText);
    TableColumn side_ = column("side", Kind::kText);
    TableColumn type_ = column("type", Kind::kText);
    TableColumn tif_ = column("tif", Kind::kText);
    GridColumn quantity_ = quantity_column("quantity", run_);
    GridColumn limit_price_ = price_column("limit_price", run_);
    GridColumn stop_price_ = price_column("stop_price", run_);
    TableColumn status_ = column("status", Kind::kText);
    TableColumn reason_ = column("reason", Kind::kText);
    GridColumn filled_ = quantity_column("filled", run_);
    TableColumn updated_ = column("updated_ms", Kind::kTimeMs);
    TableColumn needed_ = money_column("needed");
    TableColumn available_ = money_column("available");
};

/// What only some orders have: trails, times, flags, links, names.
class Attributes {
  public:
    explicit Attributes(const analyzers::RunResult& run) : run_(run) {}

    void add(const Order& order) {
        const OrderRequest& request = order.request;
        trail_.add_if(request.trail_amount.count > 0, request.instrument, request.trail_amount.count);
        if (request.trail_share.count > 0) {
            trail_percent_.add_count(request.trail_share.count);
        } else {
            trail_percent_.add_null();
        }
        const bool has_offset = request.type == OrderType::kTrailingStopLimit;
        limit_offset_.add_if(has_offset, request.instrument, request.limit_offset.count);
        if (request.expire_ns > 0) {
            expire_.add_time(request.expire_ns);
        } else {
            expire_.add_null();
        }
        post_only_.add_bool(request.post_only);
        reduce_only_.add_bool(request.reduce_only);
        display_.add_if(request.display.count > 0, request.instrument, request.display.count);
        add_id(parent_, request.parent);
        add_id(oco_, request.oco);
        const auto named = run_.client_ids.find(order.id);
        client_id_.add_text(named == run_.client_ids.end() ? "" : named->second);
        arrival_price_.add_if(order.arrival_price.count > 0, request.instrument, order.arrival_price.count);
    }

    void give(Table& table) {
        table.columns.push_back(trail_.take());
        table.columns.push_back(std::move(trail_percent_));
        table.columns.push_back(limit_offset_.take());
        for (TableColumn* column : {&expire_, &post_only_, &reduce_only_}) table.columns.push_back(std::move(*column));
        table.columns.push_back(display_.take());
        for (TableColumn* column : {&parent_, &oco_, &client_id_}) table.columns.push_back(std::move(*column));
        table.columns.push_back(arrival_price_.take());
    }

  private:
    const analyzers::RunResult& run_;
    GridColumn trail_ = price_column("trail", run_);
    TableColumn trail_percent_ = percent_column("trail_percent");
    GridColumn limit_offset_ = price_column("limit_offset", run_);
    TableColumn expire_ = column("expire_ms", Kind::kTimeMs);
    TableColumn post_only_ = column("post_only", Kind::kBool);
    TableColumn reduce_only_ = column("reduce_only", Kind::kBool);
    GridColumn display_ = quantity_column("display", run_);
    TableColumn parent_ = column("parent", Kind::kInt64);
    TableColumn oco_ = column("oco", Kind::kInt64);
    TableColumn client_id_ = column("client_id", Kind::kText);
    GridColumn arrival_price_ = price_column("arrival_price", run_);
};

}  // namespace

Table orders_table(const analyzers::RunResult& run) {
    Facts facts(run);
    Attributes attributes(run);
    for (const Order& order : run.orders) {
        facts.add(order);
        attributes.add(order);
    }
    Table table{.rows = run.orders.size()};
    facts.give(table);
    attributes.give(table);
    return table;
}

}  // namespace ct::python
