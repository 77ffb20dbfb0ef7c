#pragma once

#include <array>
#include <cstddef>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// One line of a kernel with several.
template <class Kernel, std::size_t Line>
class OneLine {
  public:
    static constexpr std::size_t kInputs = Kernel::kInputs;
    static constexpr std::size_t kLines = 1;

    template <class... Arguments>
    explicit OneLine(Arguments... arguments) : kernel_(arguments...) {}

    [[nodiscard]] std::size_t lead_in() const { return kernel_.lead_in(); }

    void run(Inputs<kInputs> in, Lines<1> out, std::size_t rows) {
        std::array<Block, Kernel::kLines> others;
        in_blocks(rows, [&](std::size_t at, std::size_t count) {
            Lines<Kernel::kLines> lines;
            for (std::size_t k = 0; k < lines.size(); ++k) lines[k] = others[k].data();
            lines[Line] = out[0] + at;
            kernel_.run(from_row(in, at), lines, count);
        });
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(kernel_);
    }

  private:
    Kernel kernel_;
};

/// A kernel of several inputs that are all the same.
template <class Kernel>
class OneInput {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = Kernel::kLines;

    template <class... Arguments>
    explicit OneInput(Arguments... arguments) : kernel_(arguments...) {}

    [[nodiscard]] std::size_t lead_in() const { return kernel_.lead_in(); }

    void run(Inputs<1> in, Lines<kLines> out, std::size_t rows) {
        Inputs<Kernel::kInputs> inputs;
        inputs.fill(in[0]);
        kernel_.run(inputs, out, rows);
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(kernel_);
    }

  private:
    Kernel kernel_;
};

/// A kernel of two lines, the second one first.
template <class Kernel>
class Swapped {
  public:
    static constexpr std::size_t kInputs = Kernel::kInputs;
    static constexpr std::size_t kLines = 2;

    template <class... Arguments>
    explicit Swapped(Arguments... arguments) : kernel_(arguments...) {}

    [[nodiscard]] std::size_t lead_in() const { return kernel_.lead_in(); }

    void run(Inputs<kInputs> in, Lines<2> out, std::size_t rows) { kernel_.run(in, {out[1], out[0]}, rows); }

    template <class Archive>
    void state(Archive& archive) {
        archive(kernel_);
    }

  private:
    Kernel kernel_;
};

}  // namespace ct::indicators
