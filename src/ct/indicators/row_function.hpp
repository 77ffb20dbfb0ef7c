#pragma once

#include <cstddef>
#include <utility>

#include "ct/core/maths.hpp"
#include "ct/core/simd.hpp"
#include "ct/indicators/kernel.hpp"

namespace ct::indicators {

template <auto Function>
class RowFunction;

/// A function of the columns, each row for itself.
template <class... Numbers, double (*Function)(Numbers...)>
class RowFunction<Function> {
  public:
    static constexpr std::size_t kInputs = sizeof...(Numbers);
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    static void run(Inputs<kInputs> in, Lines<1> out, std::size_t rows) {
        run(in, out[0], rows, std::index_sequence_for<Numbers...>());
    }

    template <class Archive>
    void state(Archive& /*archive*/) {}

  private:
    template <std::size_t... Places>
    static void run(Inputs<kInputs> in, double* out, std::size_t rows, std::index_sequence<Places...>) {
        each(rows, [=](std::size_t i) CT_LOOP { out[i] = Function(in[Places][i]...); });
    }
};

/// A function of an angle in radians. Rows with angles that Near is not for are done again by Far.
template <double (*Near)(double), double (*Far)(double)>
class CircularFunction {
  public:
    static constexpr std::size_t kInputs = 1;
    static constexpr std::size_t kLines = 1;

    [[nodiscard]] static std::size_t lead_in() { return 0; }

    static void run(Inputs<1> in, Lines<1> out, std::size_t rows) {
        in_blocks(rows, [&](std::size_t at, std::size_t count) {
            const double* const angles = in[0] + at;
            double* const line = out[0] + at;
            RowFunction<Near>::run({angles}, {line}, count);
            if (are_near(angles, count)) return;
            for (std::size_t i = 0; i < count; ++i) line[i] = is_near(angles[i]) ? line[i] : Far(angles[i]);
        });
    }

    template <class Archive>
    void state(Archive& /*archive*/) {}

  private:
    CT_IN_LOOPS static bool is_near(double angle) { return maths::size_of(angle) <= maths::kNearAngle; }

    static bool are_near(const double* angles, std::size_t rows) {
        std::size_t far = 0;
        simd([=, &far]() CT_LOOP {
            std::size_t count = 0;
            for (std::size_t i = 0; i < rows; ++i) count += is_near(angles[i]) ? 0U : 1U;
            far = count;
        });
        return far == 0;
    }
};

}  // namespace ct::indicators
