#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/fill_slippage.hpp"
#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/analyzers/trade_log.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/money.hpp"
#include "ct/core/order.hpp"
#include "ct/core/risk_decision.hpp"
#include "ct/core/time.hpp"
#include "table.hpp"
#include "table_columns.hpp"

namespace ct::python {

namespace {

using Kind = TableColumn::Kind;

const char* liquidity_name(Liquidity liquidity) { return liquidity == Liquidity::kMaker ? "maker" : "taker"; }

}  // namespace

Table fills_table(const analyzers::RunResult& run) {
    auto time = column("time_ms", Kind::kTimeMs);
    auto instrument = column("instrument", Kind::kText);
    auto side = column("side", Kind::kText);
    auto quantity = quantity_column("quantity", run);
    auto price = price_column("price", run);
    auto fee = money_column("fee");
    auto order_id = column("order_id", Kind::kInt64);
    auto liquidity = column("liquidity", Kind::kText);
    auto ambiguous = column("ambiguous", Kind::kBool);
    auto slippage = column("slippage", Kind::kFloat64);
    for (const Fill& fill : run.fills) {
        time.add_time(fill.time_ns);
        instrument.add_text(run.instruments[fill.instrument].symbol);
        side.add_text(name(fill.side));
        quantity.add(fill.instrument, fill.quantity.count);
        price.add(fill.instrument, fill.price.count);
        fee.add_count(fill.fee.count);
        order_id.add_integer(static_cast<std::int64_t>(fill.order_id));
        liquidity.add_text(liquidity_name(fill.liquidity));
        ambiguous.add_bool(fill.ambiguous);
        const Order& order = run.orders[static_cast<std::size_t>(fill.order_id - 1)];
        const auto slipped = analyzers::slippage_of(fill, order, run.instruments[fill.instrument].scale);
        if (slipped) {
            slippage.add_number(*slipped);
        } else {
            slippage.add_null();
        }
    }
    return {{std::move(time), std::move(instrument), std::move(side), quantity.take(), price.take(), std::move(fee),
             std::move(order_id), std::move(liquidity), std::move(ambiguous), std::move(slippage)},
            run.fills.size()};
}

Table trades_table(const analyzers::RunResult& run) {
    auto entry_time = column("entry_time_ms", Kind::kTimeMs);
    auto exit_time = column("exit_time_ms", Kind::kTimeMs);
    auto instrument = column("instrument", Kind::kText);
    auto side = column("side", Kind::kText);
    auto quantity = quantity_column("quantity", run);
    auto entry_price = money_column("entry_price");
    auto exit_price = money_column("exit_price");
    auto fees = money_column("fees");
    auto pnl = money_column("pnl");
    auto open = column("open", Kind::kBool);
    auto entry_order_id = column("entry_order_id", Kind::kInt64);
    auto exit_order_id = column("exit_order_id", Kind::kInt64);
    auto exit_type = column("exit_type", Kind::kText);
    auto quote = column("quote", Kind::kText);
    for (const analyzers::RoundTrip& trade : run.trades) {
        entry_time.add_time(trade.entry_time_ns);
        if (trade.open) {
            exit_time.add_null();
            exit_order_id.add_null();
            exit_type.add_text("");
        } else {
            exit_time.add_time(trade.exit_time_ns);
            exit_order_id.add_integer(static_cast<std::int64_t>(trade.exit_order_id));
            exit_type.add_text(name(exit_order(run, trade).request.type));
        }
        instrument.add_text(run.instruments[trade.instrument].symbol);
        side.add_text(name(trade.side));
        quantity.add(trade.instrument, trade.quantity.count);
        entry_price.add_count(trade.entry_price.count);
        exit_price.add_count(trade.exit_price.count);
        fees.add_count(trade.fees.count);
        pnl.add_count(trade.pnl.count);
        open.add_bool(trade.open);
        entry_order_id.add_integer(static_cast<std::int64_t>(trade.entry_order_id));
        quote.add_text(run.instruments[trade.instrument].quote);
    }
    return {{std::move(entry_time), std::move(exit_time), std::move(instrument), std::move(side), quantity.take(),
             std::move(entry_price), std::move(exit_price), std::move(fees), std::move(pnl), std::move(open),
             std::move(entry_order_id), std::move(exit_order_id), std::move(exit_type), std::move(quote)},
            run.trades.size()};
}

Table risk_decisions_table(const analyzers::RunResult& run) {
    auto time = column("time_ms", Kind::kTimeMs);
    auto order_id = column("order_id", Kind::kInt64);
    auto instrument = column("instrument", Kind::kText);
    auto rule = column("rule", Kind::kText);
    auto action = column("action", Kind::kText);
    auto asked = quantity_column("asked", run);
    auto allowed = quantity_column("allowed", run);
    auto text = column("sentence", Kind::kText);
    for (const RiskDecision& decision : run.risk_decisions) {
        time.add_time(decision.time_ns);
        order_id.add_integer(static_cast<std::int64_t>(decision.order_id));
        instrument.add_text(run.instruments[decision.instrument].symbol);
        rule.add_text(name(decision.rule));
        action.add_text(name(decision.action));
        asked.add(decision.instrument, decision.asked.count);
        allowed.add(decision.instrument, decision.allowed.count);
        text.add_text(sentence(decision, run.instruments[decision.instrument]));
    }
    return {{std::move(time), std::move(order_id), std::move(instrument), std::move(rule), std::move(action),
             asked.take(), allowed.take(), std::move(text)},
            run.risk_decisions.size()};
}

Table balances_table(const analyzers::RunResult& run) {
    auto asset = column("asset", Kind::kText);
    auto initial = money_column("initial");
    auto last = money_column("final");
    auto fees = money_column("fees");
    auto value = money_column("value");
    for (const analyzers::AssetBalance& balance : run.balances) {
        asset.add_text(balance.asset);
        initial.add_count(balance.initial.count);
        last.add_count(balance.final.count);
        fees.add_count(balance.fees.count);
        value.add_count(balance.value.count);
    }
    return {{std::move(asset), std::move(initial), std::move(last), std::move(fees), std::move(value)},
            run.balances.size()};
}

Table positions_table(const analyzers::RunResult& run) {
    auto instrument = column("instrument", Kind::kText);
    auto quantity = quantity_column("quantity", run);
    auto last_price = price_column("last_price", run);
    auto average_price = money_column("average_price");
    auto realised = money_column("realised");
    auto unrealised = money_column("unrealised");
    auto quote = column("quote", Kind::kText);
    for (const analyzers::FinalPosition& position : run.positions) {
        instrument.add_text(run.instruments[position.instrument].symbol);
        quantity.add(position.instrument, position.quantity.count);
        last_price.add(position.instrument, position.last_price.count);
        if (position.quantity.count == 0) {
            average_price.add_null();
        } else {
            average_price.add_count(position.average_price.count);
        }
        realised.add_count(position.realised.count);
        unrealised.add_count(position.unrealised.count);
        quote.add_text(run.instruments[position.instrument].quote);
    }
    return {{std::move(instrument), quantity.take(), last_price.take(), std::move(average_price), std::move(realised),
             std::move(unrealised), std::move(quote)},
            run.positions.size()};
}

Table equity_table(const std::vector<TimeNs>& time_ns, const std::vector<double>& equity) {
    auto time = column("time_ms", Kind::kTimeMs);
    auto value = column("equity", Kind::kFloat64);
    for (std::size_t i = 0; i < time_ns.size(); ++i) {
        time.add_time(time_ns[i]);
        value.add_number(equity[i]);
    }
    return {{std::move(time), std::move(value)}, time_ns.size()};
}

Table equity_table(const std::vector<TimeNs>& time_ns, const std::vector<double>& equity,
                   const std::vector<double>& cash) {
    Table table = equity_table(time_ns, equity);
    auto value = column("cash", Kind::kFloat64);
    for (const double amount : cash) value.add_number(amount);
    table.columns.push_back(std::move(value));
    return table;
}

Table periods_table(const std::vector<analyzers::PeriodReturn>& periods) {
    const bool by_month = !periods.empty() && periods.front().month != 0;
    auto year = column("year", Kind::kInt64);
    auto month = column("month", Kind::kInt64);
    auto value = column("value", Kind::kFloat64);
    for (const analyzers::PeriodReturn& period : periods) {
        year.add_integer(period.year);
        month.add_integer(period.month);
        value.add_number(period.value);
    }
    Table table{{std::move(year), std::move(value)}, periods.size()};
    if (by_month) table.columns.insert(table.columns.begin() + 1, std::move(month));
    return table;
}

}  // namespace ct::python
