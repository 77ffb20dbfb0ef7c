#include "ct/storage/columnar/table_writer.hpp"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <arrow/array/array_base.h>
#include <arrow/array/data.h>
#include <arrow/array/util.h>
#include <arrow/buffer.h>
#include <arrow/io/interfaces.h>
#include <arrow/ipc/options.h>
#include <arrow/ipc/writer.h>
#include <arrow/memory_pool.h>
#include <arrow/record_batch.h>
#include <arrow/result.h>
#include <arrow/status.h>
#include <arrow/type.h>
#include <arrow/type_fwd.h>
#include <arrow/util/compression.h>
#include <arrow/util/key_value_metadata.h>
#include <fmt/format.h>
#include <parquet/arrow/writer.h>
#include <parquet/properties.h>

#include "ct/core/bar.hpp"
#include "ct/core/result.hpp"
#include "ct/storage/columnar.hpp"

namespace ct::storage {

namespace {

/// Hands what Arrow writes to a sink and keeps the sink's error, which says more than Arrow would.
class SinkStream : public arrow::io::OutputStream {
  public:
    explicit SinkStream(ByteSink sink) : sink_(std::move(sink)) {}

    arrow::Status Close() override {
        closed_ = true;
        return arrow::Status::OK();
    }
    [[nodiscard]] bool closed() const override { return closed_; }
    [[nodiscard]] arrow::Result<std::int64_t> Tell() const override { return position_; }
    arrow::Status Write(const void* data, std::int64_t bytes) override {
        auto taken = sink_({static_cast<const char*>(data), static_cast<std::size_t>(bytes)});
        if (!taken) {
            error_ = std::move(taken.error());
            return arrow::Status::IOError("the sink refused");
        }
        position_ += bytes;
        return arrow::Status::OK();
    }
    using arrow::io::OutputStream::Write;

    /// What Arrow says of a write, in the sink's words where the sink refused.
    [[nodiscard]] Result<void> result(const arrow::Status& status) const {
        if (status.ok()) return {};
        if (error_) return tl::unexpected(*error_);
        return fail(ErrorCode::kInternal, fmt::format("bars could not be encoded: {}", status.message()));
    }

  private:
    ByteSink sink_;
    std::int64_t position_ = 0;
    bool closed_ = false;
    std::optional<Error> error_;
};

std::shared_ptr<arrow::Schema> table_schema(const FooterText& footer) {
    std::vector<std::string> keys;
    std::vector<std::string> values;
    for (const auto& [key, value] : footer) {
        keys.push_back(key);
        values.push_back(value);
    }
    arrow::FieldVector fields = {arrow::field("time", arrow::timestamp(arrow::TimeUnit::NANO, "UTC"), false)};
    for (const char* column : {"open", "high", "low", "close", "volume"}) {
        fields.push_back(arrow::field(column, arrow::float64(), false));
    }
    return arrow::schema(std::move(fields), arrow::key_value_metadata(std::move(keys), std::move(values)));
}

/// A column that borrows its values.
template <class Value>
std::shared_ptr<arrow::Array> borrowed(const std::shared_ptr<arrow::DataType>& type, std::span<const Value> values) {
    const auto buffer = arrow::Buffer::Wrap(values.data(), values.size());
    const auto rows = static_cast<std::int64_t>(values.size());
    return arrow::MakeArray(arrow::ArrayData::Make(type, rows, {nullptr, buffer}, 0));
}

class ArrowTableWriter : public BarTableWriter {
  public:
    ArrowTableWriter(const FooterText& footer, ByteSink sink)
        : schema_(table_schema(footer)), stream_(std::make_shared<SinkStream>(std::move(sink))) {}

    Result<void> open(TableFormat format) {
        return checked([&] { return format == TableFormat::kParquet ? open_parquet() : open_feather(); });
    }

    Result<void> write(const BarColumns& bars) override {
        const auto time = borrowed(schema_->field(0)->type(), bars.time_ns);
        arrow::ArrayVector columns = {time};
        for (const auto& numbers : {bars.open, bars.high, bars.low, bars.close, bars.volume}) {
            columns.push_back(borrowed(arrow::float64(), numbers));
        }
        const auto batch = arrow::RecordBatch::Make(schema_, time->length(), std::move(columns));
        return checked([&] {
            if (feather_) return feather_->WriteRecordBatch(*batch);
            ARROW_RETURN_NOT_OK(parquet_->NewBufferedRowGroup());
            return parquet_->WriteRecordBatch(*batch);
        });
    }

    Result<void> close() override {
        return checked([&] { return feather_ ? feather_->Close() : parquet_->Close(); });
    }

  private:
    template <class Call>
    Result<void> checked(const Call& call) {
        try {
            return stream_->result(call());
        } catch (const std::exception& error) {
            return stream_->result(arrow::Status::UnknownError(error.what()));
        }
    }

    arrow::Status open_parquet() {
        parquet::WriterProperties::Builder properties;
        properties.memory_pool(arrow::system_memory_pool());
        properties.disable_dictionary();
        properties.compression(parquet::Compression::ZSTD);
        properties.created_by("CrackTrader " CT_VERSION);
        const auto arrow_properties = parquet::ArrowWriterProperties::Builder().store_schema()->build();
        return parquet::arrow::FileWriter::Open(*schema_, arrow::system_memory_pool(), stream_, properties.build(),
                                                arrow_properties)
            .Value(&parquet_);
    }

    arrow::Status open_feather() {
        arrow::ipc::IpcWriteOptions options = arrow::ipc::IpcWriteOptions::Defaults();
        options.memory_pool = arrow::system_memory_pool();
        options.use_threads = false;
        ARROW_ASSIGN_OR_RAISE(options.codec, arrow::util::Codec::Create(arrow::Compression::LZ4_FRAME));
        return arrow::ipc::MakeFileWriter(stream_, schema_, options).Value(&feather_);
    }

    std::shared_ptr<arrow::Schema> schema_;
    std::shared_ptr<SinkStream> stream_;
    std::unique_ptr<parquet::arrow::FileWriter> parquet_;  ///< one of the two
    std::shared_ptr<arrow::ipc::RecordBatchWriter> feather_;
};

}  // namespace

Result<std::unique_ptr<BarTableWriter>> make_table_writer(TableFormat format, const FooterText& footer, ByteSink sink) {
    auto writer = std::make_unique<ArrowTableWriter>(footer, std::move(sink));
    if (auto opened = writer->open(format); !opened) return fail(opened);
    return writer;
}

}  // namespace ct::storage
