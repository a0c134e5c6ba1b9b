# What a developer does, one target each. `make ci` is what CI runs: everything, in this order, stopping at the first failure.
PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
.PHONY: help serve test dev ci lint types migrations messages postgres journeys format lock translations docs bench screenshots
.NOTPARALLEL:

help: ## This list.
	@sed -nE 's/^([a-z]+):.*## /  make \1\t/p' Makefile | expand -t 20

serve: ## Set up, migrate, load the demo movement into an empty database, and serve.
	@$(PYTHON) bootstrap.py serve

test: ## Every test that needs nothing beyond Python; ARGS="tests/people -x" chooses.
	@$(PYTHON) bootstrap.py test $(ARGS)

dev: ## Set up what tests and checks need.
	@$(PYTHON) bootstrap.py dev

ci: export M4C_NO_SKIPS = 1
ci: test lint types migrations messages postgres journeys ## All that CI runs.
	@echo "Everything passed."

lint: dev ## Python and templates: rules and format.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djlint m4c --lint --quiet

types: dev ## Types.
	$(BIN)/mypy

migrations: dev ## Models and migrations agree.
	M4C_DATA=var/ci $(BIN)/python manage.py makemigrations --check --dry-run

messages: dev ## The catalogue of translations has every text of the code, and no other.
	$(BIN)/python -m ci.messages --check

postgres: dev ## The tests that open the database once more, on a PostgreSQL of its own.
	$(BIN)/python -m ci.with_postgres $(PYTEST) -n 2 -m "database and not browser"

journeys: dev ## The stories that need a real browser.
	$(BIN)/python -m ci.with_chromium $(BIN)/python -m ci.with_nu_checker $(PYTEST) -n 2 --dist worksteal tests/journeys -m browser

format: dev ## Bring Python to its format.
	$(BIN)/ruff check --fix --exit-zero .
	$(BIN)/ruff format .

LOCK := $(BIN)/uv pip compile --quiet --generate-hashes --universal --no-annotate --no-header --python-version 3.11 pyproject.toml
lock: dev ## Write the lock files anew from pyproject.toml; UPGRADE=--upgrade takes newer releases.
	$(LOCK) $(UPGRADE) -o requirements/base.txt
	$(LOCK) $(UPGRADE) --extra dev -c requirements/base.txt -o requirements/dev.txt

translations: dev ## Bring the catalogue of translations up to what the code says.
	$(BIN)/python -m ci.messages

docs: dev ## Write the pages of docs/ that come from the code.
	M4C_DATA=var/ci $(BIN)/python -m ci.write_docs

bench: ## Measure the jobs of bench/.
	@$(PYTHON) bootstrap.py
	$(BIN)/python -m bench $(ARGS)

screenshots: dev ## Pictures of the main pages, phone and laptop, light and dark, in var/screenshots/.
	$(BIN)/python -m ci.with_chromium $(BIN)/python -m ci.screenshots $(ARGS)
