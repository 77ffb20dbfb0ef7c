#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace ct::indicators {

/// An indicator as the engine and the registry see it: a resumable kernel over columns. Each call continues where the
/// last one ended; any chunking of the same input gives the same bits, and a stream is a chunk of one.
class Indicator {
  public:
    Indicator() = default;
    Indicator& operator=(const Indicator&) = delete;
    virtual ~Indicator() = default;

    [[nodiscard]] virtual std::size_t input_count() const = 0;
    [[nodiscard]] virtual std::size_t line_count() const = 0;
    /// How many first values of each line are NaN when all input is finite.
    [[nodiscard]] virtual std::size_t lead_in() const = 0;
    /// Reads `rows` values of each input and writes as many of each line. Requires: inputs.size() == input_count(),
    /// lines.size() == line_count(); no line overlaps an input.
    virtual void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) = 0;

    /// Another one that goes on from here by itself.
    [[nodiscard]] virtual std::unique_ptr<Indicator> clone() const = 0;
    /// All that changes, as bytes of this machine's order.
    [[nodiscard]] virtual std::vector<std::byte> save() = 0;
    /// Goes on from what save() gave; false, at a state that must not be used, when it was not of an indicator with the
    /// same name and parameters.
    [[nodiscard]] virtual bool restore(const std::vector<std::byte>& bytes) = 0;

  protected:
    Indicator(const Indicator&) = default;
};

}  // namespace ct::indicators
