#pragma once

#include <array>
#include <cstddef>

#include "ct/indicators/candle.hpp"
#include "ct/indicators/kernel.hpp"
#include "ct/indicators/lead_in.hpp"

namespace ct::indicators {

/// What a candlestick pattern looks at, and the loop that marks it.
struct PatternShape {
    std::size_t candles = 0;  ///< so many in a row, the newest is the one that is marked
    unsigned means = 0;       ///< CandleMean flags
    std::size_t lead_in = 0;  ///< candles before it that have a say
    void (*mark)(const CandleBlock& block, double penetration, std::size_t rows, double* line) = nullptr;
};

/// A candlestick pattern: 100 or -100 in rows that complete one, some say 80 or 200 for its weaker and stronger form;
/// else 0. A row with a NaN or an infinity among the `lead_in() + 1` candles up to it completes none.
class Pattern {
  public:
    static constexpr std::size_t kInputs = 4;
    static constexpr std::size_t kLines = 1;

    /// Penetration is how much of a body, 0.3 for three tenths, another one has to cover in some patterns.
    /// Requires: lead_in <= CandleBlock::kPast.
    explicit Pattern(const PatternShape& shape, double penetration = 0);
    [[nodiscard]] std::size_t lead_in() const { return shape_.lead_in; }
    /// Continues the series: inputs open, high, low, close.
    void run(Inputs<4> in, Lines<1> out, std::size_t rows);
    template <class Archive>
    void state(Archive& archive) {
        archive(past_, finite_, blank_);
    }

  private:
    void run_part(const Inputs<4>& candles, std::size_t rows, double* line);
    void measure(CandleBlock& block, std::size_t rows) const;
    void clear(const Inputs<4>& candles, std::size_t rows, double* line);

    PatternShape shape_;
    double penetration_;
    std::array<std::array<double, CandleBlock::kPast>, 4> past_{};  ///< the last candles
    std::size_t finite_ = 0;  ///< candles since the last one with a NaN or an infinity, at most lead_in
    LeadIn blank_;
};

}  // namespace ct::indicators
