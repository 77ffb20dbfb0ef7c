#pragma once

#include <map>
#include <string>
#include <string_view>

#include "ct/core/hash.hpp"

namespace ct::storage {

/// Reads text values by key, as a footer or a flat JSON object has them, and keeps what is wrong with the first that is
/// missing or not what it must be. Borrows the values.
class TextValues {
  public:
    explicit TextValues(const std::map<std::string, std::string>& values) : values_(&values) {}

    [[nodiscard]] std::string text(const std::string& key);
    /// Instantiated for the integers and doubles that files hold.
    template <class Number>
    [[nodiscard]] Number number(const std::string& key);
    [[nodiscard]] Digest digest(const std::string& key);
    void expect(const std::string& key, std::string_view expected);

    [[nodiscard]] bool good() const { return wrong_.empty(); }
    /// "'rows' is missing", "'rows' is 'x', not a number".
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

  private:
    void note(std::string what);

    const std::map<std::string, std::string>* values_;
    std::string wrong_;
};

}  // namespace ct::storage
