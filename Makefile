# Sankaku. `make help` lists what there is; each target says what it does.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 8000
export HOST PORT

.DEFAULT_GOAL := help
.PHONY: help install install-dev run seed test live check fix docs messages migrations snapshot bench fuzz

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

$(VENV)/run.stamp: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp

install: $(VENV)/run.stamp ## Make the virtual environment and install what running needs

install-dev: $(VENV)/dev.stamp ## Also install what testing needs

run: install ## Start the demo town: database, demo data, web server, answering process, worker (Ctrl-C stops all)
	@$(BIN)/python manage.py start

seed: install ## Fill the demo town (again, without changing what is there)
	$(BIN)/python manage.py migrate -v0
	$(BIN)/python manage.py seed_demo

test: install-dev ## Run the suite in parallel (ARGS= for pytest)
	$(BIN)/python -m pytest -n auto --dist loadfile --ignore=tests/live $(ARGS)

live: install-dev ## Start a whole town and click through it in Chromium, with axe and a load test
	$(BIN)/python -m pytest tests/live $(ARGS)

check: install-dev ## Lint, house order, migrations, generated docs, catalogues, types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djhtml --check --tabwidth 2 templates
	$(BIN)/lint-imports
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py makemigrations --check --dry-run
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py document --check
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py build_css --check
	DJANGO_SETTINGS_MODULE=portal.settings.test $(BIN)/python manage.py messages --check
	$(BIN)/mypy

fix: install-dev ## Format and mend what can be mended by machine
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	-$(BIN)/djhtml --tabwidth 2 templates

docs: install-dev ## Write the generated reference (docs/reference) and the stylesheet
	$(BIN)/python manage.py document
	$(BIN)/python manage.py build_css

messages: install-dev ## Collect strings into locale/ja and compile the catalogues
	$(BIN)/python manage.py messages

migrations: install-dev ## Write migrations: make migrations APP=governance NAME=rule_ends_on
	$(BIN)/python manage.py makemigrations $(APP) -n $(NAME)

snapshot: install ## Write the static copy of the emergency page
	$(BIN)/python manage.py write_snapshot

bench: install-dev ## Measure against a reference in the same run
	$(BIN)/python -m tests.bench

fuzz: install-dev ## Twenty thousand spoiled signatures, answers and lists (FUZZ_SEED= for others)
	FUZZ_ROUNDS=20000 $(BIN)/python -m pytest tests/surveys/certificates/test_fuzz.py
