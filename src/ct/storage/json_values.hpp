#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ct/core/result.hpp"

namespace ct::storage {

/// A value inside of a JSON list or object.
struct JsonValue {
    std::string name;  ///< empty in a list
    std::string text;  ///< of a number as written, of text without its quotes; "null", "true", "[...]", "{...}"
};

/// The values of one JSON list or object; what is nested in them is checked but not kept. Keeps its memory from one to
/// the next.
class JsonValues {
  public:
    /// Errors: kInvalidData with what is wrong and at which byte, but not with the place of `json` itself.
    Result<void> parse(std::string_view json);

    [[nodiscard]] bool is_object() const { return is_object_; }
    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] const JsonValue& operator[](std::size_t at) const { return values_[at]; }

  private:
    friend class JsonValuesHandler;

    std::vector<JsonValue> values_;
    std::size_t size_ = 0;
    bool is_object_ = false;
};

}  // namespace ct::storage
