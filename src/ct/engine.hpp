#pragma once

/// What a strategy in C++ needs: the Strategy interface, its Context, bars, orders and exact numbers.
#include "ct/core/bar.hpp"         // IWYU pragma: export
#include "ct/core/event.hpp"       // IWYU pragma: export
#include "ct/core/fill.hpp"        // IWYU pragma: export
#include "ct/core/money.hpp"       // IWYU pragma: export
#include "ct/core/order.hpp"       // IWYU pragma: export
#include "ct/core/result.hpp"      // IWYU pragma: export
#include "ct/engine/context.hpp"   // IWYU pragma: export
#include "ct/engine/strategy.hpp"  // IWYU pragma: export
