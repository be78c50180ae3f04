# What anyone guesses: make run, make test, make ci. Needs python3 (3.12 or newer) and make; the rest is installed into .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test test-postgresql ci lint types fix migrations docs requirements clean

# uv trusts what the machine trusts, also behind a proxy of its own.
export UV_SYSTEM_CERTS := 1
VENV := .venv
BIN := $(VENV)/bin
# The first of these that is new enough; a pyenv shim that points nowhere does not count.
PYTHON := $(shell for p in python3 python3.14 python3.13 python3.12; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && echo $$p && break; done)

help:  ## what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

run: export FIRSTFOOT_DATA ?= $(CURDIR)/var
run: export FIRSTFOOT_DEMO = 1
run: export LOG_JSON ?= no
run: $(VENV)/.run  ## set up, fill with the demo world, serve (PORT, FIRSTFOOT_DATA)
	@$(BIN)/firstfoot demo --if-empty
	@exec $(BIN)/firstfoot serve

test: $(VENV)/.test  ## all tests on SQLite, then on PostgreSQL where there is one
	@bash .ci/chromium
	@bash .ci/postgresql --optional $(BIN)/python -m pytest -n 2 --dist worksteal -m "not browser" -p no:cacheprovider
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-postgresql: $(VENV)/.test  ## the tests on PostgreSQL alone
	@bash .ci/postgresql $(BIN)/python -m pytest -n 2 --dist worksteal -m "not browser"

ci: $(VENV)/.test lint types migrations-check  ## what .ci/run runs, cheap to dear; nothing is skipped
	@bash .ci/chromium --required
	$(BIN)/python -m pytest -n 2 --dist worksteal
	bash .ci/postgresql $(BIN)/python -m pytest -n 2 --dist worksteal -m "not browser"

lint: $(VENV)/.test  ## style, template format, and the floors of the house
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	@find src -name '*.html' -path '*/templates/*' -print0 | xargs -0 -r $(BIN)/djade --check --target-version 6.1
	$(BIN)/lint-imports

types: $(VENV)/.test  ## mypy, strict
	$(BIN)/mypy

fix: $(VENV)/.test  ## repair what lint can repair by itself
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	@find src -name '*.html' -path '*/templates/*' -print0 | xargs -0 -r $(BIN)/djade --target-version 6.1

migrations: $(VENV)/.test  ## write the migrations that are missing
	$(BIN)/python -m django makemigrations --settings tests.settings

migrations-check: $(VENV)/.test
	$(BIN)/python -m django makemigrations --check --dry-run --settings tests.settings

docs: $(VENV)/.test  ## the pages of the documentation that are made from the code
	$(BIN)/python -m tests.house.lifecycle_diagrams

requirements: $(VENV)/.build  ## lock the dependencies anew, with hashes
	@$(BIN)/uv pip compile -q --no-header --no-annotate --generate-hashes --universal --python-version 3.12 \
		requirements/build.in -o requirements/build.txt
	@$(BIN)/uv pip compile -q --no-header --no-annotate --generate-hashes --universal --python-version 3.12 \
		pyproject.toml -o requirements/run.txt
	@$(BIN)/uv pip compile -q --no-header --no-annotate --generate-hashes --universal --python-version 3.12 \
		-c requirements/run.txt --extra test pyproject.toml -o requirements/test.txt

clean:  ## remove what was installed and made, not your data
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# --- the virtual environment; each stamp is newer than what it was made from ---

$(VENV)/.build: requirements/build.txt
	@$(if $(PYTHON),,$(error Firstfoot needs Python 3.12 or newer; python3 here is $(shell python3 --version 2>&1)))\
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/build.txt
	@touch $@

$(VENV)/.run: $(VENV)/.build requirements/run.txt pyproject.toml
	@test -f $(VENV)/.test || VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements/run.txt
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.test: $(VENV)/.build requirements/run.txt requirements/test.txt pyproject.toml
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements/test.txt
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run
