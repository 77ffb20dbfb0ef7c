#include "strategy/times.hpp"

#include <datetime.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "ct/core/result.hpp"
#include "ct/core/time.hpp"
#include "strategy/errors.hpp"
#include "strategy/python.hpp"

namespace ct::python {

namespace {

constexpr TimeNs kNsPerUs = 1'000;
constexpr std::int64_t kUsPerSecond = 1'000'000;
constexpr std::int64_t kSecondsPerDay = 86'400;

/// Takes Python's datetime module at the first use. Throws nb::python_error.
void need_datetime() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw nb::python_error();
}

std::string_view text_of(nb::handle value) {
    Py_ssize_t size = 0;
    const char* const text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
    if (text == nullptr) throw nb::python_error();
    return {text, static_cast<std::size_t>(size)};
}

[[noreturn]] void out_of_range(const char* what) {
    throw_error({ErrorCode::kOverflow, fmt::format("{}: the time is not between 1677 and 2262", what)});
}

TimeNs read_milliseconds(nb::handle value, const char* what) {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max() / kNsPerMs;
    int overflow = 0;
    const long long milliseconds = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    if (milliseconds == -1 && PyErr_Occurred() != nullptr) throw nb::python_error();
    if (overflow != 0 || milliseconds > kMost || milliseconds < -kMost) out_of_range(what);
    return milliseconds * kNsPerMs;
}

/// A datetime as a distance from 1970: Python's own arithmetic knows the zones.
TimeNs read_datetime(nb::handle value, const char* what) {
    constexpr std::int64_t kMostDays = std::numeric_limits<std::int64_t>::max() / kNsPerDay - 1;
    PyObject* const utc = PyDateTime_TimeZone_UTC;
    nb::object moment = nb::borrow(value);
    if (value.attr("tzinfo").is_none()) moment = value.attr("replace")(nb::arg("tzinfo") = nb::handle(utc));
    const nb::object epoch =
        nb::steal(PyDateTimeAPI->DateTime_FromDateAndTime(1970, 1, 1, 0, 0, 0, 0, utc, PyDateTimeAPI->DateTimeType));
    if (!epoch.is_valid()) throw nb::python_error();
    const nb::object passed = moment - epoch;
    const std::int64_t days = PyDateTime_DELTA_GET_DAYS(passed.ptr());
    if (days > kMostDays || days < -kMostDays) out_of_range(what);
    return days * kNsPerDay + PyDateTime_DELTA_GET_SECONDS(passed.ptr()) * kNsPerSecond +
           PyDateTime_DELTA_GET_MICROSECONDS(passed.ptr()) * kNsPerUs;
}

/// ISO text without a time of day, or a date that is no datetime.
bool is_bare_date(nb::handle value) {
    if (PyUnicode_Check(value.ptr())) return is_iso_date(text_of(value));
    need_datetime();
    return PyDate_Check(value.ptr()) && !PyDateTime_Check(value.ptr());
}

}  // namespace

PyObject* make_datetime(TimeNs time_ns) {
    return guarded([&] {
        need_datetime();
        const std::int64_t us = floor_div(time_ns, kNsPerUs);
        const std::int64_t seconds = floor_div(us, kUsPerSecond);
        const std::int64_t days = floor_div(seconds, kSecondsPerDay);
        const Date date = date_from_days(days);
        const int second_of_day = static_cast<int>(seconds - days * kSecondsPerDay);
        constexpr int kSecondsPerHour = 3'600;
        constexpr int kSecondsPerMinute = 60;
        return PyDateTimeAPI->DateTime_FromDateAndTime(
            date.year, date.month, date.day, second_of_day / kSecondsPerHour,
            second_of_day % kSecondsPerHour / kSecondsPerMinute, second_of_day % kSecondsPerMinute,
            static_cast<int>(us - seconds * kUsPerSecond), PyDateTime_TimeZone_UTC, PyDateTimeAPI->DateTimeType);
    });
}

TimeNs read_time(nb::handle value, const char* what) {
    if (PyLong_Check(value.ptr()) && !PyBool_Check(value.ptr())) return read_milliseconds(value, what);
    if (PyUnicode_Check(value.ptr())) {
        const auto time = parse_iso_time(text_of(value));
        if (!time) throw_error({time.error().code, fmt::format("{}: {}", what, time.error().message)});
        return *time;
    }
    need_datetime();
    if (PyDateTime_Check(value.ptr())) return read_datetime(value, what);
    if (PyDate_Check(value.ptr())) {
        const Date date{PyDateTime_GET_YEAR(value.ptr()), PyDateTime_GET_MONTH(value.ptr()),
                        PyDateTime_GET_DAY(value.ptr())};
        constexpr std::int64_t kMostDays = std::numeric_limits<std::int64_t>::max() / kNsPerDay - 1;
        const std::int64_t days = days_from_date(date);
        if (days > kMostDays || days < -kMostDays) out_of_range(what);
        return days * kNsPerDay;
    }
    throw_error(
        {ErrorCode::kInvalidArgument,
         fmt::format("{} is a {}, expected ISO text such as '2024-01-31', a datetime, or milliseconds since 1970 "
                     "as int",
                     what, Py_TYPE(value.ptr())->tp_name)});
}

std::optional<TimeNs> read_bound(nb::handle value, const char* what) {
    if (value.is_none()) return std::nullopt;
    return read_time(value, what);
}

std::optional<TimeNs> read_end(nb::handle value) {
    const auto end = read_bound(value, "end");
    return end && is_bare_date(value) ? *end + kNsPerDay : end;
}

}  // namespace ct::python
