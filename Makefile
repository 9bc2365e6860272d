# Everything by name; each target brings what it needs into .venv and is quick when nothing is missing.
PY := .venv/bin/python
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
ARGS ?=
PIP := $(PY) -m pip install --quiet --quiet --disable-pip-version-check
CACHES := .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.PHONY: help run demo test check format screens translate rules bench pin clean distclean

help:
	@echo "make run      the window; without a display, the sample worked through into build/demo"
	@echo "make demo     the sample, from interview answers to PDF and workbook, into build/demo"
	@echo "make test     the tests (ARGS='tests/model -k clock' picks some, JOBS=4 uses more cores)"
	@echo "make check    style, types and walls"
	@echo "make format   puts the source into its standard form"
	@echo "make screens  pictures of every place of the window into docs/screens"
	@echo "make translate  new texts into the catalogues of the window's languages (ARGS='--new de' begins one)"
	@echo "make rules    the table of all rules in docs/checks.md anew"
	@echo "make bench    measurements against floors, table in docs/performance.md"
	@echo "make pin      requirements/*.txt anew from pyproject.toml (ARGS=--upgrade for newer versions)"
	@echo "make clean    removes what was made; make distclean removes .venv, too"

$(PY):
	@tools/venv

.venv/run.stamp: requirements/run.txt pyproject.toml | $(PY)
	@echo "installing what the program needs into .venv"
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements/dev.txt requirements/run.txt pyproject.toml | $(PY)
	@echo "installing what the program and its tests need into .venv"
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch .venv/run.stamp $@

.venv/bench.stamp: requirements/bench.txt .venv/dev.stamp | $(PY)
	@echo "installing what the clock is measured against into .venv"
	@$(PIP) --require-hashes -r requirements/bench.txt
	@touch $@

run: .venv/run.stamp
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		tools/system-packages run window && exec $(PY) -m slaeditor $(ARGS); \
	else \
		echo "There is no display, so the sample is worked through without a window."; \
		$(MAKE) --no-print-directory demo; \
	fi

demo: .venv/run.stamp
	@tools/system-packages run
	@rm -rf build/demo && mkdir -p build
	@$(PY) -m slaeditor demo build/demo
	@echo "The files are in $(CURDIR)/build/demo:" && ls -1 build/demo

test: .venv/dev.stamp
	@tools/system-packages run window test
	@LC_ALL=C.UTF-8 $(PY) -m pytest -n $(JOBS) $(ARGS)

check: .venv/dev.stamp
	@$(PY) -m ruff check
	@$(PY) -m ruff format --check
	@$(PY) -m mypy
	@.venv/bin/lint-imports

format: .venv/dev.stamp
	@$(PY) -m ruff check --fix-only
	@$(PY) -m ruff format

screens: .venv/dev.stamp
	@tools/system-packages run
	@LC_ALL=C.UTF-8 $(PY) -m tools.screens $(ARGS)

translate: .venv/dev.stamp
	@$(PY) -m tools.translate $(ARGS)

rules: .venv/dev.stamp
	@$(PY) -m tools.rules

bench: .venv/bench.stamp
	@tools/system-packages run window test
	@LC_ALL=C.UTF-8 $(PY) -m benchmarks $(ARGS)

pin: $(PY)
	@$(PIP) uv
	@$(PY) -m tools.pin $(ARGS)

clean:
	rm -rf build dist $(CACHES)
	find slaeditor tests benchmarks tools -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean
	rm -rf .venv slaeditor.egg-info
