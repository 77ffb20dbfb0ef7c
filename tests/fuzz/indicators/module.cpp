// The indicators of cracktrader_fast._core alone, so that a build under the sanitizers takes a minute.

#include "indicators/bind.hpp"
#include "strategy/python.hpp"

NB_MODULE(_core, module) {
    nb::set_leak_warnings(false);
    ct::python::bind_indicators(module);
}
