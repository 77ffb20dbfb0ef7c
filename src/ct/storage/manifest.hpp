#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "ct/core/result.hpp"
#include "ct/storage/month_file.hpp"
#include "ct/storage/series_key.hpp"

namespace ct::storage {

inline constexpr const char* kManifestName = "manifest.json";

/// A month as the manifest knows it. Size and time of change tell whether that is still true.
struct ManifestMonth {
    MonthFacts facts;
    std::uint64_t bytes = 0;
    std::int64_t changed_ns = 0;  ///< the file's time of last change

    friend bool operator==(const ManifestMonth&, const ManifestMonth&) = default;
};

/// The index of a series' folder. The months' files are the truth: it can be lost or wrong and is made anew from them.
struct Manifest {
    std::vector<ManifestMonth> months;  ///< ascending

    [[nodiscard]] std::string json(const SeriesKey& key) const;
    /// Errors: kInvalidData when it is no manifest of this schema or of another series.
    static Result<Manifest> parse(const std::string& json, const SeriesKey& key);
};

/// What is in a series' folder: the manifest's months where they are still true, the others by their footers.
struct FolderIndex {
    Manifest manifest;
    std::vector<Error> damaged;        ///< months that cannot be read
    std::vector<std::string> unknown;  ///< names of files that are not of the cache
    bool manifest_was_right = true;    ///< it was there and told all this
};

/// Errors: kReadFailed, kNotFound when the folder is not there.
Result<FolderIndex> index_folder(const std::filesystem::path& folder, const SeriesKey& key);

}  // namespace ct::storage
