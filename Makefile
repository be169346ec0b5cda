# Two commands matter: `make brief` shows what zopa does, `make test` runs every test.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help brief test check bench docs generated lock format clean

help: ## List the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/python: # a virtual environment with the locked build tools
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.lock
	touch $@

.venv/run: .venv/python requirements/run.lock pyproject.toml hatch_build.py src/zopa/settlements/kernels/kernels.c
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/develop: .venv/run requirements/develop.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/develop.lock
	touch $@

brief: .venv/run ## Brief the example case: text here, the page in build/alaska.html
	@mkdir -p build
	@$(BIN)/zopa brief examples/alaska -o build/alaska.html

test: .venv/develop ## Run every test, with coverage
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=term:skip-covered

check: .venv/develop ## Everything a commit must pass: lint, types, generated files, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python docs/generate.py --check
	$(BIN)/python -m sphinx -W -q -b html docs build/docs
	$(MAKE) test

bench: .venv/develop ## Measure against peers and annotated coverage (needs ../shared)
	$(BIN)/python -m benchmarks

docs: .venv/develop generated ## Build the documentation into build/docs
	$(BIN)/python -m sphinx -W -q -b html docs build/docs
	@echo "build/docs/index.html"

generated: .venv/develop ## Write the generated parts of the documentation
	$(BIN)/python docs/generate.py

lock: ## Renew the lock files from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header requirements/build.in -o requirements/build.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml -o requirements/run.lock
	uv pip compile --universal --generate-hashes --no-emit-index-url --no-annotate --no-header pyproject.toml --group test --group check --group docs -c requirements/run.lock -o requirements/develop.lock

format: .venv/develop ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## Remove what the commands made
	rm -rf .venv build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
