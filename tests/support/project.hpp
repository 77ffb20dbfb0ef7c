#pragma once

#include <filesystem>

/// The build says where the project is; this is for tools that look at a header alone.
#ifndef CT_PROJECT_DIR
#define CT_PROJECT_DIR "."
#endif

namespace ct::test {

/// The project's top folder.
inline std::filesystem::path project_folder() { return CT_PROJECT_DIR; }

}  // namespace ct::test
