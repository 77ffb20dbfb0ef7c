#include "ct/storage/columnar/foreign_bars.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arrow/io/file.h>
#include <arrow/io/interfaces.h>
#include <arrow/ipc/reader.h>
#include <arrow/memory_pool.h>
#include <arrow/record_batch.h>
#include <arrow/result.h>
#include <arrow/status.h>
#include <arrow/type.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <parquet/arrow/reader.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>
#include <parquet/properties.h>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/data/csv_fields.hpp"
#include "ct/data/csv_format.hpp"
#include "ct/data/csv_header.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/columnar/arrow_error.hpp"
#include "ct/storage/columnar/foreign_column.hpp"

namespace ct::storage {

namespace {

using data::CsvColumn;

constexpr std::int64_t kBatchRows = 65'536;
/// More rows than this do not fit into memory as bars.
constexpr std::uint64_t kMostRows = 1'000'000'000;

/// A file of any of the formats, opened.
struct Table {
    std::string format;
    std::shared_ptr<arrow::RecordBatchReader> batches;
    std::unique_ptr<parquet::arrow::FileReader> parquet;  ///< what `batches` reads from
    std::uint64_t rows = 0;                               ///< 0 where the file does not say
};

/// The batches of an Arrow file one after the other.
class ArrowFileBatches : public arrow::RecordBatchReader {
  public:
    explicit ArrowFileBatches(std::shared_ptr<arrow::ipc::RecordBatchFileReader> file) : file_(std::move(file)) {}

    [[nodiscard]] std::shared_ptr<arrow::Schema> schema() const override { return file_->schema(); }
    arrow::Status ReadNext(std::shared_ptr<arrow::RecordBatch>* batch) override {
        *batch = nullptr;
        if (next_ == file_->num_record_batches()) return arrow::Status::OK();
        return file_->ReadRecordBatch(next_++).Value(batch);
    }

  private:
    std::shared_ptr<arrow::ipc::RecordBatchFileReader> file_;
    int next_ = 0;
};

arrow::Result<Table> open_parquet(const std::shared_ptr<arrow::io::RandomAccessFile>& file) {
    parquet::ReaderProperties properties(arrow::system_memory_pool());
    properties.enable_buffered_stream();
    properties.set_page_checksum_verification(true);
    parquet::arrow::FileReaderBuilder builder;
    ARROW_RETURN_NOT_OK(builder.Open(file, properties));
    parquet::ArrowReaderProperties arrow_properties(false);
    arrow_properties.set_batch_size(kBatchRows);
    arrow_properties.set_pre_buffer(false);
    Table table;
    ARROW_ASSIGN_OR_RAISE(table.parquet, builder.properties(arrow_properties)->Build());
    const auto metadata = table.parquet->parquet_reader()->metadata();
    table.format = fmt::format("Parquet by {}", data::printable(metadata->created_by()));
    table.rows = static_cast<std::uint64_t>(std::max<std::int64_t>(metadata->num_rows(), 0));
    ARROW_ASSIGN_OR_RAISE(table.batches, table.parquet->GetRecordBatchReader());
    return table;
}

arrow::Result<Table> open_arrow_file(const std::shared_ptr<arrow::io::RandomAccessFile>& file) {
    ARROW_ASSIGN_OR_RAISE(auto reader, arrow::ipc::RecordBatchFileReader::Open(file));
    Table table{.format = "Arrow file (Feather)"};
    table.batches = std::make_shared<ArrowFileBatches>(std::move(reader));
    return table;
}

arrow::Result<Table> open_arrow_stream(const std::shared_ptr<arrow::io::RandomAccessFile>& file) {
    Table table{.format = "Arrow stream"};
    ARROW_ASSIGN_OR_RAISE(table.batches, arrow::ipc::RecordBatchStreamReader::Open(file.get()));
    return table;
}

/// The columns of a schema. pandas stores an index without a name as "__index_level_0__" or "index".
Result<data::CsvHeaderMatch> match_columns(const arrow::Schema& schema, const std::string& name) {
    data::CsvFields names;
    names.count = static_cast<std::size_t>(schema.num_fields());
    if (names.count > data::kMaxCsvColumns) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: {} columns, expected candles", name, names.count));
    }
    for (std::size_t i = 0; i < names.count; ++i) names.fields[i] = schema.field(static_cast<int>(i))->name();
    data::CsvHeaderMatch match = data::match_csv_header(names);
    const bool no_time =
        std::ranges::find(match.missing, data::csv_column_name(CsvColumn::kTime)) != match.missing.end();
    for (std::size_t i = 0; i < names.count && no_time; ++i) {
        const std::string_view field = names[i];
        if (field != "index" && !field.starts_with("__index_level_")) continue;
        names.fields[i] = "time";
        match = data::match_csv_header(names);
        break;
    }
    if (!match.ambiguous.empty()) {
        return fail(ErrorCode::kInvalidData, fmt::format("{}: the columns {}, expected one", name, match.ambiguous));
    }
    if (!match.missing.empty()) {
        std::vector<std::string> there;
        for (const auto& field : schema.field_names()) there.push_back(data::printable(field));
        return fail(ErrorCode::kInvalidData,
                    fmt::format("{}: no column for {} among {}; expected names such as time, open, high, low, close, "
                                "volume",
                                name, fmt::join(match.missing, ", "), fmt::join(there, ", ")));
    }
    return match;
}

/// One call of read_foreign_bars.
class Reading {
  public:
    Reading(Table table, const data::CsvHeaderMatch& match, const std::string& name, bool keep_extras)
        : table_(std::move(table)), name_(name) {
        for (std::size_t i = 0; i < match.columns.size(); ++i) {
            const CsvColumn column = match.columns[i];
            if (column == CsvColumn::kIgnored || (column > CsvColumn::kVolume && !keep_extras)) continue;
            const std::string& field = table_.batches->schema()->field(static_cast<int>(i))->name();
            columns_.push_back({static_cast<int>(i), column, ForeignColumn(name, field)});
        }
    }

