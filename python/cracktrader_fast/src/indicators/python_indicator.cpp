#include "indicators/python_indicator.hpp"

#include <cstddef>
#include <cstring>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "indicators/arrays.hpp"
#include "indicators/numpy.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

/// An object that lives as long as somebody holds it, released with the interpreter's lock.
using Held = std::shared_ptr<nb::object>;

Held hold(nb::object object) {
    return {new nb::object(std::move(object)), [](nb::object* held) {
                if (Py_IsInitialized() == 0) return;
                const nb::gil_scoped_acquire gil;
                delete held;
            }};
}

/// An indicator written in Python: a kernel of cracktrader.indicators, whose run(arrays) gives as many arrays as there
/// are lines.
class PythonIndicator final : public indicators::Indicator {
  public:
    PythonIndicator(const indicators::IndicatorInfo& info, Held kernel, std::size_t lead_in)
        : info_(&info), kernel_(std::move(kernel)), lead_in_(lead_in) {}

    [[nodiscard]] std::size_t input_count() const override { return info_->inputs.size(); }
    [[nodiscard]] std::size_t line_count() const override { return info_->lines.size(); }
    [[nodiscard]] std::size_t lead_in() const override { return lead_in_; }

    void run(std::span<const double* const> inputs, std::span<double* const> lines, std::size_t rows) override {
        if (rows == 0) return;
        const nb::gil_scoped_acquire gil;
        need_numpy();
        const auto size = static_cast<npy_intp>(rows);
        nb::list arrays;
        for (const double* const input : inputs) {
            PyObject* const array = new_array({&size, 1}, false);
            if (array == nullptr) throw nb::python_error();
            std::memcpy(PyArray_DATA(array_of(array)), input, rows * sizeof(double));
            arrays.append(nb::steal(array));
        }
        const nb::list results(kernel_->attr("run")(arrays));
        for (std::size_t k = 0; k < lines.size(); ++k) {
            const nb::object array = results[k];
            std::memcpy(lines[k], PyArray_DATA(array_of(array.ptr())), rows * sizeof(double));
        }
    }

    [[nodiscard]] std::unique_ptr<Indicator> clone() const override {
        const nb::gil_scoped_acquire gil;
        return std::make_unique<PythonIndicator>(*info_, hold(kernel_->attr("copy")()), lead_in_);
    }
    [[nodiscard]] std::vector<std::byte> save() override {
        const nb::gil_scoped_acquire gil;
        const auto bytes = nb::cast<nb::bytes>(kernel_->attr("save")());
        const auto* const data = reinterpret_cast<const std::byte*>(bytes.c_str());
        return {data, data + bytes.size()};
    }
    [[nodiscard]] bool restore(const std::vector<std::byte>& bytes) override {
        const nb::gil_scoped_acquire gil;
        return nb::cast<bool>(kernel_->attr("restore")(nb::bytes(bytes.data(), bytes.size())));
    }

  private:
    const indicators::IndicatorInfo* info_;
    Held kernel_;
    std::size_t lead_in_;
};

/// Texts of indicators stay for ever: views are held of them.
std::string_view keep(std::string text) {
    static auto* const kTexts = new std::deque<std::string>;
    return kTexts->emplace_back(std::move(text));
}

std::vector<std::string_view> keep_all(const std::vector<std::string>& texts) {
    std::vector<std::string_view> views;
    views.reserve(texts.size());
    for (const std::string& text : texts) views.push_back(keep(text));
    return views;
}

/// parameters: tuples (name, default, min, max, whole); make(values) gives (kernel, lead-in).
void define_indicator(const std::string& name, const std::vector<std::string>& aliases,
                      const std::vector<std::string>& inputs, const nb::list& parameters,
                      const std::vector<std::string>& lines, const std::string& text, nb::object make) {
    indicators::IndicatorInfo info;
    info.name = keep(name);
    info.aliases = keep_all(aliases);
    info.group = indicators::Group::kCustom;
    info.inputs = keep_all(inputs);
    for (const nb::handle one : parameters) {
        info.parameters.push_back({.name = keep(nb::cast<std::string>(one[0])),
                                   .default_value = nb::cast<double>(one[1]),
                                   .min = nb::cast<double>(one[2]),
                                   .max = nb::cast<double>(one[3]),
                                   .whole = nb::cast<bool>(one[4]),
                                   .choices = {}});
    }
    info.lines = keep_all(lines);
    info.text = keep(text);
    info.source = "defined by the program";
    // The info of the registry itself, which the indicators refer to: known when define() has put it there.
    const auto registered = std::make_shared<const indicators::IndicatorInfo*>();
    info.factory = [registered, make = hold(std::move(make))](std::span<const double> values) {
        const nb::gil_scoped_acquire gil;
        nb::list arguments;
        for (const double value : values) arguments.append(nb::float_(value));
        const nb::tuple made((*make)(arguments));
        return std::make_unique<PythonIndicator>(**registered, hold(made[0]), nb::cast<std::size_t>(made[1]));
    };
    *registered = take(indicators::define(std::move(info)));
}

}  // namespace

void bind_python_indicators(nb::module_& module) { module.def("define_indicator", define_indicator); }

}  // namespace ct::python
