#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

namespace ct::python {

/// Large blocks of memory that are used again: a fresh one costs a page fault for each of its pages, which takes longer
/// than to compute an average of it.
class Blocks {
  public:
    /// At most this much is kept for the next call.
    static constexpr std::size_t kMaxIdleBytes = std::size_t{512} << 20U;

    struct Block {
        void* data = nullptr;
        std::size_t bytes = 0;
    };

    Blocks() = default;
    Blocks(const Blocks&) = delete;
    Blocks& operator=(const Blocks&) = delete;
    ~Blocks() { trim(0); }

    /// A block of at least so many bytes, whatever they hold. Throws std::bad_alloc.
    Block take(std::size_t bytes);
    void give_back(Block block);
    /// Gives the oldest idle blocks back to the system until no more than this is kept.
    void trim(std::size_t bytes);

  private:
    std::mutex mutex_;
    std::vector<Block> idle_;  ///< the oldest first
    std::size_t idle_bytes_ = 0;
};

/// Those of the process, never destroyed: arrays may outlive the module.
Blocks& blocks();

}  // namespace ct::python
