#include "ct/storage/columnar/bar_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arrow/io/file.h>
#include <arrow/io/memory.h>
#include <arrow/memory_pool.h>
#include <arrow/util/key_value_metadata.h>
#include <fmt/format.h>
#include <parquet/column_reader.h>
#include <parquet/column_writer.h>
#include <parquet/file_reader.h>
#include <parquet/file_writer.h>
#include <parquet/metadata.h>
#include <parquet/properties.h>
#include <parquet/schema.h>
#include <parquet/types.h>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/columnar/arrow_error.hpp"

namespace ct::storage {

namespace {

constexpr std::int64_t kGroupRows = 65'536;
constexpr std::int64_t kPageBytes = 64 * 1024;
constexpr std::int64_t kReadBytes = 64 * 1024;

constexpr std::string_view kTime = "time";
constexpr std::string_view kTradeCount = "trade_count";
/// The columns that every file of bars has, and those it may have behind them.
constexpr std::array<std::string_view, 6> kColumns = {kTime, "open", "high", "low", "close", "volume"};
constexpr std::array<std::string_view, 4> kExtraColumns = {"quote_volume", kTradeCount, "taker_buy_volume",
                                                           "taker_buy_quote_volume"};

bool is_integer(std::string_view column) { return column == kTime || column == kTradeCount; }

/// Where a column's values go; one of the two, by its type.
struct Place {
    std::int64_t* integers = nullptr;
    double* numbers = nullptr;
};

Place place_of(std::string_view column, const BarBuffers& buffers) {
    if (column == kTime) return {.integers = buffers.time_ns};
    if (column == "open") return {.numbers = buffers.open};
    if (column == "high") return {.numbers = buffers.high};
    if (column == "low") return {.numbers = buffers.low};
    if (column == "close") return {.numbers = buffers.close};
    if (column == "volume") return {.numbers = buffers.volume};
    if (column == "quote_volume") return {.numbers = buffers.quote_volume};
    if (column == kTradeCount) return {.integers = buffers.trade_count};
    if (column == "taker_buy_volume") return {.numbers = buffers.taker_buy_volume};
    return {.numbers = buffers.taker_buy_quote_volume};
}

/// Fills `rows` values from a column; a column reader may give fewer at a time.
template <class Reader, class Value>
void read_values(parquet::ColumnReader& column, Value* values, std::size_t rows) {
    auto& reader = static_cast<Reader&>(column);
    while (rows > 0) {
        std::int64_t read = 0;
        reader.ReadBatch(static_cast<std::int64_t>(rows), nullptr, nullptr, values, &read);
        if (read <= 0) throw parquet::ParquetException("a column has fewer rows than the footer says");
        values += read;
        rows -= static_cast<std::size_t>(read);
    }
}

class ParquetBars : public BarFileReader {
  public:
    ParquetBars(std::unique_ptr<parquet::ParquetFileReader> file, std::string name)
        : file_(std::move(file)), name_(std::move(name)) {
        const auto metadata = file_->metadata();
        rows_ = static_cast<std::uint64_t>(metadata->num_rows());
        for (int i = 0; i < metadata->num_columns(); ++i) columns_.push_back(metadata->schema()->Column(i)->name());
        if (const auto pairs = metadata->key_value_metadata()) {
            for (std::int64_t i = 0; i < pairs->size(); ++i) footer_.emplace(pairs->key(i), pairs->value(i));
        }
        readers_.resize(columns_.size());
    }

    [[nodiscard]] const FooterText& footer() const override { return footer_; }
    [[nodiscard]] std::uint64_t rows() const override { return rows_; }
    [[nodiscard]] bool has(std::string_view column) const override {
        return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
    }

    Result<std::size_t> read(const BarBuffers& buffers, std::size_t most_rows) override {
        return guarded(name_, [&]() -> Result<std::size_t> {
            while (left_in_group_ == 0) {
                if (next_group_ == file_->metadata()->num_row_groups()) return 0;
                open_group(buffers);
            }
            const std::size_t rows = std::min(most_rows, left_in_group_);
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                const Place place = place_of(columns_[i], buffers);
                if (place.integers != nullptr) {
                    read_values<parquet::Int64Reader>(*readers_[i], place.integers, rows);
                }
                if (place.numbers != nullptr) read_values<parquet::DoubleReader>(*readers_[i], place.numbers, rows);
            }
            left_in_group_ -= rows;
            return rows;
        });
    }

