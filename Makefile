# `make play` and `make test` do everything from a bare checkout: a .venv, the install, the run.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: play test lint check questions filmography lore wording weights facts-score fuzz clean

play: .venv/installed
	@$(BIN)/btsquiz play

test: lint
	$(BIN)/python -m pytest -n auto

lint: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes the shipped packs again from the fact sheets; the result is committed, byte for byte.
questions: .venv/installed
	$(BIN)/btsquiz generate questions/facts/000.yaml questions/facts/001.yaml --without mangled --without abroad \
		--output questions/on-the-set.yaml --title "On the set" \
		--about "What fifty photographs from film sets give away." --licence CC0-1.0 --force
	$(BIN)/btsquiz generate questions/facts/002.yaml --without mangled --without abroad \
		--output questions/small-stories.yaml --title "Small stories" \
		--about "Eighteen stories from behind the scenes, looked up." --licence CC0-1.0 --force
	$(BIN)/btsquiz generate questions/facts/tales-*.yaml \
		--output questions/tall-tales.yaml --title "Tall tales" \
		--about "What happened behind the scenes, and what is only told so." --licence CC0-1.0 --force
	$(BIN)/btsquiz generate questions/facts/001.yaml questions/facts/002.yaml questions/facts/abroad.yaml \
		--only mangled --only abroad --only abroad-typed --only cover-title --only hidden-title \
		--output questions/lost-in-translation.yaml --title "Lost in translation" \
		--about "Names and titles that went abroad, through a machine, or under cover." --licence CC0-1.0 --force
	$(BIN)/btsquiz generate --films \
		--output questions/film-school.yaml --title "Film school" \
		--about "Who made what, and when: links, rows and odd ones out." --licence CC0-1.0 --force

# Builds the table of films from the package's and the reviewed ones; the result is committed.
filmography: .venv/installed-dev
	$(BIN)/python -m btsquiz.facts.table \
		"$$($(BIN)/python -c 'from importlib.resources import files; print(files("bokeh_sampledata") / "_data" / "movies.db")')" \
		questions/facts/films.yaml questions/facts/lore.tsv questions/facts/filmography.db

# Learns what is told of which film, from the pages whose facts are marked and the fact sheets; then run
# `make filmography`, whose table has it.
lore: .venv/installed-dev
	PYTHONPATH=tests $(BIN)/python -m facts.lore questions/facts/lore.tsv

# Learns what words speak for a caption or an anecdote, from the pages whose facts are marked; committed too.
wording: .venv/installed-dev
	PYTHONPATH=tests $(BIN)/python -m facts.learn src/btsquiz/facts/wording.tsv

# Learns how much each phrase and each other thing speaks for a fact, for its kind, for its going on with the one
# before it, and for a page's being about one film, from the same pages; some ten minutes, after `make wording`.
weights: .venv/installed-dev
	PYTHONPATH=tests $(BIN)/python -m facts.weigh src/btsquiz/facts/weights.tsv src/btsquiz/facts/phrasing.tsv

# What the reader makes of pages whose facts are marked: those it was worked on with, and those kept aside.
facts-score: .venv/installed-dev
	$(BIN)/python tests/facts/score.py

# Ten minutes of coverage-guided fuzzing of the reader, with Atheris in a venv of its own.
fuzz: .venv/installed-dev
	$(PYTHON) -m venv .fuzz
	.fuzz/bin/python -m pip --disable-pip-version-check --quiet install atheris pyyaml platformdirs hypothesis
	PYTHONPATH=src .fuzz/bin/python tests/facts/fuzz.py

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "btsquiz needs Python 3.11 or newer; none was found." >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(PIP) install --editable .
	@touch $@

.venv/installed-dev: .venv/bin/python pyproject.toml
	$(PIP) install --editable '.[dev]'
	@touch $@ .venv/installed

clean:
	rm -rf .venv .fuzz build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
