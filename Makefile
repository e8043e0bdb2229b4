# Everything that a person or CI does with this project. `make` alone lists it.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
WORKERS ?= 3
OFFICES ?= 10000000
OUT ?= docs/screenshots
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

# One stamp for what the app needs, one for what work on it needs as well.
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run test check lint fresh bless bench large load kill screenshots format clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(DEV) ## Install everything for working on Tikamp into .venv

run: $(RUNTIME) ## Start the app in the browser
	$(BIN)/streamlit run tikamp_server.py

test: $(DEV) ## Run the tests (ARGS="-k word" picks some)
	$(BIN)/python -m pytest -n $(WORKERS) $(ARGS)

check: lint fresh test ## All that CI checks

lint: $(DEV) ## Style, types, import contracts, YAML
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/yamllint --strict .

fresh: $(DEV) ## Are the generated files up to date?
	$(BIN)/python -m tools.generate --check
	$(BIN)/python -m tools.make_pdfs --check

bless: $(DEV) ## Accept today's output: generated files and golden results
	$(BIN)/python -m tools.generate
	$(BIN)/python -m tools.make_pdfs
	$(BIN)/python -m pytest -n $(WORKERS) --bless $(ARGS)
	@echo 'Read "git diff" before you commit: a changed score belongs in CHANGELOG.md.'

bench: $(DEV) ## Measure speed
	$(BIN)/python -m pytest benchmarks --benchmark-enable -s $(ARGS)

large: $(DEV) ## Rate a file of OFFICES (10 million: 10 to 20 minutes) and print the memory it took
	$(BIN)/python -m benchmarks.large_file $(OFFICES)

load: $(DEV) ## Let 200 and 400 people answer, beside a bare app (15 minutes; ARGS=--quick: half a minute)
	$(BIN)/python -m benchmarks.load $(ARGS)

kill: $(DEV) ## Kill a saving process 50 times on each database (a few minutes)
	KILL_ROUNDS=50 $(BIN)/python -m pytest -n 0 tests/storage/test_kill.py --durations 2 -s $(ARGS)

screenshots: $(DEV) ## Take pictures of every page (OUT=docs/screenshots)
	$(BIN)/python -m tools.screenshots $(OUT)

format: $(DEV) ## Put code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## Remove .venv and everything else that was made here
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python that is new enough; then a venv that is whole, or none.
$(BIN)/python:
	@for name in "$(PYTHON)" python3.13 python3.12 python3.11; do \
	  command -v "$$name" >/dev/null 2>&1 || continue; \
	  "$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  echo "Making $(VENV) with $$("$$name" --version)"; \
	  "$$name" -m venv $(VENV) && exit 0; \
	  rm -rf $(VENV); \
	  echo "$$name could not make a virtual environment (see above; on Debian or Ubuntu: apt-get install python3-venv)." >&2; \
	  exit 1; \
	done; \
	echo "Tikamp needs Python 3.11 or newer. Found: $$("$(PYTHON)" --version 2>&1 || echo 'no $(PYTHON)')." >&2; \
	echo "Install one, or point to it: make $(MAKECMDGOALS) PYTHON=/path/to/python3.12" >&2; \
	exit 1

# setuptools comes from constraints.txt too, hence no build isolation.
$(RUNTIME): pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing what the app needs (about a minute the first time)'
	@$(PIP_INSTALL) setuptools
	@$(PIP_INSTALL) --no-build-isolation --editable .
	@touch $@

$(DEV): pyproject.toml constraints.txt | $(BIN)/python
	@echo 'Installing everything for working on Tikamp (a minute or two the first time)'
	@$(PIP_INSTALL) setuptools
	@$(PIP_INSTALL) --no-build-isolation --editable '.[dev]'
	@touch $@ $(RUNTIME)
