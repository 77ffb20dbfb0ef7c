#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ct/core/result.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

/// Unpacks one gzip file (one member or several, zero padding allowed at the end) into a sink's current file.
class GzipText {
  public:
    /// Requires: the sink outlives this.
    GzipText(std::string name, TextSink& sink);
    GzipText(const GzipText&) = delete;
    GzipText& operator=(const GzipText&) = delete;
    ~GzipText();

    /// Takes compressed bytes in chunks of any size. Errors: kInvalidData when they are damaged, and the sink's.
    Result<void> feed(std::string_view bytes);
    /// Errors: kInvalidData when the last member is not complete.
    [[nodiscard]] Result<void> end() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ct::storage