  private:
    void open_group(const BarBuffers& buffers) {
        group_ = file_->RowGroup(next_group_++);
        left_in_group_ = static_cast<std::size_t>(group_->metadata()->num_rows());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const Place place = place_of(columns_[i], buffers);
            const bool wanted = place.integers != nullptr || place.numbers != nullptr;
            readers_[i] = wanted ? group_->Column(static_cast<int>(i)) : nullptr;
        }
    }

    std::unique_ptr<parquet::ParquetFileReader> file_;
    std::string name_;
    FooterText footer_;
    std::vector<std::string> columns_;
    std::uint64_t rows_ = 0;
    int next_group_ = 0;
    std::size_t left_in_group_ = 0;
    std::shared_ptr<parquet::RowGroupReader> group_;
    std::vector<std::shared_ptr<parquet::ColumnReader>> readers_;  ///< of the group, null for what is not wanted
};

/// Errors: kInvalidData when the columns are not those of bars, each required and of its type.
Result<void> check_schema(const parquet::FileMetaData& metadata, const std::string& name) {
    const parquet::SchemaDescriptor& schema = *metadata.schema();
    const auto wrong = [&](const std::string& what) {
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{} is no file of bars: {}; expected the columns {}, none of which may be null", name,
                                what, fmt::join(kColumns, ", ")));
    };
    if (schema.num_columns() < static_cast<int>(kColumns.size())) {
        return wrong(fmt::format("it has {} columns", schema.num_columns()));
    }
    for (int i = 0; i < schema.num_columns(); ++i) {
        const parquet::ColumnDescriptor& column = *schema.Column(i);
        const auto at = static_cast<std::size_t>(i);
        const bool known = at < kColumns.size() ? column.name() == kColumns[at]
                                                : std::find(kExtraColumns.begin(), kExtraColumns.end(),
                                                            column.name()) != kExtraColumns.end();
        if (!known) return wrong(fmt::format("column {} is called '{}'", i + 1, column.name()));
        const auto type = is_integer(column.name()) ? parquet::Type::INT64 : parquet::Type::DOUBLE;
        if (column.physical_type() != type || column.max_definition_level() != 0) {
            return wrong(fmt::format("column '{}' is {}{}", column.name(),
                                     column.max_definition_level() != 0 ? "optional " : "",
                                     parquet::TypeToString(column.physical_type())));
        }
    }
    return {};
}

using parquet::schema::GroupNode;
using parquet::schema::NodePtr;
using parquet::schema::PrimitiveNode;

std::shared_ptr<GroupNode> schema_of(std::span<const std::string_view> columns) {
    parquet::schema::NodeVector nodes;
    for (const std::string_view column : columns) {
        const std::string name(column);
        if (column == kTime) {
            const auto type = parquet::LogicalType::Timestamp(true, parquet::LogicalType::TimeUnit::NANOS);
            nodes.push_back(PrimitiveNode::Make(name, parquet::Repetition::REQUIRED, type, parquet::Type::INT64));
        } else {
            const auto type = is_integer(column) ? parquet::Type::INT64 : parquet::Type::DOUBLE;
            nodes.push_back(PrimitiveNode::Make(name, parquet::Repetition::REQUIRED, type));
        }
    }
    return std::static_pointer_cast<GroupNode>(GroupNode::Make("bars", parquet::Repetition::REQUIRED, nodes));
}

std::shared_ptr<parquet::WriterProperties> properties_of(std::span<const std::string_view> columns,
                                                         Compression compression) {
    parquet::WriterProperties::Builder builder;
    builder.memory_pool(arrow::system_memory_pool());
    builder.disable_dictionary();
    builder.compression(compression == Compression::kLz4 ? parquet::Compression::LZ4 : parquet::Compression::ZSTD);
    builder.enable_page_checksum();
    builder.data_pagesize(kPageBytes);
    builder.max_row_group_length(kGroupRows);
    builder.created_by("CrackTrader " CT_VERSION);
    for (const std::string_view column : columns) {
        builder.encoding(std::string(column), is_integer(column) ? parquet::Encoding::DELTA_BINARY_PACKED
                                                                 : parquet::Encoding::BYTE_STREAM_SPLIT);
    }
    return builder.build();
}

