#include "ct/storage/csv_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "ct/core/result.hpp"
#include "ct/data/csv.hpp"
#include "ct/storage/text_source.hpp"

namespace ct::storage {

namespace {

class ReaderSink final : public TextSink {
  public:
    explicit ReaderSink(data::CsvReader& reader) : reader_(reader) {}

    Result<void> begin_file(const std::string& name) override { return reader_.begin_file(name); }
    Result<void> feed(std::string_view chunk) override { return reader_.feed(chunk); }
    Result<void> end_file() override { return reader_.end_file(); }

  private:
    data::CsvReader& reader_;
};

/// Guesses the number of rows from the first share of the bytes, with some room to spare: columns that grow by copying
/// cost more than the parsing.
class RowGuess {
  public:
    explicit RowGuess(data::CsvReader& reader) : reader_(reader) {}

    void update(std::uint64_t done, std::uint64_t total) {
        if (guessed_ || done < kGuessAfterBytes || done >= total || reader_.rows() == 0) return;
        guessed_ = true;
        const double rows =
            static_cast<double>(reader_.rows()) * static_cast<double>(total) / static_cast<double>(done);
        if (rows < kMostGuessed) reader_.reserve(static_cast<std::size_t>(rows * kRoom));
    }

  private:
    static constexpr std::uint64_t kGuessAfterBytes = 1024 * 1024;  ///< before that decoders read too far ahead
    static constexpr double kRoom = 1.1;
    static constexpr double kMostGuessed = 1e8;
    data::CsvReader& reader_;
    bool guessed_ = false;
};

}  // namespace

Result<data::CsvSeries> read_csv(const std::filesystem::path& path, const data::CsvOptions& options,
                                 const ReadProgress& progress) {
    data::CsvReader reader(options);
    ReaderSink sink(reader);
    RowGuess guess(reader);
    auto ignored = read_text(path, sink, [&](std::uint64_t done, std::uint64_t total) {
        guess.update(done, total);
        if (progress) progress(done, total);
    });
    if (!ignored) return fail(ignored);
    auto result = reader.finish();
    if (result) result->ignored = std::move(*ignored);
    return result;
}

}  // namespace ct::storage
