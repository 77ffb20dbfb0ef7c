#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/storage/cache.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

/// A series of the cache, read month by month and never held whole. It sees the series as it was when it was opened,
/// whatever is imported meanwhile.
class CacheHistory : public data::BarHistory {
  public:
    /// The bars that open in [from_ns, to_ns). Errors: those of Cache::open; kNotFound when the range holds none.
    static Result<std::unique_ptr<CacheHistory>> open(const Cache& cache, const SeriesKey& key,
                                                      std::optional<TimeNs> from_ns, std::optional<TimeNs> to_ns);

    [[nodiscard]] const data::BarFacts& facts() const override { return facts_; }
    Result<BarColumns> next(std::size_t most_rows) override;

  private:
    /// A month and the rows of it that are in the range.
    struct Part {
        OpenMonth month;
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };

    CacheHistory() = default;
    Result<void> cut_part(Part& part, TimeNs from_ns, TimeNs to_ns, MonthFacts& facts) const;
    Result<std::size_t> fill(std::size_t most_rows);

    std::vector<Part> parts_;
    data::BarFacts facts_;
    std::size_t part_ = 0;
    std::unique_ptr<BarFileReader> reader_;  ///< of the part, when it is open
    std::uint64_t row_ = 0;                  ///< next row of the part's month
    TimeNs last_ns_ = 0;
    std::vector<TimeNs> time_ns_;
    std::vector<double> open_;
    std::vector<double> high_;
    std::vector<double> low_;
    std::vector<double> close_;
    std::vector<double> volume_;
};

}  // namespace ct::storage
