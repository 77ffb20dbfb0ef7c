#pragma once

/// Indicators for users and bindings: resumable kernels over columns of doubles, and the registry that knows them by
/// name.
#include "ct/indicators/crossover.hpp"  // IWYU pragma: export
#include "ct/indicators/indicator.hpp"  // IWYU pragma: export
#include "ct/indicators/registry.hpp"   // IWYU pragma: export
#include "ct/indicators/rsi.hpp"        // IWYU pragma: export
#include "ct/indicators/sma.hpp"        // IWYU pragma: export
#include "ct/indicators/sma_exact.hpp"  // IWYU pragma: export
