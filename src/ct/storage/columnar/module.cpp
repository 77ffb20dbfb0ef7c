#include "ct/storage/columnar/module.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "ct/core/result.hpp"
#include "ct/data/bar_series.hpp"
#include "ct/storage/columnar.hpp"
#include "ct/storage/columnar/bar_file.hpp"
#include "ct/storage/columnar/foreign_bars.hpp"
#include "ct/storage/columnar/table_writer.hpp"

namespace ct::storage {

namespace {

class ArrowColumnar : public Columnar {
  public:
    [[nodiscard]] Result<std::unique_ptr<BarFileReader>> open_bars(int descriptor,
                                                                   const std::string& name) const override {
        return open_bar_file(descriptor, name);
    }
    [[nodiscard]] Result<ForeignBars> read_foreign(int descriptor, const std::string& name,
                                                   bool keep_extras) const override {
        return read_foreign_bars(descriptor, name, keep_extras);
    }
    [[nodiscard]] Result<std::unique_ptr<BarTableWriter>> table_writer(TableFormat format, const FooterText& footer,
                                                                       ByteSink sink) const override {
        return make_table_writer(format, footer, std::move(sink));
    }
    [[nodiscard]] Result<std::string> write_bars(const data::BarSeries& bars, const FooterText& footer,
                                                 Compression compression) const override {
        return bar_file_bytes(bars, footer, compression);
    }
};

}  // namespace

}  // namespace ct::storage

extern "C" __attribute__((visibility("default"))) const ct::storage::Columnar* ct_columnar(const char* version) {
    static const ct::storage::ArrowColumnar kColumnar;
    return std::string_view(version) == CT_VERSION ? &kColumnar : nullptr;
}
