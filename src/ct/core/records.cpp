#include "ct/core/records.hpp"

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace ct::detail {

namespace {

#ifdef __linux__

/// From here on a block is pages of its own: it grows by moving page tables, and large pages fill it with few faults.
constexpr std::size_t kMapped = std::size_t{1} << 20;

// The system's flags are plain ints.
constexpr int kReadWrite = PROT_READ | PROT_WRITE;     // NOLINT(bugprone-signed-bitwise)
constexpr int kPrivate = MAP_PRIVATE | MAP_ANONYMOUS;  // NOLINT(bugprone-signed-bitwise)

bool is_mapped(std::size_t size) { return size >= kMapped; }

void* map_block(void* block, std::size_t old_size, std::size_t new_size) {
    void* const mapped = is_mapped(old_size) ? ::mremap(block, old_size, new_size, MREMAP_MAYMOVE)
                                             : ::mmap(nullptr, new_size, kReadWrite, kPrivate, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    ::madvise(mapped, new_size, MADV_HUGEPAGE);  // a wish: nothing is lost where the system has none
    if (!is_mapped(old_size) && old_size != 0) {
        std::memcpy(mapped, block, old_size);
        std::free(block);
    }
    return mapped;
}

#endif

}  // namespace

void* grow_block(void* block, std::size_t old_size, std::size_t new_size) {
#ifdef __linux__
    if (is_mapped(new_size)) return map_block(block, old_size, new_size);
#endif
    void* const grown = std::realloc(block, new_size);
    if (grown == nullptr) throw std::bad_alloc();
    return grown;
}

void free_block(void* block, std::size_t size) {
#ifdef __linux__
    if (is_mapped(size)) {
        ::munmap(block, size);
        return;
    }
#endif
    static_cast<void>(size);
    std::free(block);
}

}  // namespace ct::detail
