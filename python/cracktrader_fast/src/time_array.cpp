#include "time_array.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "buffer.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/csv_format.hpp"
#include "strategy/errors.hpp"

namespace ct::python {

namespace {

[[noreturn]] void wrong_row(const char* table, std::size_t row, const std::string& what) {
    throw_error({ErrorCode::kInvalidData, fmt::format("{}, row {}: time is {}", table, row, what)});
}

std::int64_t detect_unit(std::int64_t time, const char* table) {
    const auto unit = data::detect_time_unit(fmt::format("{}", time));
    if (!unit || *unit == data::TimeUnit::kIso) {
        wrong_row(table, 0, fmt::format("{}, expected Unix time in s, ms, us or ns", time));
    }
    return data::time_unit_ns(*unit);
}

}  // namespace

std::pair<std::span<const TimeNs>, std::shared_ptr<const void>> read_times(const std::shared_ptr<Buffer>& buffer,
                                                                           std::int64_t unit_ns, const char* table) {
    const auto given = buffer->values<std::int64_t>();
    if (given.empty()) return {given, buffer};
    if (unit_ns == 0) unit_ns = detect_unit(given[0], table);
    const std::int64_t least = data::kMinUnixSeconds * (kNsPerSecond / unit_ns);
    const std::int64_t most = data::kMaxUnixSeconds * (kNsPerSecond / unit_ns);
    for (std::size_t row = 0; row < given.size(); ++row) {
        if (given[row] >= least && given[row] <= most) continue;
        wrong_row(table, row,
                  given[row] == std::numeric_limits<std::int64_t>::min()
                      ? "missing, expected a time"
                      : fmt::format("{}, expected Unix time between 1990 and 2261 in the unit of row 0", given[row]));
    }
    if (unit_ns == 1) return {given, buffer};
    auto times = std::make_shared<std::vector<TimeNs>>(given.size());
    std::transform(given.begin(), given.end(), times->begin(), [&](std::int64_t time) { return time * unit_ns; });
    return {*times, times};
}

}  // namespace ct::python
