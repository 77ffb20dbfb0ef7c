#include "ct/report/underwater.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "ct/analyzers/buckets.hpp"
#include "ct/core/time.hpp"

namespace ct::report {

std::vector<Underwater> deepest_falls(std::span<const analyzers::Bucket> equity, double start, std::size_t limit) {
    std::vector<Underwater> falls;
    if (equity.empty()) return falls;
    double peak = start;
    TimeNs peak_ns = equity.front().time_ns;
    bool below = false;
    for (const analyzers::Bucket& bucket : equity) {
        if (bucket.min < peak && peak > 0) {
            if (!below) falls.push_back({.peak_ns = peak_ns, .trough_ns = bucket.time_ns});
            below = true;
            const double depth = (peak - bucket.min) / peak;
            if (depth > falls.back().depth) {
                falls.back().depth = depth;
                falls.back().trough_ns = bucket.time_ns;
            }
        }
        if (bucket.max >= peak) {
            if (below) falls.back().recovered_ns = bucket.time_ns;
            below = false;
            peak = bucket.max;
            peak_ns = bucket.time_ns;
        }
    }
    std::stable_sort(falls.begin(), falls.end(),
                     [](const Underwater& a, const Underwater& b) { return a.depth > b.depth; });
    if (falls.size() > limit) falls.resize(limit);
    return falls;
}

}  // namespace ct::report
