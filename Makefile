# What anyone guesses: make run, make test, make ci. Needs python3 (3.12 or newer) and make; the rest is installed into .venv.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test test-postgresql ci deep bench grow lighthouse load scale-test lint types fix migrations docs requirements \
	wheel sbom audit clean

# uv trusts what the machine trusts, also behind a proxy of its own.
export UV_SYSTEM_CERTS := 1
VENV := .venv
BIN := $(VENV)/bin
# Tests wait for servers, browsers and each other: half as many again as there are cores keep those busy.
WORKERS ?= $(shell echo $$(( ($$(nproc 2>/dev/null || echo 2) * 3 + 1) / 2 )))
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
	@bash .ci/tools
	@bash .ci/postgresql --optional $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not browser" -p no:cacheprovider
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

test-postgresql: $(VENV)/.test  ## the tests on PostgreSQL alone
	@bash .ci/postgresql $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not browser"

ci: $(VENV)/.test lint types migrations-check  ## what .ci/run runs, cheap to dear; nothing is skipped
	@bash .ci/tools --required
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal
	bash .ci/postgresql $(BIN)/python -m pytest -n $(WORKERS) --dist worksteal -m "not browser"

deep: export FIRSTFOOT_DEEP = 1
deep: $(VENV)/.test  ## races, faults, fuzzing and model tests with the big counts, and one table of figures
	@bash .ci/tools --required
	$(BIN)/python -m pytest -m "deep or deep_only"
	bash .ci/postgresql $(BIN)/python -m pytest -m "(deep or deep_only or once) and not browser"

bench: $(VENV)/.test  ## what pages and processes cost, beside what they could cost (FIRSTFOOT_BENCH keeps the world)
	timeout 600 $(BIN)/python -m benchmarks

grow: $(VENV)/.test  ## the demo with 100,000 engagements, and what lists and desks cost in it beside the small one
	timeout 1800 $(BIN)/python -m benchmarks.size

lighthouse: $(VENV)/.test  ## what Lighthouse says of the public pages on a phone (npm brings it)
	@bash .ci/tools --required
	timeout 1200 $(BIN)/python -m benchmarks.lighthouse

load: $(VENV)/.test  ## 8 and 64 people at once on the served site, 80/20 reads and writes, SQLite and PostgreSQL
	bash .ci/postgresql $(BIN)/python -m benchmarks.load

scale-test: $(VENV)/.test  ## the story on two machines with PostgreSQL, Redis, Celery and S3 (needs root)
	$(BIN)/python -m tests.scale

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

wheel: $(VENV)/.test  ## build the package into dist/; the same source gives the same bytes
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv build -q --wheel --no-build-isolation --python $(BIN)/python -o dist
	@sha256sum dist/*.whl

sbom: $(VENV)/.test  ## the bill of materials of what is installed to run, with hashes: dist/sbom.json (CycloneDX)
	@mkdir -p dist
	@$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --of JSON -o dist/sbom.json requirements/run.txt
	@echo "dist/sbom.json"

audit: $(VENV)/.test  ## known faults in what is installed; a package that could not be looked up fails (needs the advisory service)
	$(BIN)/pip-audit -r requirements/run.txt --require-hashes --disable-pip --strict
	$(BIN)/pip-audit -r requirements/test.txt --require-hashes --disable-pip --strict

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
