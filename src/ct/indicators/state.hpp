#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <type_traits>
#include <utility>
#include <vector>

namespace ct::indicators {

/// Copies what a kernel's state() hands to it into bytes.
class StateWriter {
  public:
    template <class... Parts>
    void operator()(Parts&... parts) {
        (add(parts), ...);
    }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

  private:
    template <class Part>
    void add(Part& part) {
        if constexpr (std::is_arithmetic_v<Part> || std::is_enum_v<Part>) {
            const auto* const first = reinterpret_cast<const std::byte*>(&part);
            bytes_.insert(bytes_.end(), first, first + sizeof part);
        } else {
            part.state(*this);
        }
    }
    template <class Part, std::size_t Count>
    void add(std::array<Part, Count>& parts) {
        for (Part& part : parts) add(part);
    }
    template <class Part>
    void add(std::vector<Part>& parts) {
        for (Part& part : parts) add(part);
    }

    std::vector<std::byte> bytes_;
};

/// The reverse. Vectors keep their size: the kernel was made with the same parameters.
class StateReader {
  public:
    explicit StateReader(const std::vector<std::byte>& bytes) : bytes_(bytes) {}

    template <class... Parts>
    void operator()(Parts&... parts) {
        (take(parts), ...);
    }
    /// All bytes were taken, and not more.
    [[nodiscard]] bool complete() const { return !short_ && at_ == bytes_.size(); }

  private:
    template <class Part>
    void take(Part& part) {
        if constexpr (std::is_arithmetic_v<Part> || std::is_enum_v<Part>) {
            if (bytes_.size() - at_ < sizeof part) {
                short_ = true;
                return;
            }
            std::memcpy(&part, bytes_.data() + at_, sizeof part);
            at_ += sizeof part;
        } else {
            part.state(*this);
        }
    }
    template <class Part, std::size_t Count>
    void take(std::array<Part, Count>& parts) {
        for (Part& part : parts) take(part);
    }
    template <class Part>
    void take(std::vector<Part>& parts) {
        for (Part& part : parts) take(part);
    }

    const std::vector<std::byte>& bytes_;
    std::size_t at_ = 0;
    bool short_ = false;
};

}  // namespace ct::indicators
