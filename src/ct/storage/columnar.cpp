#include "ct/storage/columnar.hpp"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include <dlfcn.h>
#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/storage/columnar/module.hpp"

namespace ct::storage {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLibrary = "libct_columnar.so";
/// Names the library's file where it is not beside the program.
constexpr const char* kOverride = "CRACKTRADER_COLUMNAR";

/// The program or module that this code is part of.
fs::path own_file() {
    Dl_info info{};
    std::error_code ignored;
    if (::dladdr(reinterpret_cast<const void*>(&own_file), &info) != 0 && info.dli_fname != nullptr) {
        fs::path file = fs::canonical(info.dli_fname, ignored);
        if (!ignored) return file;
    }
    return fs::canonical("/proc/self/exe", ignored);
}

/// Beside a Python module; in the site-packages of a program's prefix; in the lib folder of a build tree.
std::vector<fs::path> candidates() {
    const fs::path folder = own_file().parent_path();
    std::vector<fs::path> found = {folder / kLibrary};
    std::error_code ignored;
    for (const auto& python : fs::directory_iterator(folder.parent_path() / "lib", ignored)) {
        found.push_back(python.path() / "site-packages/cracktrader_fast" / kLibrary);
    }
    for (fs::path parent = folder; parent.has_relative_path(); parent = parent.parent_path()) {
        found.push_back(parent / "lib" / kLibrary);
    }
    return found;
}

tl::unexpected<Error> not_loaded(const std::string& why) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("Parquet files need {}: {}. It comes with the package; its own needs are installed by "
                            "`pip install \"pyarrow>=26,<27\"`",
                            kLibrary, why));
}

Result<const Columnar*> load() {
    std::string library;
    if (const char* named = std::getenv(kOverride)) {
        library = named;
    } else {
        std::error_code ignored;
        for (const fs::path& candidate : candidates()) {
            if (!fs::is_regular_file(candidate, ignored)) continue;
            library = candidate;
            break;
        }
        if (library.empty()) return not_loaded("it is not beside the program");
    }
    void* const handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) return not_loaded(::dlerror());
    auto* const factory = reinterpret_cast<ColumnarFactory>(::dlsym(handle, kColumnarFactory));
    if (factory == nullptr) return not_loaded(fmt::format("{} has no {}", library, kColumnarFactory));
    const Columnar* const made = factory(CT_VERSION);
    if (made == nullptr) return not_loaded(fmt::format("{} is of another version than {}", library, CT_VERSION));
    return made;
}

}  // namespace

Result<const Columnar*> columnar() {
    static const Result<const Columnar*> kLoaded = load();
    return kLoaded;
}

}  // namespace ct::storage
