# `make demo` and `make test` work in a fresh clone: all they need is Python 3.11 or newer.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.pyproject-installed
DEMO_DATASET ?= demo-data
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help install reinstall demo test lint types imports fmt check bench readme clean distclean

help:
	@echo "make demo      crawl the sample journal on this machine and show the tables"
	@echo "make test      run the tests (PYTEST_ARGS='-k word' runs a part)"
	@echo "make check     lint, types and import rules"
	@echo "make fmt       format the code"
	@echo "make bench     run the benchmarks"
	@echo "make readme    put what the demo prints today into README.md"
	@echo "make clean     remove caches, build output and the demo's dataset"
	@echo "make distclean the same, and the virtual environment"

# pyproject.toml is compared by content, so that a checkout that only touches its time installs nothing.
install:
	@cmp -s pyproject.toml $(STAMP) || $(MAKE) --no-print-directory reinstall

reinstall:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Backmatter needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo 'not on the PATH')."; \
		echo "Name another one: make demo PYTHON=/path/to/python3.12"; \
		exit 1; }
	@echo "Installing Backmatter into $(VENV) (once, and again when pyproject.toml changes)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@# --group came with pip 25.1; the pip inside a new environment is as old as its Python.
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group dev
	@cp pyproject.toml $(STAMP)

demo: install
	@$(BIN)/backmatter demo --dataset "$(DEMO_DATASET)"

test: install
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: install
	@$(BIN)/mypy

imports: install
	@$(BIN)/lint-imports

check: lint types imports

fmt: install
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

bench: install
	@for script in benchmarks/*.py; do \
		test -e "$$script" || { echo "There are no benchmarks yet."; break; }; \
		echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

readme: install
	@scratch=$$(mktemp -d) && cd "$$scratch" && COLUMNS=100 "$(CURDIR)/$(BIN)/backmatter" demo 2>/dev/null | sed 's/ *$$//' > demo.txt && \
		awk -v demo=demo.txt '/^<!-- demo -->$$/ { print; print "```"; while ((getline line < demo) > 0) print line; print "```"; skip = 1 } \
			/^<!-- .demo -->$$/ { skip = 0 } !skip && !/^<!-- demo -->$$/' "$(CURDIR)/README.md" > README.md && \
		cp README.md "$(CURDIR)/README.md" && rm -r "$$scratch"

clean:
	@rm -rf build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@rm -rf "$(DEMO_DATASET)"
	@find backmatter crawler pipelines output tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	@rm -rf $(VENV)
