#pragma once

#include <string_view>

namespace ct::report {

/// The page that web/report is built into, in two halves: a report's data stand between them, as the text of a JSON
/// block. Neither half asks for anything outside the file.
std::string_view page_before_data();
std::string_view page_after_data();

}  // namespace ct::report
