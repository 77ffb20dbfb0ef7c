#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace ct {

/// Where a text stands in a file, so that messages can point at a part of it there.
struct FileText {
    std::string file;                          ///< its name
    std::string name;                          ///< of the text: "strategy.entry"
    std::shared_ptr<const std::string> whole;  ///< all that is in the file
    std::size_t begin = 0;                     ///< where in that the text begins
    std::size_t exact = 0;                     ///< so many bytes of it stand there as they are, before any escape
};

}  // namespace ct
