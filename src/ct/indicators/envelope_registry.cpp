// Envelopes around averages, and oscillators of the distance from them, for each family of averages.

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "ct/indicators/definition.hpp"
#include "ct/indicators/dema.hpp"
#include "ct/indicators/ema.hpp"
#include "ct/indicators/envelope.hpp"
#include "ct/indicators/error_correcting.hpp"
#include "ct/indicators/families.hpp"
#include "ct/indicators/hma.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/kama.hpp"
#include "ct/indicators/registry.hpp"
#include "ct/indicators/sma.hpp"
#include "ct/indicators/style.hpp"
#include "ct/indicators/tema.hpp"
#include "ct/indicators/wma.hpp"
#include "ct/indicators/zlema.hpp"

namespace ct::indicators {

namespace {

/// Wilder's average, made as the others are.
class Rma : public Ema {
  public:
    explicit Rma(std::size_t period, Seed seed) : Ema(Ema::wilder(period, seed)) {}
};

/// What the two indicators of a family are called; the first name is the registry's own.
struct Family {
    std::string_view line;
    Names envelope;
    Names oscillator;
    Missing missing = Missing::kSkip;
    std::vector<ParameterInfo> parameters;
};

template <class Average, class... Arguments, std::size_t... Places>
Average make_average([[maybe_unused]] std::span<const double> parameters, std::index_sequence<Places...> /*places*/) {
    return Average(static_cast<Arguments>(parameters[Places])...);
}

IndicatorInfo info(const Family& family, Names names, std::vector<ParameterInfo> parameters, Names lines) {
    return {.name = names.front(),
            .aliases = {names.begin() + 1, names.end()},
            .group = Group::kOverlap,
            .inputs = {"close"},
            .parameters = std::move(parameters),
            .lines = std::move(lines),
            .missing = family.missing,
            .source = "backtrader's envelopes and oscillators"};
}

/// Both, of an average whose constructor takes the family's parameters as these types.
template <class Average, class... Arguments>
void add(std::vector<Definition>& rows, const Family& family) {
    using Places = std::index_sequence_for<Arguments...>;
    auto with_percent = family.parameters;
    with_percent.push_back(number("percent", 2.5, 0, 1e6));
    auto envelope = info(family, family.envelope, std::move(with_percent), {family.line, "top", "bot"});
    envelope.text = "A moving average, and lines so many percent above and below it.";
    rows.push_back({std::move(envelope), [](std::span<const double> p) {
                        return std::make_unique<KernelIndicator<Envelope<Average>>>(
                            Envelope<Average>(make_average<Average, Arguments...>(p, Places()), p.back()));
                    }});
    auto oscillator = info(family, family.oscillator, family.parameters, {family.line});
    oscillator.text = "How far the value lies above its moving average.";
    oscillator.group = Group::kMomentum;
    rows.push_back({std::move(oscillator), [](std::span<const double> p) {
                        return std::make_unique<KernelIndicator<AverageOscillator<Average>>>(
                            AverageOscillator<Average>(make_average<Average, Arguments...>(p, Places())));
                    }});
}

std::unique_ptr<Indicator> make_plain_envelope(std::span<const double> p) {
    return std::make_unique<KernelIndicator<Envelope<Unsmoothed>>>(Envelope<Unsmoothed>(Unsmoothed(), p[0]));
}

}  // namespace

std::vector<Definition> envelope_definitions() {
    const auto seed = choice("seed", {"mean", "first"});
    const auto gain = ParameterInfo{"gainlimit", 50, 0, 1e6, true, {}};
    std::vector<Definition> rows;
    rows.push_back({{.name = "envelope",
                     .aliases = {"Envelope"},
                     .group = Group::kOverlap,
                     .inputs = {"close"},
                     .parameters = {number("percent", 2.5, 0, 1e6)},
                     .lines = {"src", "top", "bot"},
                     .text = "The value, and lines so many percent above and below it.",
                     .source = "backtrader Envelope"},
                    make_plain_envelope});
    add<Sma, std::size_t>(rows, {"sma",
                                 {"sma_envelope", "SimpleMovingAverageEnvelope", "MovingAverageSimpleEnvelope"},
                                 {"sma_oscillator", "SimpleMovingAverageOscillator", "SimpleMovingAverageOsc",
                                  "MovingAverageSimpleOscillator", "MovingAverageSimpleOsc", "SMAOsc"},
                                 Missing::kWindow,
                                 {period(30)}});
    add<Ema, std::size_t, Seed>(
        rows, {"ema",
               {"ema_envelope", "ExponentialMovingAverageEnvelope", "MovingAverageExponentialEnvelope"},
               {"ema_oscillator", "ExponentialMovingAverageOscillator", "ExponentialMovingAverageOsc",
                "MovingAverageExponentialOscillator", "MovingAverageExponentialOsc", "EMAOsc"},
               Missing::kSkip,
               {period(30), seed}});
    add<Wma, std::size_t>(rows, {"wma",
                                 {"wma_envelope", "WeightedMovingAverageEnvelope", "MovingAverageWeightedEnvelope"},
                                 {"wma_oscillator", "WeightedMovingAverageOscillator", "WeightedMovingAverageOsc",
                                  "MovingAverageWeightedOscillator", "MovingAverageWeightedOsc", "WMAOsc"},
                                 Missing::kWindow,
                                 {period(30)}});
    add<Rma, std::size_t, Seed>(
        rows, {"smma",
               {"smma_envelope", "SmoothedMovingAverageEnvelope", "MovingAverageSmoothedEnvelope",
                "MovingAverageWilderEnvelope", "ModifiedMovingAverageEnvelope", "WilderMAEnvelope"},
               {"smma_oscillator", "SmoothedMovingAverageOscillator", "SmoothedMovingAverageOsc",
                "MovingAverageSmoothedOscillator", "MovingAverageSmoothedOsc", "MovingAverageWilderOscillator",
                "MovingAverageWilderOsc", "ModifiedMovingAverageOscillator", "ModifiedMovingAverageOsc",
                "WilderMAOscillator", "WilderMAOsc", "SMMAOsc"},
               Missing::kSkip,
               {period(30), seed}});
    add<Dema, std::size_t, Seed>(
        rows, {"dema",
               {"dema_envelope", "DoubleExponentialMovingAverageEnvelope", "MovingAverageDoubleExponentialEnvelope"},
               {"dema_oscillator", "DoubleExponentialMovingAverageOscillator", "DoubleExponentialMovingAverageOsc",
                "MovingAverageDoubleExponentialOscillator", "MovingAverageDoubleExponentialOsc", "DEMAOsc"},
               Missing::kSkip,
               {period(30), seed}});
    add<Tema, std::size_t, Seed>(
        rows, {"tema",
               {"tema_envelope", "TripleExponentialMovingAverageEnvelope", "MovingAverageTripleExponentialEnvelope"},
               {"tema_oscillator", "TripleExponentialMovingAverageOscillator", "TripleExponentialMovingAverageOsc",
                "MovingAverageTripleExponentialOscillator", "MovingAverageTripleExponentialOsc", "TEMAOsc"},
               Missing::kSkip,
               {period(30), seed}});
    add<Zlema, std::size_t, Seed>(
        rows, {"zlema",
               {"zlema_envelope", "ZeroLagExponentialMovingAverageEnvelope", "ZeroLagEmaEnvelope"},
               {"zlema_oscillator", "ZeroLagExponentialMovingAverageOscillator", "ZeroLagExponentialMovingAverageOsc",
                "ZeroLagEmaOscillator", "ZeroLagEmaOsc", "ZLEMAOsc"},
               Missing::kSkip,
               {period(30), seed}});
    add<Hma, std::size_t>(rows, {"hma",
                                 {"hma_envelope", "HullMovingAverageEnvelope", "HullMAEnvelope"},
                                 {"hma_oscillator", "HullMovingAverageOscillator", "HullMovingAverageOsc",
                                  "HullMAOscillator", "HullMAOsc", "HMAOsc"},
                                 Missing::kWindow,
                                 {period(30)}});
    add<Kama, std::size_t, std::size_t, std::size_t, Style>(
        rows, {"kama",
               {"kama_envelope", "AdaptiveMovingAverageEnvelope", "MovingAverageAdaptiveEnvelope"},
               {"kama_oscillator", "AdaptiveMovingAverageOscillator", "AdaptiveMovingAverageOsc",
                "MovingAverageAdaptiveOscillator", "MovingAverageAdaptiveOsc", "KAMAOsc"},
               Missing::kSkip,
               {period(30), period(2, 1, "fast"), period(30, 1, "slow"), style(Style::kBacktrader)}});
    add<ErrorCorrecting, std::size_t, std::size_t>(
        rows,
        {"ec",
         {"ec_envelope", "ZeroLagIndicatorEnvelope", "ErrorCorrectingEnvelope", "ZLIndicatorEnvelope", "ZLIndEnvelope"},
         {"ec_oscillator", "ZeroLagIndicatorOscillator", "ZeroLagIndicatorOsc", "ErrorCorrectingOscillator",
          "ErrorCorrectingOsc", "ZLIndicatorOscillator", "ZLIndicatorOsc", "ZLIndOscillator", "ZLIndOsc", "ECOsc"},
         Missing::kSkip,
         {period(30), gain}});
    add<Dickson, std::size_t, std::size_t, std::size_t>(
        rows, {"dma",
               {"dma_envelope", "DicksonMovingAverageEnvelope", "DicksonMAEnvelope"},
               {"dma_oscillator", "DicksonMovingAverageOscillator", "DicksonMovingAverageOsc", "DicksonMAOscillator",
                "DicksonMAOsc", "DMAOsc"},
               Missing::kSkip,
               {period(30), gain, period(7, 1, "hperiod")}});
    return rows;
}

}  // namespace ct::indicators
