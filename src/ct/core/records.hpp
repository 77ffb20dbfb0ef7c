#pragma once

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace ct {

namespace detail {
/// Of all blocks: that of the largest number records hold, on every platform.
inline constexpr std::size_t kRecordAlignment = 16;

/// Memory of `new_size` bytes that begins with the old block's bytes; the old block is gone. A null block has size 0.
/// Throws std::bad_alloc.
void* grow_block(void* block, std::size_t old_size, std::size_t new_size);
void free_block(void* block, std::size_t size);
}  // namespace detail

/// A contiguous list of plain records that grows at its end, as a std::vector does, but in place where the system can:
/// a long list is remapped instead of copied, so its memory is touched once. Converts to std::span.
template <class T>
class Records {
    static_assert(std::is_trivially_copyable_v<T>, "records are moved as bytes");
    static_assert(alignof(T) <= detail::kRecordAlignment, "blocks are aligned to 16 bytes");

  public:
    using value_type = T;

    Records() = default;
    Records(std::initializer_list<T> records) {
        for (const T& record : records) push_back(record);
    }
    Records(const Records& other) { assign(other.begin(), other.end()); }
    Records(Records&& other) noexcept { swap(other); }
    Records& operator=(Records other) noexcept {
        swap(other);
        return *this;
    }
    ~Records() { detail::free_block(data_, capacity_ * sizeof(T)); }

    void push_back(const T& record) {
        if (size_ == capacity_) [[unlikely]]
            return push_back_growing(record);
        data_[size_++] = record;
    }
    void assign(const T* first, const T* last) {
        size_ = 0;
        grow(static_cast<std::size_t>(last - first));
        size_ = static_cast<std::size_t>(std::copy(first, last, data_) - data_);
    }
    void clear() { size_ = 0; }

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] bool empty() const { return size_ == 0; }
    [[nodiscard]] T* data() { return data_; }
    [[nodiscard]] const T* data() const { return data_; }
    [[nodiscard]] T* begin() { return data_; }
    [[nodiscard]] T* end() { return data_ + size_; }
    [[nodiscard]] const T* begin() const { return data_; }
    [[nodiscard]] const T* end() const { return data_ + size_; }
    [[nodiscard]] T& operator[](std::size_t index) {
        assert(index < size_);
        return data_[index];
    }
    [[nodiscard]] const T& operator[](std::size_t index) const {
        assert(index < size_);
        return data_[index];
    }
    [[nodiscard]] const T& front() const { return (*this)[0]; }
    [[nodiscard]] const T& back() const { return (*this)[size_ - 1]; }
    [[nodiscard]] T& back() { return (*this)[size_ - 1]; }

  private:
    void swap(Records& other) noexcept {
        std::swap(data_, other.data_);
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
    }
    void push_back_growing(T record) {  // by value: it may lie in this list
        grow(size_ + 1);
        data_[size_++] = record;
    }
    void grow(std::size_t least) {
        constexpr std::size_t kFirst = 64;
        if (least <= capacity_) return;
        const std::size_t room = std::max({least, 2 * capacity_, kFirst});
        data_ = static_cast<T*>(detail::grow_block(data_, capacity_ * sizeof(T), room * sizeof(T)));
        capacity_ = room;
    }

    T* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

}  // namespace ct
