#pragma once

#include <filesystem>
#include <fstream>
#include <ios>
#include <random>
#include <string>
#include <string_view>
#include <system_error>

namespace ct::test {

/// A folder of its own, gone with the object.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::random_device device;
        do {
            path_ = std::filesystem::temp_directory_path() / ("ct_test_" + std::to_string(device()));
        } while (!std::filesystem::create_directory(path_));
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// The path of a name in the folder.
    [[nodiscard]] std::filesystem::path operator/(std::string_view name) const { return path_ / name; }
    /// Writes a file and gives its path.
    [[nodiscard]] std::filesystem::path file(std::string_view name, std::string_view bytes) const {
        auto path = path_ / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

  private:
    std::filesystem::path path_;
};

}  // namespace ct::test
