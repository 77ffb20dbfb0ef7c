#pragma once

#include <string>

namespace ct::config {

/// What an example names, as paths from where it will lie.
struct ExampleFiles {
    std::string csv;
    std::string schema;
};

/// A run file in TOML with every setting and what it means: a few are set, the others stand in comments.
std::string run_example(const ExampleFiles& files);

}  // namespace ct::config
