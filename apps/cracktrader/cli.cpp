#include "cracktrader/cli.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <new>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cracktrader/backtest_command.hpp"
#include "cracktrader/compare_command.hpp"
#include "cracktrader/data_commands.hpp"
#include "cracktrader/data_options.hpp"
#include "cracktrader/expression_options.hpp"
#include "cracktrader/indicators_command.hpp"
#include "cracktrader/init_command.hpp"
#include "cracktrader/migrate_cache.hpp"
#include "cracktrader/print.hpp"
#include "cracktrader/python_launch.hpp"
#include "cracktrader/run_flags.hpp"
#include "cracktrader/strategies_command.hpp"
#include "ct/config/run_layers.hpp"
#include "ct/config/run_options.hpp"
#include "ct/core/nearest.hpp"
#include "ct/core/result.hpp"

namespace ct::cli {

namespace {

constexpr int kDone = 0;
constexpr int kFailed = 1;
constexpr int kBadUsage = 2;

/// The options of `cracktrader backtest` as typed.
struct BacktestFlags {
    std::optional<std::string> config;
    config::RunOptions options;
};

constexpr const char* kBacktestExample =
    "Example:\n"
    "  cracktrader backtest --csv examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz --timeframe 1h \\\n"
    "      --strategy sma_cross --param fast=10 --param slow=50 --report report.html\n"
    "  cracktrader backtest --exchange binance --symbol BTC/USDT --timeframe 1h --strategy sma_cross\n"
    "  cracktrader backtest --csv candles.csv --entry \"crossover(ema(close, fast), ema(close, 50))\" \\\n"
    "      --exit \"rsi(14) > 70\" --stop-loss 3% --param fast=10\n"
    "  cracktrader backtest --config run.toml --cash 5000";

void add_backtest(CLI::App& app, BacktestFlags& flags) {
    CLI::App* command = app.add_subcommand("backtest", "Run a strategy over historical candles");
    command
        ->add_option("--config", flags.config,
                     "A run file: settings in TOML, JSON or YAML, below the options (docs/config.md)")
        ->type_name("FILE");
    add_run_flags(*command, flags.options);
    command->footer(kBacktestExample);
}

void add_init(CLI::App& app, InitOptions& options) {
    CLI::App* command = app.add_subcommand("init", "Write an example of a file for backtest --config");
    CLI::Option* file = command->add_option("file", options.file, "Where to write it")->type_name("");
    file->capture_default_str();
    CLI::Option* csv =
        command->add_option("--csv", options.csv, "Its candles [those of the project]")->type_name("PATH");
    CLI::Option* force = command->add_flag("--force", options.force, "Overwrite a file that is there");
    command->add_flag("--schema", options.schema, "Print the JSON Schema of such files, for editors")
        ->excludes(file, csv, force);
    command->footer("Example:\n  cracktrader init mine.toml --csv candles.csv.gz");
}

void add_compare(CLI::App& app, CompareOptions& options) {
    CLI::App* command = app.add_subcommand("compare", "Put finished runs side by side");
    command->add_option("runs", options.runs, "Files that `backtest --json` wrote")->type_name("FILE")->required();
    command->add_option("--report", options.report, "Write a page of them, in one HTML file")->type_name("FILE");
    command->footer("Example:\n  cracktrader compare a.json b.json --report comparison.html");
}

void add_strategies(CLI::App& app, StrategiesOptions& options) {
    CLI::App* command = app.add_subcommand("strategies", "List the built-in strategies, or describe one");
    command->add_option("name", options.name, "A strategy's name")->type_name("");
    command->add_flag("--json", options.json, "Print JSON");
    command->footer("Example:\n  cracktrader strategies sma_cross");
}

void add_indicators(CLI::App& app, IndicatorsOptions& options) {
    CLI::App* command = app.add_subcommand("indicators", "List the indicators, or describe one");
    CLI::Option* name = command->add_option("name", options.name, "An indicator's name or alias")->type_name("");
    command->add_option("--group", options.group, "Only this group, such as momentum")
        ->type_name("NAME")
        ->excludes(name);
    command->add_flag("--json", options.json, "Print JSON");
    command->footer("Example:\n  cracktrader indicators --group momentum\n  cracktrader indicators BollingerBands");
}

/// The commands below `data` and what runs them.
struct DataCommand {
    const char* name;
    const char* help;
    const char* options;  ///< a letter each: e s t i (the series), f (files), o (output and range), g (random walk),
                          ///< c (compression), a (all)
    const char* example;
    Result<bool> (*run)(const DataOptions&);
};

/// A command that finds nothing wrong when it does what it should.
template <Result<void> (*Run)(const DataOptions&)>
Result<bool> done(const DataOptions& options) {
    auto ran = Run(options);
    if (!ran) return fail(ran);
    return true;
}

constexpr std::array kDataCommands = {
    DataCommand{"import", "Merge candle files into the cache", "estifc",
                "cracktrader data import candles.csv.gz --exchange binance --symbol BTC/USDT --timeframe 1m",
                done<run_data_import>},
    DataCommand{"list", "List what the cache holds", "esti", "cracktrader data list", done<run_data_list>},
    DataCommand{"info", "Describe one series of the cache", "esti",
                "cracktrader data info --exchange binance --symbol BTC/USDT --timeframe 1m", done<run_data_info>},
    DataCommand{"verify", "Read everything in the cache, or a part of it, and tell what is wrong", "esti",
                "cracktrader data verify --exchange binance", run_data_verify},
    DataCommand{"export", "Write a series to a .csv, .csv.gz, .parquet or .feather file", "estio",
                "cracktrader data export --exchange binance --symbol BTC/USDT --timeframe 1m --output btc.csv.gz",
                done<run_data_export>},
    DataCommand{"invalidate", "Remove a part of the cache", "estia",
                "cracktrader data invalidate --exchange binance --symbol BTC/USDT", done<run_data_invalidate>},
    DataCommand{"generate", "Fill a series with a seeded random walk, for trials and benchmarks", "estigc",
                "cracktrader data generate --exchange demo --symbol BTC/USDT --timeframe 1m --rows 5000000",
                done<run_data_generate>},
};

void add_data_command(CLI::App& app, const DataCommand& info, DataOptions& options) {
    CLI::App* command = app.add_subcommand(info.name, info.help);
    const auto add = [&](const char* name, auto& value, const char* type, const char* help) {
        CLI::Option* option = command->add_option(name, value, help)->type_name(type);
        if constexpr (std::is_same_v<decltype(value), std::string&>) {
            if (!value.empty()) option->capture_default_str();
        }
        return option;
    };
    for (const char letter : std::string_view(info.options)) {
        if (letter == 'f') {
            add("files", options.files, "FILE", "Candles: CSV, JSON, Parquet or Feather; .gz, .zip and folders of CSV")
                ->required();
        }
        if (letter == 'e') add("--exchange", options.exchange, "NAME", "Exchange, such as binance");
        if (letter == 's') add("--symbol", options.symbol, "SYMBOL", "Symbol, such as BTC/USDT or BTC/USDT:USDT");
        if (letter == 't') add("--timeframe", options.timeframe, "NAME", "Bar length, such as 1m");
        if (letter == 'i') {
            add("--instrument", options.instrument, "TYPE", "spot or futures, where the symbol does not tell [spot]");
        }
        if (letter == 'o') {
            add("--output", options.output, "FILE", "Where to write; the ending decides the format")->required();
            add("--from", options.from, "TIME", "First open time, UTC [all]");
            add("--to", options.to, "TIME", "End of the open times, UTC: a day counts whole, a time is excluded [all]");
            add("--gaps", options.gaps, "POLICY", "Missing bars: keep, fill (idle bars at the last close) or error");
        }
        if (letter == 'g') {
            add("--rows", options.rows, "COUNT", "How many bars");
            add("--seed", options.seed, "NUMBER", "Of the walk");
            add("--start", options.start, "TIME", "Open time of the first bar, UTC");
        }
        if (letter == 'c') add("--compression", options.compression, "NAME", "lz4 (fastest) or zstd (smallest)");
        if (letter == 'a') command->add_flag("--all", options.all, "Everything");
    }
    add("--data-dir", options.data_dir, "DIR", "Folder of the cache");
    command->add_flag("--json", options.json, "Print JSON");
    command->footer(fmt::format("Example:\n  {}", info.example));
}

CLI::App* add_data(CLI::App& app, DataOptions& options) {
    CLI::App* data = app.add_subcommand("data", "Fill, look at and check the historical cache");
    data->require_subcommand(1);
    data->footer("Example:\n  cracktrader data import --help");
    for (const DataCommand& command : kDataCommands) add_data_command(*data, command, options);
    return data;
}

constexpr const char* kMigrateCommand = "migrate-cache";

void add_migrate(CLI::App& data, MigrateOptions& options) {
    CLI::App* command = data.add_subcommand(kMigrateCommand, "Import the pickled months of the original CrackTrader");
    command->add_option("--source", options.source, "Folder of the old cache")->type_name("DIR")->required();
    command->add_option("--exchange", options.exchange, "Only this exchange [all]")->type_name("NAME");
    command->add_option("--instrument", options.instrument, "Only spot or futures [both]")->type_name("TYPE");
    command->add_option("--data-dir", options.data_dir, "Folder of the cache")->type_name("DIR")->capture_default_str();
    command->add_flag("--dry-run", options.dry_run, "Read everything and tell what would be imported; write nothing");
    command->add_flag("--json", options.json, "Print JSON");
    command->footer("Example:\n  cracktrader data migrate-cache --source old-data --dry-run");
}

/// An empty value is a slip, such as an unset variable of a shell, and never means the default.
void refuse_empty_values(CLI::App& app) {
    const CLI::Validator not_empty([](const std::string& value) { return value.empty() ? "the value is empty" : ""; },
                                   "");
    for (CLI::App* command : app.get_subcommands(nullptr)) {
        refuse_empty_values(*command);
        for (CLI::Option* option : command->get_options()) {
            if (option->get_expected_max() > 0) option->check(not_empty);
        }
    }
}

/// The command that was named last: `data import` of the program, or the program itself.
const CLI::App* named_command(const CLI::App* app) {
    const auto commands = app->get_subcommands();
    return commands.empty() ? app : named_command(commands.front());
}

/// The first word that nothing expects, with the nearest one that it may stand for.
std::optional<std::string> unexpected_word(const CLI::App& app) {
    const CLI::App* const named = named_command(&app);
    const CLI::App* where = named;
    while (where->remaining().empty() && where->get_parent() != nullptr) where = where->get_parent();
    const auto words = where->remaining();
    if (words.empty()) return std::nullopt;
    const std::string& word = words.front();

    const bool is_option = word.starts_with('-');
    std::vector<std::string> names;
    if (is_option) {
        for (const CLI::Option* option : named->get_options()) names.push_back(option->get_name());
    } else {
        for (const CLI::App* command : named->get_subcommands(nullptr)) names.push_back(command->get_name());
    }
    if (names.empty()) return fmt::format("unexpected argument '{}'", word);
    const std::vector<std::string_view> known(names.begin(), names.end());
    return fmt::format("unknown {} '{}'{}", is_option ? "option" : "command", word, did_you_mean(word, known));
}

int report_error(const Error& error) {
    std::fflush(stdout);
    print(stderr, "error: {}\n", error.message);
    return exit_code(error.code);
}

int report_usage(const CLI::App& app, const CLI::ParseError& error) {
    std::string command;
    for (const CLI::App* at = named_command(&app); at->get_parent() != nullptr; at = at->get_parent()) {
        command.insert(0, at->get_name() + " ");
    }
    print(stderr, "error: {}\nRun `cracktrader {}--help` for more information.\n",
          unexpected_word(app).value_or(error.what()), command);
    return kBadUsage;
}

int run_command(std::span<const std::string> args, const PythonHost& python) {
    CLI::App app("CrackTrader: exact backtests of crypto strategies.", "cracktrader");
    app.set_version_flag("--version", CT_VERSION);
    app.require_subcommand(1);
    app.footer("Example:\n  cracktrader backtest --help");
    BacktestFlags backtest;
    InitOptions init;
    StrategiesOptions strategies;
    IndicatorsOptions indicators;
    CompareOptions compare;
    DataOptions data;
    MigrateOptions migrate;
    add_backtest(app, backtest);
    add_migrate(*add_data(app, data), migrate);
    add_init(app, init);
    add_compare(app, compare);
    add_strategies(app, strategies);
    add_indicators(app, indicators);
    refuse_empty_values(app);
    try {
        app.parse(std::vector<std::string>(args.rbegin(), args.rend()));
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : report_usage(app, error);
    }

    if (app.got_subcommand("init")) {
        const auto done = run_init(init);
        return done ? kDone : report_error(done.error());
    }
    if (app.got_subcommand("strategies")) {
        const auto done = run_strategies(strategies);
        return done ? kDone : report_error(done.error());
    }
    if (app.got_subcommand("compare")) {
        const auto done = run_compare(compare);
        return done ? kDone : report_error(done.error());
    }
    if (app.got_subcommand("indicators")) {
        const auto done = run_indicators(indicators);
        return done ? kDone : report_error(done.error());
    }
    if (app.got_subcommand("data")) {
        const std::string& name = app.get_subcommand("data")->get_subcommands().front()->get_name();
        if (name == kMigrateCommand) {
            if (!python.read_pickle) return report_error(launch_python(args).error());
            const auto done = run_migrate_cache(migrate, python.read_pickle);
            return done ? kDone : report_error(done.error());
        }
        const auto* const command = std::find_if(kDataCommands.begin(), kDataCommands.end(),
                                                 [&](const DataCommand& one) { return one.name == name; });
        const auto good = command->run(data);
        if (!good) return report_error(good.error());
        return *good ? kDone : kFailed;
    }
    const auto options = config::gather_options(std::move(backtest.options), backtest.config);
    if (!options) return report_error(options.error());
    if (!options->strategy && first_expression(*options) == nullptr) {
        return report_usage(app, CLI::RequiredError("--strategy or --entry"));
    }
    if (!python.load_strategy && options->strategy && is_python_strategy(options->strategy->text)) {
        return report_error(launch_python(args).error());
    }
    const auto done = run_backtest_command(*options, python.load_strategy);
    return done ? kDone : report_error(done.error());
}

}  // namespace

int exit_code(ErrorCode code) {
    switch (code) {
        case ErrorCode::kReadFailed:
        case ErrorCode::kWriteFailed:
        case ErrorCode::kStrategyFailed:
        case ErrorCode::kInterrupted:
        case ErrorCode::kInternal:
            return kFailed;
        case ErrorCode::kInvalidArgument:
        case ErrorCode::kInvalidData:
        case ErrorCode::kNotFound:
        case ErrorCode::kUnsupported:
        case ErrorCode::kOverflow:
            break;
    }
    return kBadUsage;
}

int run(std::span<const std::string> args, const PythonHost& python) {
    int code = kDone;
    try {
        code = run_command(args, python);
    } catch (const std::bad_alloc&) {
        print(stderr, "error: out of memory\n");
        return kFailed;
    }
    const bool written = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    if (written || code != kDone) return code;
    return report_error({ErrorCode::kWriteFailed, "cannot write to standard output"});
}

}  // namespace ct::cli
