# graphload: `make` tells what can be made. Everything lives in .venv, with the versions of constraints.txt.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
COMPOSE := docker compose
DEMO := demo
GRAPHLOAD := $(BIN)/graphload --db $(DEMO)/graphload.db
WORKERS ?= 2
BENCHMARKS ?= $(filter $(basename $(notdir $(wildcard benchmarks/*.py))), reading loading resolving viewing)

.PHONY: help demo test lint check-types check-imports score unit bench faults docs neo4j-up neo4j-down clean

help: ## tell what can be made
	@grep -hE '^[a-z0-9-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

demo: $(VENV)/runs ## load corpus/, ask three saved queries, draw the network
	$(GRAPHLOAD) load corpus
	$(GRAPHLOAD) query who-met --param person=vladimir-putin --param limit=5
	$(GRAPHLOAD) query agreements-between --param a=RUS --param b=PRK
	$(GRAPHLOAD) query sources-ranked --param limit=5
	$(GRAPHLOAD) --quiet view --output $(DEMO)/network.html
	@echo "The graph is in $(CURDIR)/$(DEMO)/graphload.db"
	@echo "The network: open $(CURDIR)/$(DEMO)/network.html in a browser"

test: lint check-types check-imports score unit ## everything that CI runs

lint: $(VENV)/tests ## form and style of the code
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

check-types: $(VENV)/tests ## types
	$(BIN)/mypy

check-imports: $(VENV)/tests ## which part may import which
	$(BIN)/lint-imports

score: $(VENV)/tests ## how well the corpus is read; fails where it gets worse
	$(BIN)/graphload score corpus/gold.jsonl --at-least 0.7

unit: $(VENV)/tests ## the tests, those of one Neo4j server in one worker
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadgroup --durations 15

bench: $(VENV)/tests ## the figures: reading, loading, resolving, viewing
	@for name in $(BENCHMARKS); do echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit; done

faults: $(VENV)/tests ## kill -9, full disks, damaged files, servers that go away: what is lost (an hour)
	$(BIN)/python -m benchmarks.faults

docs: $(VENV)/tests ## write the reference pages anew
	$(BIN)/python -m graphload.cli.reference > docs/commands.md
	$(BIN)/python -m docs.generate

neo4j-up: ## start Neo4j in a container and wait until it answers (needs NEO4J_PASSWORD)
	$(COMPOSE) up --detach --wait neo4j
	@echo "Neo4j answers at bolt://127.0.0.1:$${NEO4J_BOLT_PORT:-7687}"

neo4j-down: ## stop that Neo4j; its data stays in the volume
	NEO4J_PASSWORD="$${NEO4J_PASSWORD:-unused}" $(COMPOSE) down

clean: ## remove the environment and the demonstration
	rm -rf $(VENV) $(DEMO)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --upgrade pip

$(VENV)/runs: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) .
	@touch $@

$(VENV)/tests: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) '.[dev]'
	@touch $@ $(VENV)/runs
