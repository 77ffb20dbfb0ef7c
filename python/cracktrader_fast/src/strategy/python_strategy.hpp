#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ct/core/bar.hpp"
#include "ct/core/event.hpp"
#include "ct/core/fill.hpp"
#include "ct/core/instrument.hpp"
#include "ct/core/time.hpp"
#include "ct/engine/context.hpp"
#include "ct/engine/line.hpp"
#include "ct/engine/strategy.hpp"
#include "strategy/bar_memory.hpp"
#include "strategy/context_object.hpp"
#include "strategy/hook.hpp"
#include "strategy/python.hpp"

namespace ct::python {

/// Where the exception that ended a run is left for whoever started it.
using KeptException = std::shared_ptr<std::optional<nb::python_error>>;

/// A strategy written in Python as the engine sees it. Its methods are looked up once, after on_start, and called with
/// objects that live for the whole run. An exception ends the run and is kept, traceback and all.
/// Requires: the GIL for all calls and
/// during the whole run.
class PythonStrategy final : public engine::Strategy {
  public:
    struct Options {
        /// By series: where its bars lie for good, if they do. Without, bars are copied when a strategy asks for them.
        std::vector<std::shared_ptr<BarMemory>> memory;
        /// C++ writes to the standard output too: each flushes before the other's turn.
        bool share_output = false;
        KeptException exception;
    };

    /// `name` stands in messages. Requires: options.exception. Throws nb::python_error when the instance has none of
    /// the methods, or `shorts` that is neither True nor False.
    PythonStrategy(nb::object instance, std::string name, Options options);
    ~PythonStrategy() override;

    [[nodiscard]] bool shorts() const override { return shorts_; }
    void on_start(engine::Context& ctx) override;
    void on_order(engine::Context& ctx, const OrderUpdate& update) override;
    void on_fill(engine::Context& ctx, const Fill& fill) override;
    void on_timer(engine::Context& ctx, const Timer& timer) override;
    void on_bar(engine::Context& ctx, const BarView& bar) override;
    void on_stop(engine::Context& ctx) override;

    // For the context object, while the run lasts.
    [[nodiscard]] engine::Context& engine() { return *ctx_; }
    /// Of the current callback: the bar's, order's or fill's, or the run's only one.
    [[nodiscard]] std::optional<InstrumentIndex> current_instrument() const { return instrument_; }
    [[nodiscard]] std::optional<SeriesIndex> current_series() const { return series_; }
    [[nodiscard]] SeriesIndex shortest_series(InstrumentIndex instrument) const { return shortest_[instrument]; }
    [[nodiscard]] nb::handle symbol(InstrumentIndex instrument) const { return symbols_[instrument]; }
    [[nodiscard]] nb::handle timeframe(SeriesIndex series) const { return timeframes_[series]; }
    /// The closed bars of a series up to now.
    [[nodiscard]] BarRows bars(SeriesIndex series);
    /// Keeps a line at the current bar. Null with an exception set on failure.
    PyObject* add_line(const engine::Line& line);
    /// True in the thread that runs the strategy.
    [[nodiscard]] bool in_own_thread() const { return thread_ == PyThread_get_thread_ident(); }

  private:
    void make_objects();
    void call(const Hook& hook, const char* method, PyObject* argument);
    /// Takes position, cash and lines to the current step and the callback's instrument.
    bool refresh(std::optional<InstrumentIndex> instrument);
    /// The same for a callback that belongs to no bar: its series is the instrument's shortest, or the run's only one.
    bool enter(std::optional<InstrumentIndex> instrument);
    bool refresh_lines();
    [[nodiscard]] std::optional<InstrumentIndex> only_instrument() const;
    void keep_exception(const char* method);
    void detach();

    nb::object instance_;
    std::string name_;
    Options options_;
    bool shorts_ = false;
    engine::Context* ctx_ = nullptr;
    unsigned long thread_ = 0;

    Hook on_bar_;
    Hook on_order_;
    Hook on_fill_;
    Hook on_timer_;

    nb::object context_;
    std::vector<nb::object> symbols_;     ///< by instrument
    std::vector<SeriesIndex> shortest_;   ///< by instrument: its series of the shortest timeframe
    std::vector<nb::object> timeframes_;  ///< by series
    std::vector<nb::object> bars_;        ///< by series
    std::vector<nb::object> lines_;
    std::vector<SeriesHistory> histories_;  ///< by series

    std::optional<InstrumentIndex> instrument_;
    std::optional<SeriesIndex> series_;
    TimeNs refreshed_ns_ = 0;  ///< the step that the lines stand at
    bool account_changed_ = true;
    bool failed_ = false;
};

}  // namespace ct::python
