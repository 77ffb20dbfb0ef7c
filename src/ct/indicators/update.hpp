#pragma once

#include <array>
#include <cassert>
#include <concepts>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/indicators/kernel.hpp"
#include "ct/indicators/state.hpp"

// Every kernel is a stream and a function over columns; these make both pleasant to write:
//
//   Rsi rsi(14);
//   double strength = update(rsi, price);                  // one row; NaN before the first full result
//   run(rsi, prices, strengths);                           // all rows of a span, on from where the last call ended
//
//   Stochastic stochastic(14, 3, AverageKind::kSma, 3, AverageKind::kSma);
//   auto [k, d] = update(stochastic, high, low, close);
//   run(stochastic, {highs, lows, closes}, {ks, ds});
//
// Nothing is allocated after a kernel's constructor. A copy of a kernel goes on by itself: look ahead with one.

namespace ct::indicators {

/// A kernel with a single input and line has run(span in, span out) and need not say so.
template <class Kernel>
inline constexpr bool kIsSingle =
    requires(Kernel kernel, std::span<const double> in, std::span<double> out) { kernel.run(in, out); };

namespace detail {
template <class Kernel>
constexpr std::size_t inputs_of() {
    if constexpr (kIsSingle<Kernel>)
        return 1;
    else
        return Kernel::kInputs;
}
template <class Kernel>
constexpr std::size_t lines_of() {
    if constexpr (kIsSingle<Kernel>)
        return 1;
    else
        return Kernel::kLines;
}
}  // namespace detail

template <class Kernel>
inline constexpr std::size_t kInputsOf = detail::inputs_of<Kernel>();
template <class Kernel>
inline constexpr std::size_t kLinesOf = detail::lines_of<Kernel>();

/// The kernel's own run(), whichever of the two forms it has.
template <class Kernel>
void run_kernel(Kernel& kernel, Inputs<kInputsOf<Kernel>> inputs, Lines<kLinesOf<Kernel>> lines, std::size_t rows) {
    if constexpr (kIsSingle<Kernel>) {
        kernel.run(std::span(inputs[0], rows), std::span(lines[0], rows));
    } else {
        kernel.run(inputs, lines, rows);
    }
}

/// Columns in, columns out. Requires: all are equally long, no line overlaps an input or another line.
template <class Kernel>
void run(Kernel& kernel, const std::array<std::span<const double>, kInputsOf<Kernel>>& inputs,
         const std::array<std::span<double>, kLinesOf<Kernel>>& lines) {
    const std::size_t rows = inputs[0].size();
    Inputs<kInputsOf<Kernel>> in;
    Lines<kLinesOf<Kernel>> out;
    for (std::size_t k = 0; k < in.size(); ++k) {
        assert(inputs[k].size() == rows);
        in[k] = inputs[k].data();
    }
    for (std::size_t k = 0; k < out.size(); ++k) {
        assert(lines[k].size() == rows);
        out[k] = lines[k].data();
    }
    run_kernel(kernel, in, out, rows);
}

/// The same for a kernel with one input and one line.
template <class Kernel>
    requires(kInputsOf<Kernel> == 1 && kLinesOf<Kernel> == 1)
void run(Kernel& kernel, std::span<const double> in, std::span<double> out) {
    assert(in.size() == out.size());
    run_kernel(kernel, {in.data()}, {out.data()}, in.size());
}

/// One row: a value of each input. Gives the line, or an array of several.
template <class Kernel, std::convertible_to<double>... Values>
    requires(sizeof...(Values) == kInputsOf<Kernel>)
auto update(Kernel& kernel, Values... values) {
    const std::array<double, kInputsOf<Kernel>> row = {static_cast<double>(values)...};
    std::array<double, kLinesOf<Kernel>> lines;
    Inputs<kInputsOf<Kernel>> in;
    Lines<kLinesOf<Kernel>> out;
    for (std::size_t k = 0; k < in.size(); ++k) in[k] = &row[k];
    for (std::size_t k = 0; k < out.size(); ++k) out[k] = &lines[k];
    run_kernel(kernel, in, out, 1);
    if constexpr (kLinesOf<Kernel> == 1)
        return lines[0];
    else
        return lines;
}

/// All that changes in a kernel, as bytes of this machine's order.
template <class Kernel>
std::vector<std::byte> save(Kernel& kernel) {
    StateWriter writer;
    kernel.state(writer);
    return writer.take();
}

/// Goes on from what save() gave; false, with a kernel that must not be used, when it was not of one of the same class
/// and parameters.
template <class Kernel>
[[nodiscard]] bool restore(Kernel& kernel, const std::vector<std::byte>& bytes) {
    StateReader reader(bytes);
    kernel.state(reader);
    return reader.complete();
}

}  // namespace ct::indicators
