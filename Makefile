# Everything a fresh clone needs: Python 3.11 or newer, make, git. The rest installs itself.
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps
ARGS ?=
QUICK := tests/test_*.py $(addprefix tests/,formula model pages reckoning source)
# What waits for the network, or takes one core, need not wait for its neighbour.
MAKEFLAGS += --jobs=2

.PHONY: serve build check test quick packages lint lint-yaml lint-code bench lock status web clean

serve: $(VENV)/site.ok ## build the site in every language, show it at http://127.0.0.1:8000/ and reload on every edit
	$(BIN)/python -m mkdocs serve --livereload $(ARGS)

build: $(VENV)/site.ok ## write the published site into site/
	$(BIN)/python -m mkdocs build --strict --quiet

check: $(VENV)/site.ok ## read every data file and say what is wrong with it, all at once
	$(BIN)/python -m macros check

status: $(VENV)/site.ok ## how fresh each translation is
	$(BIN)/python -m macros status

test: packages lint ## linters, types, data, then every test in a real browser
	$(BIN)/python -m pytest $(ARGS)

quick: $(VENV)/dev.ok lint ## linters and the tests that need no built site, no browser and no office: for daily work
	$(BIN)/python -m pytest -n logical $(QUICK) $(ARGS)

packages: ## the system's packages that tests use; needs no more than Python, and so comes while others are installed
	$(PYTHON) -m tests.browser_packages

lint: lint-yaml lint-code

lint-yaml: $(VENV)/dev.ok
	$(BIN)/yamllint --strict .

lint-code: $(VENV)/dev.ok
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet overrides
	$(BIN)/python -m tests.web_build lint

bench: packages $(VENV)/dev.ok ## time the build beside a plain Material site; a change and the dashboard with much work
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.browser.bench_work
	$(BIN)/python -m tests.browser.bench_dashboard
	$(BIN)/python -m tests.browser.bench_tool

web: $(VENV)/dev.ok ## build the browser scripts of web/ into overrides/assets/
	$(BIN)/python -m tests.web_build

lock: $(VENV)/dev.ok ## renew the two lock files from the .in files
	$(BIN)/pip-compile -q --upgrade --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe -o requirements.txt requirements.in
	$(BIN)/pip-compile -q --upgrade --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --strip-extras --allow-unsafe -o requirements-dev.txt requirements-dev.in

clean:
	rm -rf site .cache

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/site.ok: requirements.txt | $(VENV)/bin/python
	$(PIP) -r requirements.txt
	touch $@

$(VENV)/dev.ok: requirements-dev.txt $(VENV)/site.ok
	$(PIP) -r requirements-dev.txt
	touch $@
