#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ct/analyzers/period_returns.hpp"
#include "ct/analyzers/run_result.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/time.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// A column of a result: exact numbers as counts, texts one after the other. Only the members of its kind are used.
struct TableColumn {
    enum class Kind : std::uint8_t { kTimeMs, kInt64, kFloat64, kDecimal, kText, kBool };

    std::string name;
    Kind kind = Kind::kInt64;
    int scale = 0;                         ///< of kDecimal: decimals
    std::vector<std::int64_t> integers;    ///< kTimeMs, kInt64
    std::vector<double> numbers;           ///< kFloat64
    std::vector<int128> counts;            ///< kDecimal
    std::vector<std::int32_t> offsets{0};  ///< kText: where each begins, and the end
    std::string text;                      ///< kText
    std::vector<std::uint8_t> bits;        ///< kBool
    std::vector<std::uint8_t> valid;       ///< bits; empty when nothing is missing
    std::int64_t nulls = 0;
    std::size_t rows = 0;

    void add_integer(std::int64_t value);
    void add_time(TimeNs time_ns);
    void add_number(double value);
    void add_count(int128 count);
    void add_text(std::string_view value);
    void add_bool(bool value);
    void add_null();

    [[nodiscard]] bool is_null(std::size_t row) const;
    /// The exact value for Python: int, float, Decimal, str, bool or None.
    [[nodiscard]] nb::object value(std::size_t row) const;
};

/// A part of a result as columns.
struct Table {
    std::vector<TableColumn> columns;
    std::size_t rows = 0;
};

/// time_ms, instrument, side, quantity, price, fee, order_id, liquidity, ambiguous, slippage.
Table fills_table(const analyzers::RunResult& run);
/// entry_time_ms, exit_time_ms, instrument, side, quantity, entry_price, exit_price, fees, pnl, open, entry_order_id,
/// exit_order_id, exit_type, quote.
Table trades_table(const analyzers::RunResult& run);
/// order_id, time_ms, instrument, side, type, tif, quantity, limit_price, stop_price, status, reason, filled,
/// updated_ms, needed, available, trail, trail_percent, limit_offset, expire_ms, post_only, reduce_only, display,
/// parent, oco, client_id, arrival_price.
Table orders_table(const analyzers::RunResult& run);
/// time_ms, order_id, instrument, rule, action, asked, allowed, sentence.
Table risk_decisions_table(const analyzers::RunResult& run);
/// asset, initial, final, fees, value.
Table balances_table(const analyzers::RunResult& run);
/// instrument, quantity, last_price, average_price, realised, unrealised, quote.
Table positions_table(const analyzers::RunResult& run);
/// time_ms, equity.
Table equity_table(const std::vector<TimeNs>& time_ns, const std::vector<double>& equity);
/// The same with the cash beside it.
Table equity_table(const std::vector<TimeNs>& time_ns, const std::vector<double>& equity,
                   const std::vector<double>& cash);

/// year, month, value; those of years without the month.
Table periods_table(const std::vector<analyzers::PeriodReturn>& periods);

/// Adds the class Table to the module: what cracktrader.Table is built on.
void bind_table(nb::module_& module);

}  // namespace ct::python
