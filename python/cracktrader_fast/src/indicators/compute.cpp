#include "indicators/compute.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <nanobind/stl/string.h>
#include <nanobind/stl/vector.h>

#include "ct/core/result.hpp"
#include "ct/indicators/indicator.hpp"
#include "ct/indicators/registry.hpp"
#include "indicators/arrays.hpp"
#include "indicators/numpy.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

/// Less work than this (values read) is not worth a thread.
constexpr std::size_t kParallelFrom = std::size_t{1} << 18U;

/// One indicator over one series.
struct Job {
    std::unique_ptr<indicators::Indicator> indicator;
    std::vector<const double*> inputs;
    Output output;
};

/// Runs all jobs, on all processors when there is enough to do. Throws what a job throws.
void run_jobs(std::vector<Job>& jobs, std::size_t rows) {
    const std::size_t values = jobs.size() * rows;
    std::size_t workers = 1;
    if (values >= kParallelFrom) {
        const std::size_t processors = std::max(std::thread::hardware_concurrency(), 1U);
        workers = std::min({processors, jobs.size(), values / (kParallelFrom / 2)});
    }
    std::atomic<std::size_t> next = 0;
    std::vector<std::exception_ptr> failures(workers);
    const auto work = [&](std::size_t worker) {
        try {
            for (std::size_t at = next++; at < jobs.size(); at = next++) {
                run_columns(*jobs[at].indicator, jobs[at].inputs, jobs[at].output, rows);
            }
        } catch (...) {
            failures[worker] = std::current_exception();
            next = jobs.size();
        }
    };
    std::vector<std::jthread> threads;
    for (std::size_t worker = 1; worker < workers; ++worker) threads.emplace_back(work, worker);
    work(0);
    threads.clear();
    for (const std::exception_ptr& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

/// The memory of an array in one piece. Requires: what cracktrader_fast._arrays made or checked.
char* data_of(const nb::object& array) { return PyArray_BYTES(array_of(array.ptr())); }

/// inputs: a (series, rows) float64 array each; lines: a (sets, series, rows) array each, float64, or int32 for
/// whole lines; parameter sets in the registry's order.
void compute_lines(const std::string& name, const std::vector<nb::object>& inputs,
                   const std::vector<std::vector<double>>& sets, const std::vector<nb::object>& lines) {
    need_numpy();
    const auto* const info = take(indicators::find(name));
    PyArrayObject* const shape = array_of(inputs.front().ptr());
    const auto series = static_cast<std::size_t>(PyArray_DIM(shape, 0));
    const auto rows = static_cast<std::size_t>(PyArray_DIM(shape, 1));
    const std::size_t item = info->whole_lines ? sizeof(std::int32_t) : sizeof(double);
    std::vector<Job> jobs;
    for (std::size_t set = 0; set < sets.size(); ++set) {
        for (std::size_t one = 0; one < series; ++one) {
            Job& job = jobs.emplace_back();
            job.indicator = take(indicators::make(*info, sets[set]));
            job.output.whole = info->whole_lines;
            for (const nb::object& input : inputs)
                job.inputs.push_back(reinterpret_cast<const double*>(data_of(input)) + one * rows);
            for (const nb::object& line : lines)
                job.output.lines.push_back(data_of(line) + (set * series + one) * rows * item);
        }
    }
    const nb::gil_scoped_release free_gil;
    run_jobs(jobs, rows);
}

nb::object empty_array(const std::vector<npy_intp>& shape, bool whole) {
    need_numpy();
    PyObject* const array = new_array(shape, whole);
    if (array == nullptr) throw nb::python_error();
    return nb::steal(array);
}

}  // namespace

void bind_compute(nb::module_& module) {
    module.def("compute_lines", compute_lines);
    module.def("empty_array", empty_array, nb::arg("shape"), nb::arg("whole") = false);
}

}  // namespace ct::python