/// The columns of a series in the order of the file.
std::vector<std::pair<std::string_view, Place>> columns_of(const data::BarSeries& bars) {
    // The writer only reads.
    const auto numbers = [](const std::vector<double>& column) {
        return Place{.numbers = const_cast<double*>(column.data())};
    };
    const auto integers = [](const std::vector<std::int64_t>& column) {
        return Place{.integers = const_cast<std::int64_t*>(column.data())};
    };
    std::vector<std::pair<std::string_view, Place>> columns = {
        {kTime, integers(bars.time_ns)}, {"open", numbers(bars.open)},   {"high", numbers(bars.high)},
        {"low", numbers(bars.low)},      {"close", numbers(bars.close)}, {"volume", numbers(bars.volume)}};
    const data::KlineExtras& extras = bars.extras;
    if (!extras.quote_volume.empty()) columns.emplace_back("quote_volume", numbers(extras.quote_volume));
    if (!extras.trade_count.empty()) columns.emplace_back(kTradeCount, integers(extras.trade_count));
    if (!extras.taker_buy_volume.empty()) columns.emplace_back("taker_buy_volume", numbers(extras.taker_buy_volume));
    if (!extras.taker_buy_quote_volume.empty()) {
        columns.emplace_back("taker_buy_quote_volume", numbers(extras.taker_buy_quote_volume));
    }
    return columns;
}

std::string write_file(const data::BarSeries& bars, const FooterText& footer, Compression compression) {
    const auto columns = columns_of(bars);
    std::vector<std::string_view> names;
    names.reserve(columns.size());
    for (const auto& [name, place] : columns) names.push_back(name);
    std::vector<std::string> keys;
    std::vector<std::string> values;
    for (const auto& [key, value] : footer) {
        keys.push_back(key);
        values.push_back(value);
    }
    PARQUET_ASSIGN_OR_THROW(const auto sink, arrow::io::BufferOutputStream::Create());
    const auto file = parquet::ParquetFileWriter::Open(sink, schema_of(names), properties_of(names, compression),
                                                       arrow::key_value_metadata(keys, values));
    const auto rows = static_cast<std::int64_t>(bars.size());
    for (std::int64_t begin = 0; begin < rows; begin += kGroupRows) {
        const std::int64_t count = std::min(kGroupRows, rows - begin);
        parquet::RowGroupWriter* const group = file->AppendRowGroup();
        for (const auto& [name, place] : columns) {
            parquet::ColumnWriter* const column = group->NextColumn();
            if (place.integers != nullptr) {
                static_cast<parquet::Int64Writer*>(column)->WriteBatch(count, nullptr, nullptr, place.integers + begin);
            } else {
                static_cast<parquet::DoubleWriter*>(column)->WriteBatch(count, nullptr, nullptr, place.numbers + begin);
            }
        }
    }
    file->Close();
    PARQUET_ASSIGN_OR_THROW(const auto bytes, sink->Finish());
    return bytes->ToString();
}

}  // namespace

Result<std::unique_ptr<BarFileReader>> open_bar_file(int descriptor, const std::string& name) {
    auto opened = arrow::io::ReadableFile::Open(descriptor, arrow::system_memory_pool());
    if (!opened.ok()) return arrow_error(name, opened.status());
    return guarded(name, [&]() -> Result<std::unique_ptr<BarFileReader>> {
        parquet::ReaderProperties properties(arrow::system_memory_pool());
        properties.enable_buffered_stream();
        properties.set_buffer_size(kReadBytes);
        properties.set_page_checksum_verification(true);
        auto file = parquet::ParquetFileReader::Open(*std::move(opened), properties);
        if (auto checked = check_schema(*file->metadata(), name); !checked) return fail(checked);
        return std::make_unique<ParquetBars>(std::move(file), name);
    });
}

Result<std::string> bar_file_bytes(const data::BarSeries& bars, const FooterText& footer, Compression compression) {
    try {
        return write_file(bars, footer, compression);
    } catch (const std::exception& error) {
        return fail(ErrorCode::kInternal, fmt::format("bars could not be encoded as Parquet: {}", error.what()));
    }
}

}  // namespace ct::storage
