# What a contributor and CI run. Each target makes .venv first, when it is missing or stale.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SOURCES := generator tests

.DEFAULT_GOAL := help
.PHONY: help generate check test test-all bench corpus clean

help: ## say what there is
	@echo "make TARGET, where TARGET is one of:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 14

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "oasmith needs Python 3.11 or newer; say which: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

generate: $(READY) ## write generated/ from specs/
	@$(BIN)/python -m generator generate

check: $(READY) ## is generated/ current, and are the sources formatted and typed?
	$(BIN)/python -m generator check
	$(BIN)/black --quiet --check $(SOURCES) generated
	$(BIN)/mypy generator
	MYPYPATH=generated $(BIN)/mypy -p openai_client
	$(BIN)/pyright

test: $(READY) ## the tests, fast ones
	$(BIN)/python -m pytest -m "not slow" -n auto --dist loadfile

test-all: $(READY) ## all tests
	$(BIN)/python -m pytest -n auto --dist loadfile

bench: $(READY) ## how fast, as ratios, beside the goals
	$(BIN)/python -m tests.bench

corpus: $(READY) ## generate from every document of ../shared and judge the result
	$(BIN)/python -m tests.corpus $(ARGS)

clean: ## remove what was made, but for generated/
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .hypothesis
