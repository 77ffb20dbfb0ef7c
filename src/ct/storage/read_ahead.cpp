#include "ct/storage/read_ahead.hpp"

#include <algorithm>
#include <array>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/data/bar_history.hpp"
#include "ct/data/bar_window.hpp"

namespace ct::storage {

/// A ring of batches: the reader fills the one at `filled`, the taker holds the one at `taken`. Both count on for ever;
/// the places are their remainders.
struct ReadAhead::Shared {
    explicit Shared(std::unique_ptr<data::BarHistory> read) : history(std::move(read)) {}

    std::unique_ptr<data::BarHistory> history;  ///< the reader's alone once it runs, but for facts()
    std::array<data::BarWindow, kMostBatches> batches;
    std::mutex mutex;
    std::condition_variable changed;
    std::size_t filled = 0;
    std::size_t taken = 0;
    std::optional<Result<void>> ended;  ///< the end or an error, behind the last batch
    bool stop = false;

    bool holds_batch = false;  ///< the taker's alone, like what follows
    std::size_t row = 0;       ///< next row of the batch that is held
    std::thread reader;

    void read() {
        for (;;) {
            {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return stop || filled - taken < kMostBatches; });
                if (stop) return;
            }
            const auto bars = history->next(kBatchRows);
            const bool more = bars && bars->size() != 0;
            if (more) batches[filled % kMostBatches].fill({}, 0, *bars);
            const std::scoped_lock lock(mutex);
            if (more) {
                ++filled;
            } else {
                ended = bars ? Result<void>() : Result<void>(fail(bars));
            }
            changed.notify_all();
            if (!more) return;
        }
    }
};

ReadAhead::ReadAhead(std::unique_ptr<data::BarHistory> history)
    : shared_(std::make_unique<Shared>(std::move(history))) {}

ReadAhead::~ReadAhead() {
    {
        const std::scoped_lock lock(shared_->mutex);
        shared_->stop = true;
    }
    shared_->changed.notify_all();
    if (shared_->reader.joinable()) shared_->reader.join();
}

const data::BarFacts& ReadAhead::facts() const { return shared_->history->facts(); }

Result<BarColumns> ReadAhead::next(std::size_t most_rows) {
    Shared& shared = *shared_;
    if (!shared.reader.joinable()) shared.reader = std::thread([&shared] { shared.read(); });
    const auto batch = [&]() -> const BarColumns& { return shared.batches[shared.taken % kMostBatches].columns(); };
    if (!shared.holds_batch || shared.row == batch().size()) {
        std::unique_lock lock(shared.mutex);
        if (shared.holds_batch) ++shared.taken;
        shared.holds_batch = false;
        shared.changed.notify_all();
        shared.changed.wait(lock, [&] { return shared.filled > shared.taken || shared.ended; });
        if (shared.filled == shared.taken) {
            if (!*shared.ended) return fail(*shared.ended);
            return BarColumns{};
        }
        shared.holds_batch = true;
        shared.row = 0;
    }
    const std::size_t begin = shared.row;
    shared.row += std::min(most_rows, batch().size() - begin);
    return batch().rows(begin, shared.row);
}

}  // namespace ct::storage
