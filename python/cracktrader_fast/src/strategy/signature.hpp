#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "ct/indicators/registry.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// The arguments of an indicator's function and stream: what they are called, and what a call gave.
class Signature {
  public:
    static constexpr std::size_t kMaxArguments = 32;

    /// What a call gave, in the order of the signature; null where nothing was given. Borrowed.
    struct Given {
        std::array<PyObject*, kMaxArguments> values{};
        PyObject* out = nullptr;
        PyObject* axis = nullptr;
    };

    /// Requires: the info lives as long as this. Throws nb::python_error.
    explicit Signature(const indicators::IndicatorInfo& info);

    [[nodiscard]] const indicators::IndicatorInfo& info() const { return info_; }
    [[nodiscard]] std::size_t inputs() const { return info_.inputs.size(); }
    [[nodiscard]] std::size_t parameters() const { return info_.parameters.size(); }
    /// Another default than the registry's.
    void set_default(std::size_t parameter, double value) { defaults_[parameter] = value; }
    [[nodiscard]] double default_value(std::size_t parameter) const { return defaults_[parameter]; }
    /// "close, period=14", as Python writes it; with or without the inputs.
    [[nodiscard]] std::string text(bool with_inputs) const;

    /// Sorts the arguments of a vectorcall: inputs and parameters, or parameters alone. Throws nb::python_error
    /// (TypeError).
    void sort(bool with_inputs, PyObject* const* given, Py_ssize_t count, PyObject* names, Given& sorted) const;

    /// All parameters of such a call. Throws nb::python_error.
    [[nodiscard]] std::vector<double> read_all(const Given& given) const;
    /// The value of a parameter: a number, a name of a choice; its default for null. False when it is neither, so
    /// that it may be a list of them. Throws nb::python_error.
    [[nodiscard]] bool read(std::size_t parameter, PyObject* value, double& number) const;

  private:
    [[nodiscard]] std::size_t place_of(PyObject* name) const;

    const indicators::IndicatorInfo& info_;
    std::vector<double> defaults_;
    std::vector<nb::str> names_;    ///< of the inputs and the parameters
    std::vector<nb::str> aliases_;  ///< of the same; what names_ says where there is none
};

}  // namespace ct::python
