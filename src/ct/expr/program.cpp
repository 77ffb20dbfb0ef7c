#include "ct/expr/program.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::expr {

using indicators::kBlockRows;

Program::Program(std::size_t inputs, std::vector<double> constants, std::vector<Step> steps,
                 std::vector<Column> outputs)
    : inputs_(inputs), constants_(std::move(constants)), steps_(std::move(steps)), outputs_(std::move(outputs)) {
    make_columns();
}

Program::Program(const Program& other)
    : Indicator(other), inputs_(other.inputs_), constants_(other.constants_), outputs_(other.outputs_) {
    for (const Step& step : other.steps_) steps_.push_back({step.function->clone(), step.inputs, step.first_line});
    make_columns();
}

void Program::make_columns() {
    std::size_t lines = 0;
    std::size_t widest = 0;
    for (const Step& step : steps_) {
        lines += step.function->line_count();
        widest = std::max({widest, step.inputs.size(), step.function->line_count()});
    }
    const std::size_t own = constants_.size() + lines;
    blocks_.resize(own * kBlockRows);
    columns_.resize(inputs_ + own);
    for (std::size_t i = 0; i < own; ++i) columns_[inputs_ + i] = blocks_.data() + i * kBlockRows;
    for (std::size_t i = 0; i < constants_.size(); ++i) {
        std::fill_n(blocks_.begin() + static_cast<std::ptrdiff_t>(i * kBlockRows), kBlockRows, constants_[i]);
    }
    step_inputs_.resize(widest);
    step_lines_.resize(widest);
}

std::size_t Program::lead_in() const {
    std::vector<std::size_t> leads(columns_.size());
    for (const Step& step : steps_) {
        std::size_t lead = 0;
        for (const Column input : step.inputs) lead = std::max(lead, leads[input]);
        lead += step.function->lead_in();
        for (std::size_t k = 0; k < step.function->line_count(); ++k) leads[step.first_line + k] = lead;
    }
    std::size_t most = 0;
    for (const Column output : outputs_) most = std::max(most, leads[output]);
    return most;
}

void Program::run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) {
    assert(inputs.size() == inputs_ && lines.size() == outputs_.size());
    indicators::in_blocks(rows, [&](std::size_t at, std::size_t count) {
        for (std::size_t i = 0; i < inputs_; ++i) columns_[i] = inputs[i] + at;
        run_block(count);
        for (std::size_t i = 0; i < outputs_.size(); ++i) {
            indicators::copy_rows(columns_[outputs_[i]], count, lines[i] + at);
        }
    });
}

void Program::run_block(std::size_t rows) {
    for (Step& step : steps_) {
        const std::size_t lines = step.function->line_count();
        for (std::size_t i = 0; i < step.inputs.size(); ++i) step_inputs_[i] = columns_[step.inputs[i]];
        double* const first = blocks_.data() + (step.first_line - inputs_) * kBlockRows;
        for (std::size_t k = 0; k < lines; ++k) step_lines_[k] = first + k * kBlockRows;
        step.function->run({step_inputs_.data(), step.inputs.size()}, {step_lines_.data(), lines}, rows);
    }
}

std::unique_ptr<indicators::Indicator> Program::clone() const {
    return std::unique_ptr<indicators::Indicator>(new Program(*this));
}

std::vector<std::byte> Program::save() {
    std::vector<std::byte> all;
    for (Step& step : steps_) {
        const auto bytes = step.function->save();
        const std::uint64_t size = bytes.size();
        const auto* const head = reinterpret_cast<const std::byte*>(&size);
        all.insert(all.end(), head, head + sizeof size);
        all.insert(all.end(), bytes.begin(), bytes.end());
    }
    return all;
}

bool Program::restore(const std::vector<std::byte>& bytes) {
    std::size_t at = 0;
    for (Step& step : steps_) {
        std::uint64_t size = 0;
        if (bytes.size() - at < sizeof size) return false;
        std::memcpy(&size, bytes.data() + at, sizeof size);
        at += sizeof size;
        if (bytes.size() - at < size) return false;
        const auto begin = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        if (!step.function->restore({begin, begin + static_cast<std::ptrdiff_t>(size)})) return false;
        at += size;
    }
    return at == bytes.size();
}

}  // namespace ct::expr
