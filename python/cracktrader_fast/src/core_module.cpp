#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/string_view.h>
#include <nanobind/stl/vector.h>

#include "bars.hpp"
#include "buffer.hpp"
#include "cache.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "expressions.hpp"
#include "indicators/bind.hpp"
#include "payloads.hpp"
#include "result.hpp"
#include "risk.hpp"
#include "run.hpp"
#include "run_plan.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"
#include "strategy/times.hpp"
#include "strategy/types.hpp"
#include "table.hpp"
#include "talib/function.hpp"
#include "time_array.hpp"
#include "trade_bars.hpp"
#include "validation/bind.hpp"

namespace {

namespace python = ct::python;

/// Times as ISO text in nanoseconds; the error names the row.
std::vector<ct::TimeNs> parse_times(const std::vector<std::string>& texts, const std::string& table) {
    std::vector<ct::TimeNs> times_ns;
    for (const std::string& text : texts) {
        const auto time_ns = ct::parse_iso_time(text);
        if (!time_ns) {
            python::throw_error({ct::ErrorCode::kInvalidData,
                                 fmt::format("{}, row {}: time is '{}', expected ISO text such as 2024-01-31T12:00:00Z",
                                             table, times_ns.size(), text)});
        }
        times_ns.push_back(*time_ns);
    }
    return times_ns;
}

/// Times in some unit (0: told from the size of the first) in nanoseconds.
std::vector<ct::TimeNs> times_in_ns(const nb::object& times, std::int64_t unit_ns, const std::string& table) {
    const auto [times_ns, owner] =
        python::read_times(std::make_shared<python::Buffer>(times, "time"), unit_ns, table.c_str());
    return {times_ns.begin(), times_ns.end()};
}

std::string did_you_mean(std::string_view wanted, const std::vector<std::string>& names) {
    return ct::did_you_mean(wanted, std::vector<std::string_view>(names.begin(), names.end()));
}

}  // namespace

NB_MODULE(_core, module) {
    // What a script still holds when the interpreter ends is no leak worth a warning to its user.
    nb::set_leak_warnings(false);
    module.attr("__version__") = CT_VERSION;
    python::make_types(module);
    python::bind_table(module);
    python::bind_bars(module);
    python::bind_cache(module);
    python::bind_result(module);
    python::bind_risk(module);
    python::bind_run_plan(module);
    python::bind_run(module);
    python::bind_expressions(module);
    python::bind_indicators(module);
    python::talib::bind(module);
    python::bind_trade_bars(module);
    python::bind_payloads(module);
    python::bind_validation(module);
    module.def("did_you_mean", did_you_mean);
    module.def("parse_times", parse_times);
    module.def("times_in_ns", times_in_ns);
    module.def("time_ns", [](nb::handle value, const char* what) { return python::read_time(value, what); });
}
