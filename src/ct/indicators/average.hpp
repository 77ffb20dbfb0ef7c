#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "ct/indicators/dema.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/hma.hpp"
#include "ct/indicators/kama.hpp"
#include "ct/indicators/mama.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/t3.hpp"
#include "ct/indicators/tema.hpp"
#include "ct/indicators/trima.hpp"
#include "ct/indicators/wma.hpp"
#include "ct/indicators/zlema.hpp"

namespace ct::indicators {

/// The kinds of moving averages, in the order of TA-Lib's MA_Type.
enum class AverageKind : std::uint8_t {
    kSma,
    kEma,
    kWma,
    kDema,
    kTema,
    kTrima,
    kKama,
    kMama,  ///< with its default weights, whatever the period
    kT3,
    kHma,
    kNone,     ///< the value itself
    kDefault,  ///< the one that the indicator is defined with
    kZlema,
    kRma,  ///< Wilder's
};

/// The kind that is meant: kDefault is the indicator's own.
constexpr AverageKind kind_or(AverageKind kind, AverageKind own) { return kind == AverageKind::kDefault ? own : kind; }

/// "sma", "ema" and so on, in that order.
std::vector<std::string_view> average_names();

/// A moving average of any kind. A period of 1 is the value itself.
class Average {
  public:
    /// Requires: 1 <= period <= kMaxPeriod. kDefault is a simple one.
    Average(AverageKind kind, std::size_t period);

    [[nodiscard]] std::size_t lead_in() const;

    /// Continues the series; in and out may be the same.
    void run(std::span<const double> in, std::span<double> out);

    template <class Archive>
    void state(Archive& archive) {
        std::visit([&](auto& kernel) { archive(kernel); }, kernel_);
    }

  private:
    struct None {
        [[nodiscard]] static std::size_t lead_in() { return 0; }
        static void run(std::span<const double> in, std::span<double> out);
        template <class Archive>
        void state(Archive& /*archive*/) {}
    };
    using Kernel = std::variant<None, Sma, Ema, Wma, Dema, Tema, Trima, Kama, MamaLine, T3, Hma, Zlema>;
    static Kernel make(AverageKind kind, std::size_t period);

    Kernel kernel_;
};

}  // namespace ct::indicators