    Result<ForeignBars> read() {
        for (;;) {
            std::shared_ptr<arrow::RecordBatch> batch;
            if (const auto status = table_.batches->ReadNext(&batch); !status.ok()) return arrow_error(name_, status);
            if (!batch) break;
            if (const auto status = batch->ValidateFull(); !status.ok()) return arrow_error(name_, status);
            if (bars_.size() + static_cast<std::uint64_t>(batch->num_rows()) > kMostRows) {
                return fail(ErrorCode::kUnsupported, fmt::format("{}: more than {} rows", name_, kMostRows));
            }
            for (auto& column : columns_) {
                if (auto added = add(column, batch->column(column.position)); !added) return fail(added);
            }
        }
        if (bars_.size() == 0) {
            return fail(ErrorCode::kInvalidData, fmt::format("{}: no rows, expected candles", name_));
        }
        return ForeignBars{.bars = std::move(bars_), .format = text()};
    }

  private:
    struct Column {
        int position;
        CsvColumn column;
        ForeignColumn reader;
    };

    Result<void> add(Column& column, const std::shared_ptr<arrow::Array>& piece) {
        if (column.column == CsvColumn::kTime) return column.reader.append_times(piece, bars_.time_ns);
        if (column.column == CsvColumn::kTradeCount) {
            return column.reader.append_counts(piece, bars_.extras.trade_count);
        }
        return column.reader.append_numbers(piece, numbers_of(column.column));
    }

    std::vector<double>& numbers_of(CsvColumn column) {
        switch (column) {
            case CsvColumn::kOpen:
                return bars_.open;
            case CsvColumn::kHigh:
                return bars_.high;
            case CsvColumn::kLow:
                return bars_.low;
            case CsvColumn::kClose:
                return bars_.close;
            case CsvColumn::kQuoteVolume:
                return bars_.extras.quote_volume;
            case CsvColumn::kTakerBuyVolume:
                return bars_.extras.taker_buy_volume;
            case CsvColumn::kTakerBuyQuoteVolume:
                return bars_.extras.taker_buy_quote_volume;
            default:
                return bars_.volume;
        }
    }

    /// "Parquet by parquet-cpp-arrow, 5 columns (time 'date' as timestamp[ns, tz=UTC], volume 'volume')"
    [[nodiscard]] std::string text() const {
        const auto& schema = *table_.batches->schema();
        std::string time;
        std::string volume;
        for (const auto& column : columns_) {
            const auto& field = *schema.field(column.position);
            if (column.column == CsvColumn::kVolume) volume = data::printable(field.name());
            if (column.column != CsvColumn::kTime) continue;
            const auto unit = column.reader.time_unit();
            time = fmt::format("'{}' {} {}", data::printable(field.name()),
                               unit && *unit != data::TimeUnit::kIso ? "in" : "as",
                               unit ? data::time_unit_name(*unit) : field.type()->ToString());
        }
        return fmt::format("{}, {} columns (time {}, volume '{}')", table_.format, schema.num_fields(), time, volume);
    }

    Table table_;
    std::string name_;
    std::vector<Column> columns_;
    data::BarSeries bars_;
};

}  // namespace

Result<ForeignBars> read_foreign_bars(int descriptor, const std::string& name, bool keep_extras) {
    auto opened = arrow::io::ReadableFile::Open(descriptor, arrow::system_memory_pool());
    if (!opened.ok()) return arrow_error(name, opened.status());
    const std::shared_ptr<arrow::io::ReadableFile> file = *std::move(opened);
    return guarded(name, [&]() -> Result<ForeignBars> {
        const auto start = file->ReadAt(0, static_cast<std::int64_t>(kParquetMagic.size() + kArrowFileMagic.size()));
        if (!start.ok()) return arrow_error(name, start.status());
        const auto bytes = static_cast<std::string_view>(**start);
        if (const auto status = file->Seek(0); !status.ok()) return arrow_error(name, status);
        auto table = bytes.starts_with(kParquetMagic)     ? open_parquet(file)
                     : bytes.starts_with(kArrowFileMagic) ? open_arrow_file(file)
                                                          : open_arrow_stream(file);
        if (!table.ok()) return arrow_error(name, table.status());
        const auto match = match_columns(*table->batches->schema(), name);
        if (!match) return fail(match);
        return Reading(*std::move(table), *match, name, keep_extras).read();
    });
}

}  // namespace ct::storage
