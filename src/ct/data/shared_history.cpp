#include "ct/data/shared_history.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_window.hpp"

namespace ct::data {

namespace {

/// However few rows a reader asks for, this many are read for all of them.
constexpr std::size_t kLeastRead = 1024;

/// Rows that were read. Who has read them holds the next ones: what nobody holds any more is gone.
struct Chunk {
    BarWindow bars;
    std::shared_ptr<Chunk> next;
    bool last = false;  ///< known once somebody has asked for the next one
};

class Reader : public BarHistory {
  public:
    Reader(BarHistory& history, std::shared_ptr<Chunk> start) : history_(&history), chunk_(std::move(start)) {}

    [[nodiscard]] const BarFacts& facts() const override { return history_->facts(); }
    [[nodiscard]] std::optional<BarColumns> whole() const override { return history_->whole(); }

    Result<BarColumns> next(std::size_t most_rows) override {
        const auto memory = whole();
        if (!memory && row_ == chunk_->bars.columns().size()) {
            if (auto turned = turn(most_rows); !turned) return fail(turned);
        }
        const BarColumns& rows = memory ? *memory : chunk_->bars.columns();
        const std::size_t begin = row_;
        row_ = std::min(begin + most_rows, rows.size());
        return rows.rows(begin, row_);
    }

  private:
    /// Goes on to the next chunk, if there is one.
    Result<void> turn(std::size_t most_rows) {
        if (chunk_->last) return {};
        if (!chunk_->next) {
            const auto fresh = history_->next(std::max(most_rows, kLeastRead));
            if (!fresh) return fail(fresh);
            chunk_->last = fresh->size() == 0;
            if (chunk_->last) return {};
            chunk_->next = std::make_shared<Chunk>();
            chunk_->next->bars.fill({}, 0, *fresh);
        }
        chunk_ = chunk_->next;
        row_ = 0;
        return {};
    }

    BarHistory* history_;
    std::shared_ptr<Chunk> chunk_;
    std::size_t row_ = 0;
};

}  // namespace

std::vector<std::unique_ptr<BarHistory>> share(BarHistory& history, std::size_t readers) {
    const auto start = std::make_shared<Chunk>();
    std::vector<std::unique_ptr<BarHistory>> all;
    all.reserve(readers);
    for (std::size_t i = 0; i < readers; ++i) all.push_back(std::make_unique<Reader>(history, start));
    return all;
}

}  // namespace ct::data
