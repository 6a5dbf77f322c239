# Everything a newcomer needs: `make run` to read the site, `make test` to test it.
# Needs only make and Python 3.11 or newer with its venv module.

PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= var
DEBUG ?= 1
export DATA_DIR DEBUG

VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
INSTALL := $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes --only-binary :all:

.PHONY: help setup run test html lint format messages lock bench lighthouse contact-sheet

help:  ## list these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(VENV)/.stamp node_modules/.stamp  ## create .venv and install what the locks name

$(VENV)/.stamp: requirements-dev.lock requirements-bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed, this is " + sys.version if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip' || { echo "Python lacks its venv module: apt install python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	( $(INSTALL) -r requirements-bootstrap.lock 2>/dev/null \
	  && UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip sync -q --require-hashes --only-binary :all: --python $(BIN)/python requirements-dev.lock ) \
	|| $(INSTALL) -r requirements-dev.lock
	@touch $@

# The fonts of pages and PDFs. Without npm, or without a network, the system's are used.
node_modules/.stamp: package-lock.json .npmrc
	@! command -v npm >/dev/null \
	|| { npm ci --omit=dev --ignore-scripts --no-audit --no-fund --fetch-retries=1 >/dev/null 2>&1 && touch $@; } \
	|| { mkdir -p node_modules && touch $@; echo "npm could not fetch the fonts of issues: their PDFs use Debian's fonts-noto-core, if it is installed. To try again: npm ci"; }

# What checks and measures pages too; nothing of it is part of the site.
node_modules/.dev-stamp: package-lock.json .npmrc
	npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 >/dev/null && touch node_modules/.stamp $@

run: setup  ## serve the site on http://127.0.0.1:$(PORT), with sample content if it is empty
	$(MANAGE) migrate --verbosity 0
	$(MANAGE) load_demo --if-empty
	$(MANAGE) rebuild_search_index --if-empty
	$(MANAGE) make_renditions
	@test "$(DEBUG)" = 1 || $(MANAGE) collectstatic --noinput --verbosity 0
	@test "$(DEBUG)" != 1 || echo "Local mode: for this machine only, with a secret key of its own in $(DATA_DIR)/. For the public: DEBUG=0."
	@echo "Reading on http://127.0.0.1:$(PORT)/ with data in $(DATA_DIR)/ (stop with Ctrl-C)"
	PORT=$(PORT) $(BIN)/gunicorn nejat.wsgi --config python:nejat.gunicorn

test: setup  ## run every test that needs no server of its own
	$(BIN)/python -m pytest -q -n auto --dist worksteal -m "not e2e and not benchmark and not html"
	@echo "Left out: browser tests (they need Debian's chromium: .ci/run), PostgreSQL (.ci/run), valid HTML (make html), benchmarks (make bench)."

html: node_modules/.dev-stamp setup  ## check that every page is valid HTML (needs Java 17 and npm)
	$(BIN)/python -m pytest -q -m html tests/test_html.py

lint: setup  ## check form, layers, types, templates
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet templates

format: setup  ## put Python code into the one form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: setup  ## collect and compile the interface's words (needs gettext)
	$(MANAGE) makemessages --all --no-location --no-wrap --no-obsolete --ignore '.venv/*' --ignore 'var/*' --ignore 'tests/*' --ignore 'node_modules/*'
	$(MANAGE) compilemessages --verbosity 0 --ignore '.venv/*' --ignore 'node_modules/*'

bench: setup  ## measure: see docs/benchmarks.md
	$(BIN)/python -m pytest -q -s -p no:randomly -m benchmark tests/benchmarks

lighthouse: node_modules/.dev-stamp setup  ## measure pages as Lighthouse does (needs chromium and npm)
	$(BIN)/python -m tests.benchmarks.lighthouse

contact-sheet: setup  ## photograph the pages in all editions, widths and themes (needs chromium)
	$(BIN)/python -m tests.contact_sheet

COMPILE = UV_PYTHON_DOWNLOADS=never $(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links

lock: setup  ## choose the newest versions that fit and pin them by hash
	$(COMPILE) --upgrade pyproject.toml -o requirements.lock
	$(COMPILE) --upgrade pyproject.toml --group dev -o requirements-dev.lock
	awk '/^uv==/{on=1} on && /^[^ ]/ && !/^uv==/{exit} on' requirements-dev.lock > requirements-bootstrap.lock
	! grep -nE 'https?://|file:|--(index|extra|find)' requirements*.lock
