#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "ct/analyzers/run_result.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/money.hpp"
#include "table.hpp"

namespace ct::python {

TableColumn column(std::string name, TableColumn::Kind kind);
TableColumn money_column(std::string name);

/// Prices or quantities of several instruments in one column: at the most decimals that one of them has.
class GridColumn {
  public:
    GridColumn(std::string name, const std::vector<Instrument>& instruments, int Scale::* decimals);

    void add(InstrumentIndex instrument, std::int64_t count);
    void add_if(bool there, InstrumentIndex instrument, std::int64_t count);
    [[nodiscard]] TableColumn take() { return std::move(column_); }

  private:
    TableColumn column_;
    const std::vector<Instrument>& instruments_;
    int Scale::* decimals_;
};

GridColumn price_column(std::string name, const analyzers::RunResult& run);
GridColumn quantity_column(std::string name, const analyzers::RunResult& run);

}  // namespace ct::python
