#include "ct/indicators/average.hpp"

#include <cstddef>
#include <cstring>
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

std::vector<std::string_view> average_names() {
    return {"sma",  "ema", "wma", "dema", "tema",    "trima", "kama",
            "mama", "t3",  "hma", "none", "default", "zlema", "rma"};
}

void Average::None::run(std::span<const double> in, std::span<double> out) {
    if (!in.empty()) std::memmove(out.data(), in.data(), in.size_bytes());
}

Average::Kernel Average::make(AverageKind kind, std::size_t period) {
    if (period == 1) return None();
    switch (kind) {
        case AverageKind::kNone:
            return None();
        case AverageKind::kSma:
        case AverageKind::kDefault:
            return Sma(period);
        case AverageKind::kEma:
            return Ema(period);
        case AverageKind::kWma:
            return Wma(period);
        case AverageKind::kDema:
            return Dema(period);
        case AverageKind::kTema:
            return Tema(period);
        case AverageKind::kTrima:
            return Trima(period);
        case AverageKind::kKama:
            return Kama(period);
        case AverageKind::kMama:
            return MamaLine();
        case AverageKind::kT3:
            return T3(period);
        case AverageKind::kHma:
            return Hma(period);
        case AverageKind::kZlema:
            return Zlema(period);
        case AverageKind::kRma:
            return Ema::wilder(period);
    }
    return None();
}

Average::Average(AverageKind kind, std::size_t period) : kernel_(make(kind, period)) {}

std::size_t Average::lead_in() const {
    return std::visit([](const auto& kernel) { return kernel.lead_in(); }, kernel_);
}

void Average::run(std::span<const double> in, std::span<double> out) {
    std::visit([&](auto& kernel) { kernel.run(in, out); }, kernel_);
}

}  // namespace ct::indicators
