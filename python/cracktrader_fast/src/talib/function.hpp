#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "strategy/python.hpp"

namespace ct::python::talib {

constexpr std::size_t kMaxLines = 4;

/// A parameter as TA-Lib has it.
struct Parameter {
    double default_value = 0;
    double min = 0;
    double max = 0;
    bool whole = true;  ///< an int, else a float
};

enum class OutputKind : unsigned char {
    kReal,     ///< float64, NaN before it begins
    kInteger,  ///< int32, 0 before it begins
    kRow,      ///< int32, a row counted from the first of the arrays
};

/// A function with TA-Lib's name, arguments and refusals, and the indicator that computes it.
struct Function {
    nb::str name;
    const indicators::IndicatorInfo* info = nullptr;
    std::vector<nb::str> arguments;  ///< names: of the inputs, then of the parameters
    std::size_t inputs = 0;
    std::vector<Parameter> parameters;
    std::size_t taken = 0;      ///< how many of these are the indicator's; it knows nothing of the others
    std::vector<double> fixed;  ///< the indicator's parameters behind them
    std::vector<OutputKind> outputs;
    bool poisoned = false;  ///< a line that has become NaN because of an input stays NaN
    bool ordered = false;   ///< the first parameter must not be above the second
    nb::str signature;
    nb::str doc;
    nb::object convert;  ///< convert(function, names, inputs, parameters): the call when an input is no array

    // Settings: what unstable periods make of the function.
    std::size_t masked = 0;            ///< rows by which the lines begin later
    nb::object composed = nb::none();  ///< composed(inputs, parameters) -> lines: computes them instead
};

struct FunctionObject {
    PyObject_HEAD vectorcallfunc call;
    Function* function;
};

inline Function& function_of(PyObject* object) { return *reinterpret_cast<FunctionObject*>(object)->function; }

/// What a call gave, in the order of the function's arguments.
struct Given {
    static constexpr std::size_t kMax = 16;
    PyObject* inputs[kMax] = {};  ///< borrowed
    double parameters[kMax] = {};
};

/// Sorts the arguments of a vectorcall and reads the parameters as numbers; those left out have their defaults. Whether
/// they are within bounds is not looked at. Throws nb::python_error (TypeError, OverflowError, ValueError).
void sort(const Function& function, PyObject* const* args, std::size_t count, PyObject* names, Given& given);

/// The parameter that an object stands for. Throws nb::python_error.
double read_parameter(const Parameter& parameter, PyObject* value);

[[nodiscard]] bool within_bounds(const Function& function, const Given& given);

/// Throws TA-Lib's refusal of a parameter out of bounds.
void check_bounds(const Function& function, const Given& given);

/// Throws Exception(text).
[[noreturn]] void refuse(const std::string& text);

/// The indicator that computes what a call gave. Throws nb::python_error.
std::unique_ptr<indicators::Indicator> make_indicator(const Function& function, const Given& given);

/// What the function gives. Throws nb::python_error. Requires: need_numpy().
PyObject* run(PyObject* self, const Given& given);

/// Adds make_function() to the module.
void bind(nb::module_& module);

}  // namespace ct::python::talib
