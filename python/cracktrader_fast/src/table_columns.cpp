#include "table_columns.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/decimal.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/int128.hpp"
#include "ct/core/money.hpp"
#include "table.hpp"

namespace ct::python {

TableColumn column(std::string name, TableColumn::Kind kind) {
    TableColumn made;
    made.name = std::move(name);
    made.kind = kind;
    return made;
}

TableColumn money_column(std::string name) {
    TableColumn made = column(std::move(name), TableColumn::Kind::kDecimal);
    made.scale = Money::kDecimals;
    return made;
}

GridColumn::GridColumn(std::string name, const std::vector<Instrument>& instruments, int Scale::* decimals)
    : column_(column(std::move(name), TableColumn::Kind::kDecimal)), instruments_(instruments), decimals_(decimals) {
    for (const Instrument& instrument : instruments) {
        column_.scale = std::max(column_.scale, instrument.scale.*decimals);
    }
}

void GridColumn::add(InstrumentIndex instrument, std::int64_t count) {
    column_.add_count(int128{count} * pow10_int(column_.scale - instruments_[instrument].scale.*decimals_));
}

void GridColumn::add_if(bool there, InstrumentIndex instrument, std::int64_t count) {
    if (there) {
        add(instrument, count);
    } else {
        column_.add_null();
    }
}

GridColumn price_column(std::string name, const analyzers::RunResult& run) {
    return {std::move(name), run.instruments, &Scale::price_decimals};
}

GridColumn quantity_column(std::string name, const analyzers::RunResult& run) {
    return {std::move(name), run.instruments, &Scale::quantity_decimals};
}

}  // namespace ct::python
