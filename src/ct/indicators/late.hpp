#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>

#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

/// A kernel that begins some rows later than its input: so TA-Lib lets averages of different lengths start together.
template <class Kernel>
class Late {
  public:
    Late(Kernel kernel, std::size_t rows) : kernel_(std::move(kernel)), rows_(rows), left_(rows) {}

    [[nodiscard]] std::size_t lead_in() const { return rows_ + kernel_.lead_in(); }

    /// Continues the series; in and out may be the same where the kernel allows it.
    void run(std::span<const double> in, std::span<double> out) {
        const std::size_t skipped = std::min(in.size(), left_);
        std::fill_n(out.data(), skipped, kNan);
        left_ -= skipped;
        if (skipped < in.size()) kernel_.run(in.subspan(skipped), out.subspan(skipped));
    }

    /// The same for a kernel of several columns.
    template <std::size_t In, std::size_t Out>
    void run(Inputs<In> in, Lines<Out> out, std::size_t rows) {
        const std::size_t skipped = std::min(rows, left_);
        for (double* const line : out) std::fill_n(line, skipped, kNan);
        left_ -= skipped;
        if (skipped < rows) kernel_.run(from_row(in, skipped), from_row(out, skipped), rows - skipped);
    }

    template <class Archive>
    void state(Archive& archive) {
        archive(left_, kernel_);
    }

  private:
    Kernel kernel_;
    std::size_t rows_;
    std::size_t left_;
};

/// Two kernels that start together: the one that could begin earlier waits.
template <class A, class B>
std::pair<Late<A>, Late<B>> start_together(A a, B b) {
    const std::size_t lead_in = std::max(a.lead_in(), b.lead_in());
    const std::size_t wait_a = lead_in - a.lead_in();
    const std::size_t wait_b = lead_in - b.lead_in();
    return {Late<A>(std::move(a), wait_a), Late<B>(std::move(b), wait_b)};
}

}  // namespace ct::indicators
