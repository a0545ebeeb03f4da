# Commands for contributors and CI. Each target first installs its requirements into .venv.
#
#   make generate PYTHON=python3.13   uses another interpreter and creates .venv again.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(if $(wildcard $(BIN)/python),$(BIN)/python,python3)
PYTHONS := python3.11 python3.12 python3.13 python3.14
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
SOURCES := generator tests

# Stamps of the two stages of .venv. A new Python version, a changed pyproject.toml and a
# changed lock file make them stale.
TO_GENERATE := $(VENV)/.to-generate-$(VERSION)
TO_TEST := $(VENV)/.to-test-$(VERSION)

INSTALL := -m pip install --quiet --disable-pip-version-check
# The build backend is installed from the lock file, too, so that pip checks its hash.
EDITABLE := --no-deps --no-build-isolation --editable .
ALL := -m pytest -n auto --dist loadfile
FAST := $(ALL) -m "not slow"
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
  --custom-compile-command "make lock" $(ARGS) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help generate check test test-all coverage test-newest test-lowest test-pythons \
  venv-newest venv-lowest lock bench bench-names bench-peers corpus conformance docs site clean

help: ## list the targets
	@echo "make TARGET, where TARGET is one of:"
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  \1\t\2/' | expand -t 16

define check-python
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
  { echo "oasmith requires Python 3.11 or newer; select it: make PYTHON=python3.12 ..."; exit 1; }
endef

$(TO_GENERATE): pyproject.toml .requirements/generate.txt
	$(check-python)
	@$(BIN)/python -c 'import pip, sys; sys.exit("%d.%d" % sys.version_info[:2] != "$(VERSION)")' 2>/dev/null || \
	  { echo "creating $(VENV) with Python $(VERSION)"; $(PYTHON) -m venv --clear $(VENV); }
	@echo "installing the generator and its dependencies into $(VENV) (about half a minute)"
	@$(BIN)/python $(INSTALL) --require-hashes --requirement .requirements/generate.txt
	@$(BIN)/python $(INSTALL) $(EDITABLE)
	@touch $@

$(TO_TEST): $(TO_GENERATE) .requirements/dev.txt
	@echo "installing the test dependencies into $(VENV) (about a minute)"
	@$(BIN)/python $(INSTALL) --require-hashes --requirement .requirements/dev.txt
	@touch $@

# Classes of parsed responses narrow fields; the comments in them are for mypy and pyright.
TY_IGNORED = deprecated incompatible-attribute-override incompatible-mutable-override

generate: $(TO_GENERATE) ## write generated/ from specs/
	@$(BIN)/python -m generator generate

check: check-others check-pyright ## check that generated/ is current; run the linter, formatter and type checkers

# pyright takes about as long as the others: `make --jobs 2 check` uses two processors.
.PHONY: check-others check-pyright
check-pyright: $(TO_TEST)
	$(BIN)/pyright

check-others: $(TO_TEST)
	$(BIN)/python -m generator check
	$(BIN)/ruff check $(SOURCES) generated
	$(BIN)/black --check $(SOURCES) generated
	$(BIN)/mypy generator
	MYPYPATH=generated $(BIN)/mypy -p openai_client
	$(BIN)/ty check $(TY_IGNORED:%=--ignore %) --python $(VENV) generated/openai_client
	$(BIN)/pyrefly check --min-severity error --python-interpreter-path $(BIN)/python generated/openai_client

test: $(TO_TEST) ## run the fast tests
	$(BIN)/python $(FAST)

test-all: $(TO_TEST) ## run all tests
	$(BIN)/python $(ALL)

coverage: $(TO_TEST) ## run all tests and show the lines of generator/ that they miss
	$(BIN)/python $(ALL) --cov --cov-report=term

test-newest: venv-newest ## run the fast tests with the newest allowed versions of the dependencies
	.venv-newest/bin/python $(FAST)

test-lowest: venv-lowest ## run the fast tests with the lowest allowed versions of the dependencies
	.venv-lowest/bin/python $(FAST)

# Resolved on each run, because new versions can have been released.
venv-newest venv-lowest: venv-%:
	$(check-python)
	@$(PYTHON) -m venv --clear .venv-$*
	@echo "installing the $* allowed versions into .venv-$* (about a minute)"
	@$(PYTHON) -m tests.requirements $* >.venv-$*/requirements.txt
	@.venv-$*/bin/python $(INSTALL) --requirement .venv-$*/requirements.txt
	@.venv-$*/bin/python $(INSTALL) $(EDITABLE)

test-pythons: ## run the fast tests with each of Python 3.11 to 3.14 that is installed
	@missing= failed= passed=; \
	for python in $(PYTHONS); do \
	  if ! $$python -c '' 2>/dev/null; then missing="$$missing $$python"; continue; fi; \
	  echo "== $$python"; \
	  if $(MAKE) --no-print-directory test PYTHON=$$python VENV=.venv-$$(basename $$python); \
	  then passed="$$passed $$python"; else failed="$$failed $$python"; fi; \
	done; \
	echo "passed:$${passed:- none}; failed:$${failed:- none}; not installed:$${missing:- none}"; \
	[ -z "$$failed" ] && [ -n "$$passed" ]

lock: ## resolve the lock files again (needs uv); ARGS=-U takes the newest versions
	$(LOCK) --group dev --output-file .requirements/dev.txt
	$(LOCK) --group build --constraints .requirements/dev.txt --output-file .requirements/generate.txt

bench: $(TO_TEST) ## measure speed as ratios and print the goals
	$(BIN)/python -m tests.bench

bench-peers: $(TO_TEST) ## measure the time that users of this and other generators wait
	$(BIN)/python -m tests.bench.peers $(ARGS)

bench-names: $(TO_TEST) ## compare the names of calls with those of SDKs of the vendors
	$(BIN)/python -m tests.bench.names

corpus: $(TO_TEST) ## generate clients from the documents in ../shared and check them
	$(BIN)/python -m tests.corpus $(ARGS)

docs: $(TO_GENERATE) ## serve the reference as a site on this machine
	@$(BIN)/python -m generator docs --open

site: $(TO_GENERATE) ## write the reference as a site to build/site
	rm -rf build/site
	@$(BIN)/python -m generator docs --to build/site

conformance: $(TO_TEST) ## run the keyword cases and the test suites that others publish
	$(BIN)/python -m tests.conformance $(ARGS)

clean: ## remove the environments and caches, not generated/
	rm -rf $(VENV) .venv-* build dist .mypy_cache .pytest_cache .hypothesis
