#pragma once

#include <cstddef>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/time.hpp"

namespace ct::data {

/// The newest rows of a series whose source keeps none, copied, behind the last few rows before them.
class BarWindow {
  public:
    BarWindow() = default;
    BarWindow(const BarWindow&) = delete;
    BarWindow& operator=(const BarWindow&) = delete;

    /// Becomes the last rows of `before`, at most `most_kept` of them, and `fresh`. Neither lies in this window.
    void fill(const BarColumns& before, std::size_t most_kept, const BarColumns& fresh);
    /// Valid until the next fill, at one address for the window's life.
    [[nodiscard]] const BarColumns& columns() const { return columns_; }

  private:
    std::vector<TimeNs> time_ns_;
    std::vector<double> open_;
    std::vector<double> high_;
    std::vector<double> low_;
    std::vector<double> close_;
    std::vector<double> volume_;
    BarColumns columns_;
};

}  // namespace ct::data
