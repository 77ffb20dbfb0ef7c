#include "ct/core/records.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace ct::detail {

namespace {

#ifdef __linux__

/// The size of a large page. From here on a block is pages of its own: it grows by moving page tables, and large pages
/// fill it with few faults, which takes that it begins at a multiple of their size.
constexpr std::size_t kLargePage = std::size_t{1} << 21U;

// The system's flags are plain ints.
constexpr int kReadWrite = PROT_READ | PROT_WRITE;     // NOLINT(bugprone-signed-bitwise)
constexpr int kPrivate = MAP_PRIVATE | MAP_ANONYMOUS;  // NOLINT(bugprone-signed-bitwise)
constexpr int kMove = MREMAP_MAYMOVE | MREMAP_FIXED;   // NOLINT(bugprone-signed-bitwise)

bool is_mapped(std::size_t size) { return size >= kLargePage; }

std::size_t whole_pages(std::size_t size) { return (size + kLargePage - 1) / kLargePage * kLargePage; }

/// Fresh memory of `size` bytes, whole large pages, that begins at a multiple of their size.
void* map_aligned(std::size_t size) {
    void* const mapped = ::mmap(nullptr, size + kLargePage, kReadWrite, kPrivate, -1, 0);
    if (mapped == MAP_FAILED) throw std::bad_alloc();
    auto* const begin = static_cast<std::byte*>(mapped);
    const std::size_t before = (kLargePage - reinterpret_cast<std::uintptr_t>(begin) % kLargePage) % kLargePage;
    if (before != 0) ::munmap(begin, before);
    ::munmap(begin + before + size, kLargePage - before);
    return begin + before;
}

void* map_block(void* block, std::size_t old_size, std::size_t new_size) {
    new_size = whole_pages(new_size);
    void* const mapped = map_aligned(new_size);
    if (is_mapped(old_size)) {
        if (::mremap(block, whole_pages(old_size), new_size, kMove, mapped) == MAP_FAILED) throw std::bad_alloc();
    } else if (old_size != 0) {
        std::memcpy(mapped, block, old_size);
        std::free(block);
    }
    ::madvise(mapped, new_size, MADV_HUGEPAGE);  // a wish: nothing is lost where the system has none
    return mapped;
}

#endif

std::size_t whole_units(std::size_t size) {
    return (size + kRecordAlignment - 1) / kRecordAlignment * kRecordAlignment;
}

}  // namespace

void* grow_block(void* block, std::size_t old_size, std::size_t new_size) {
#ifdef __linux__
    if (is_mapped(new_size)) return map_block(block, old_size, new_size);
#endif
    void* const grown = std::aligned_alloc(kRecordAlignment, whole_units(new_size));
    if (grown == nullptr) throw std::bad_alloc();
    if (old_size != 0) std::memcpy(grown, block, old_size);
    std::free(block);
    return grown;
}

void free_block(void* block, std::size_t size) {
#ifdef __linux__
    if (is_mapped(size)) {
        ::munmap(block, whole_pages(size));
        return;
    }
#endif
    static_cast<void>(size);
    std::free(block);
}

}  // namespace ct::detail
