#include "ct/data/bar_window.hpp"

#include <algorithm>
#include <cstddef>

#include "ct/core/bar.hpp"

namespace ct::data {

void BarWindow::fill(const BarColumns& before, std::size_t most_kept, const BarColumns& fresh) {
    const std::size_t skipped = before.size() - std::min(most_kept, before.size());
    const auto join = [&](auto& column, const auto& old, const auto& added) {
        column.assign(old.begin() + static_cast<std::ptrdiff_t>(skipped), old.end());
        column.insert(column.end(), added.begin(), added.end());
    };
    join(time_ns_, before.time_ns, fresh.time_ns);
    join(open_, before.open, fresh.open);
    join(high_, before.high, fresh.high);
    join(low_, before.low, fresh.low);
    join(close_, before.close, fresh.close);
    join(volume_, before.volume, fresh.volume);
    columns_ = {time_ns_, open_, high_, low_, close_, volume_};
}

}  // namespace ct::data
