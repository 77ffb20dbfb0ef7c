#include "ct/indicators/skipping.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "ct/core/bits.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

namespace {

constexpr std::uint64_t kExponent = std::uint64_t{0x7ff} << 52U;

bool is_finite(double value) { return (bit_cast<std::uint64_t>(value) & kExponent) != kExponent; }

bool all_finite(const double* values, std::size_t rows) {
    std::uint64_t missing = 0;
    simd([=, &missing]() CT_LOOP {
        std::uint64_t any = 0;
        for (std::size_t i = 0; i < rows; ++i) any |= is_finite(values[i]) ? 0U : 1U;
        missing = any;
    });
    return missing == 0;
}

class Skipping final : public Indicator {
  public:
    explicit Skipping(std::unique_ptr<Indicator> indicator)
        : indicator_(std::move(indicator)), inputs_(indicator_->input_count()), lines_(indicator_->line_count()) {}

    [[nodiscard]] std::size_t input_count() const override { return indicator_->input_count(); }
    [[nodiscard]] std::size_t line_count() const override { return indicator_->line_count(); }
    [[nodiscard]] std::size_t lead_in() const override { return indicator_->lead_in(); }

    void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) override {
        const bool clean =
            std::all_of(inputs.begin(), inputs.end(), [&](const double* column) { return all_finite(column, rows); });
        if (clean) {
            indicator_->run(inputs, lines, rows);
            return;
        }
        for (std::size_t at = 0; at < rows;) {
            const std::size_t begin = at;
            while (at < rows && is_row_finite(inputs, at)) ++at;
            run_part(inputs, lines, begin, at - begin);
            for (; at < rows && !is_row_finite(inputs, at); ++at) {
                for (double* const line : lines) line[at] = kNan;
            }
        }
    }

    [[nodiscard]] std::unique_ptr<Indicator> clone() const override {
        return std::make_unique<Skipping>(indicator_->clone());
    }
    [[nodiscard]] std::vector<std::byte> save() override { return indicator_->save(); }
    [[nodiscard]] bool restore(const std::vector<std::byte>& bytes) override { return indicator_->restore(bytes); }

  private:
    static bool is_row_finite(std::span<const double* const> inputs, std::size_t row) {
        return std::all_of(inputs.begin(), inputs.end(), [&](const double* column) { return is_finite(column[row]); });
    }

    void run_part(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t begin,
                  std::size_t rows) {
        if (rows == 0) return;
        std::transform(inputs.begin(), inputs.end(), inputs_.begin(),
                       [&](const double* column) { return column + begin; });
        std::transform(lines.begin(), lines.end(), lines_.begin(), [&](double* line) { return line + begin; });
        indicator_->run(inputs_, lines_, rows);
    }

    std::unique_ptr<Indicator> indicator_;
    std::vector<const double*> inputs_;  ///< scratch of run_part()
    std::vector<double*> lines_;         ///< scratch of run_part()
};

}  // namespace

std::unique_ptr<Indicator> skip_missing(std::unique_ptr<Indicator> indicator) {
    return std::make_unique<Skipping>(std::move(indicator));
}

}  // namespace ct::indicators
