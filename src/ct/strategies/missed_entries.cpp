#include "ct/strategies/missed_entries.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "ct/core/time.hpp"

namespace ct::strategies {

void MissedEntries::add(std::string_view field, std::string_view why, TimeNs time_ns) {
    const auto known = std::find_if(reasons_.begin(), reasons_.end(),
                                    [&](const Reason& reason) { return reason.field == field && reason.why == why; });
    if (known != reasons_.end()) {
        ++known->count;
    } else {
        reasons_.push_back({field, why, time_ns, 1});
    }
}

std::vector<std::string> MissedEntries::sentences() const {
    std::vector<std::string> all;
    for (const Reason& reason : reasons_) {
        const bool one = reason.count == 1;
        all.push_back(fmt::format("{} {} not taken{} at {}: {} {}", reason.count, one ? "entry was" : "entries were",
                                  one ? "" : ", the first", format_iso_time(reason.first_ns), reason.field,
                                  reason.why));
    }
    return all;
}

}  // namespace ct::strategies
