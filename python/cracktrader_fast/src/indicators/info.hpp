#pragma once

#include "ct/indicators/registry.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// What the registry knows of an indicator.
nb::dict info_dict(const indicators::IndicatorInfo& info);

}  // namespace ct::python
