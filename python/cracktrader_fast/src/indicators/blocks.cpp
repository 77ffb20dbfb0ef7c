#include "indicators/blocks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <iterator>
#include <mutex>
#include <new>

#include <sys/mman.h>

namespace ct::python {

namespace {

/// A large page. Blocks begin at one and are a multiple of it.
constexpr std::size_t kPage = std::size_t{2} << 20U;

}  // namespace

Blocks::Block Blocks::take(std::size_t bytes) {
    const std::size_t wanted = (bytes + kPage - 1) / kPage * kPage;
    {
        const std::scoped_lock lock(mutex_);
        // The last one given back is the likeliest to be in a cache.
        const auto fits = [&](const Block& block) {
            return block.bytes >= wanted && block.bytes <= wanted + wanted / 4;
        };
        if (const auto found = std::find_if(idle_.rbegin(), idle_.rend(), fits); found != idle_.rend()) {
            const Block block = *found;
            idle_.erase(std::next(found).base());
            idle_bytes_ -= block.bytes;
            return block;
        }
    }
    void* const data = std::aligned_alloc(kPage, wanted);
    if (data == nullptr) throw std::bad_alloc();
    madvise(data, wanted, MADV_HUGEPAGE);  // a wish: without large pages it is just slower
    return {data, wanted};
}

void Blocks::give_back(Block block) {
    {
        const std::scoped_lock lock(mutex_);
        idle_.push_back(block);
        idle_bytes_ += block.bytes;
    }
    trim(kMaxIdleBytes);
}

void Blocks::trim(std::size_t bytes) {
    const std::scoped_lock lock(mutex_);
    auto kept = idle_.begin();
    for (; kept != idle_.end() && idle_bytes_ > bytes; ++kept) {
        idle_bytes_ -= kept->bytes;
        std::free(kept->data);  // NOLINT(cppcoreguidelines-no-malloc)
    }
    idle_.erase(idle_.begin(), kept);
}

Blocks& blocks() {
    static auto* const kBlocks = new Blocks;
    return *kBlocks;
}

}  // namespace ct::python
