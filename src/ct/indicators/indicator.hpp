#pragma once

#include <cstddef>
#include <span>

namespace ct::indicators {

/// An indicator as the engine and the registry see it: a resumable kernel over columns. Each call continues where the
/// last one ended; any chunking of the same input gives the same bits, and a stream is a chunk of one.
class Indicator {
  public:
    Indicator() = default;
    Indicator(const Indicator&) = delete;
    Indicator& operator=(const Indicator&) = delete;
    virtual ~Indicator() = default;

    [[nodiscard]] virtual std::size_t input_count() const = 0;
    [[nodiscard]] virtual std::size_t line_count() const = 0;
    /// How many first values of each line are NaN.
    [[nodiscard]] virtual std::size_t lead_in() const = 0;
    /// Reads `rows` values of each input and writes as many of each line. Requires: inputs.size() == input_count(),
    /// lines.size() == line_count(); no line overlaps an input.
    virtual void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) = 0;
};

}  // namespace ct::indicators
