# Every target installs what it needs first (scripts/setup.sh); `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build demo docs test test-long fuzz bench-build bench lint lint-all format clean

INSTALLED = .venv/bin/cracktrader .venv/lib/python*/site-packages/{cracktrader,cracktrader_fast}
DEMO_REPORT := demo-report.html

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## install the system packages and Python wheels that are missing
	@scripts/setup.sh build

build: setup ## build the program .venv/bin/cracktrader and the Python packages
	@mkdir -p build && cmake --preset release >build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
	@cmake --build --preset release --target ct_runtime
	@rm -rf $(INSTALLED)
	@cmake --install build/release --component runtime >/dev/null
	@.venv/bin/python -m compileall -q .venv/lib/python*/site-packages/cracktrader{,_fast}

demo: build ## build, then backtest a year of real hourly candles with an HTML report
	@.venv/bin/cracktrader backtest --csv examples/data/binance-spot_BTCUSDT_1h_2024.csv.gz \
	    --symbol BTC/USDT --timeframe 1h --strategy sma_cross --param fast=10 --param slow=50 \
	    --report $(DEMO_REPORT)
	@echo "Open $(DEMO_REPORT) in a browser to see the run."

docs: ## build the documentation site into build/site
	@scripts/setup.sh docs
	@NO_MKDOCS_2_WARNING=true .venv/bin/mkdocs build --strict --quiet
	@echo "Open build/site/index.html in a browser."

test: build ## run all tests: C++, the golden hashes under clang and in WebAssembly, Python, the documentation
	@scripts/setup.sh test docs
	@scripts/test.sh release clang wasm python

test-long: build ## what is too long for make test: a thousand kills of importers, indicators over 10 M rows, 10 M orders
	@scripts/setup.sh test
	@cmake --build --preset release --target ct_storage_test ct_indicators_test ct_broker_test
	@CT_KILLS=1000 ctest --preset release -R CacheCrash
	@CT_DRIFT_ROWS=5000000 ctest --preset release -R Drift
	@CT_STORIES=200000 ctest --preset release -R AgreesWithASlowOne

fuzz: build ## fuzz the readers of files, 20 seconds each, and the functions of indicators
	@scripts/setup.sh test
	@scripts/fuzz.sh
	@scripts/fuzz_indicators.sh

bench-build: build ## build the benchmark programs
	@cmake --build --preset release --target ct_bench

bench: bench-build ## measure speed, side by side with other libraries
	@scripts/setup.sh bench
	@bench/run.sh

lint: ## check format and documentation everywhere and run clang-tidy on what changed
	@scripts/setup.sh lint docs
	@scripts/lint.sh

lint-all: ## the same with clang-tidy on every file (slow)
	@scripts/setup.sh lint docs
	@scripts/lint.sh --all

format: ## rewrite all sources in the project's format
	@scripts/setup.sh lint
	@scripts/lint.sh --fix

clean: ## remove the build and what it installed into .venv
	@rm -rf build $(DEMO_REPORT) $(INSTALLED)
