#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "ct/indicators/indicator.hpp"

namespace ct::expr {

/// Where a program keeps a column: its inputs come first, then its constants, then the lines of its steps.
using Column = std::size_t;

/// A function with the columns it reads; its lines are the columns from `first_line` on.
struct Step {
    std::unique_ptr<indicators::Indicator> function;
    std::vector<Column> inputs;
    Column first_line = 0;
};

/// Expressions as an ordered list of steps over columns, block by block, so that what lies between them stays in the
/// cache. All memory is allocated by the constructor.
class Program final : public indicators::Indicator {
  public:
    /// Requires: a step reads inputs, constants and lines of earlier steps; an output is one of these.
    Program(std::size_t inputs, std::vector<double> constants, std::vector<Step> steps, std::vector<Column> outputs);

    [[nodiscard]] std::size_t input_count() const override { return inputs_; }
    [[nodiscard]] std::size_t line_count() const override { return outputs_.size(); }
    /// As if no function had a value before all that it reads has one.
    [[nodiscard]] std::size_t lead_in() const override;
    void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) override;

    [[nodiscard]] std::unique_ptr<indicators::Indicator> clone() const override;
    [[nodiscard]] std::vector<std::byte> save() override;
    [[nodiscard]] bool restore(const std::vector<std::byte>& bytes) override;

    [[nodiscard]] std::size_t step_count() const { return steps_.size(); }

  private:
    Program(const Program& other);

    void make_columns();
    void run_block(std::size_t rows);

    std::size_t inputs_;
    std::vector<double> constants_;
    std::vector<Step> steps_;
    std::vector<Column> outputs_;
    std::vector<double> blocks_;          ///< of the constants and the lines, kBlockRows each
    std::vector<const double*> columns_;  ///< where each column of the current block lies
    std::vector<const double*> step_inputs_;
    std::vector<double*> step_lines_;
};

}  // namespace ct::expr
