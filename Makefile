# Needs make and Python 3.12 or newer; everything else is brought into this checkout.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

# A pyenv shim hands its version down, and then the other Pythons beside it are not found.
unexport PYENV_VERSION
unexport VIRTUAL_ENV

# Downloads are kept in the checkout, so that nothing outside of it is touched.
export UV_CACHE_DIR ?= $(CURDIR)/.tools/uv-cache
export npm_config_cache ?= $(CURDIR)/.tools/npm-cache
export PATH := $(CURDIR)/.venv/bin:$(PATH)

PYTHON := .venv/bin/python
INSTALLED := .venv/.installed
FRONTEND_INSTALLED := frontend/node_modules/.installed

.PHONY: help
help: ## Show these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

.PHONY: install
install: $(INSTALLED) $(FRONTEND_INSTALLED) ## Bring Python and Node packages into this checkout

.PHONY: demo
demo: install ## Install, build and start a hub with demo content; stop it with Ctrl-C
	@$(PYTHON) -m tools.demo

.PHONY: test
test: install ## Run every check and every test
	@$(PYTHON) -m tools.checks

.PHONY: lint
lint: install ## Run only the quick checks: style, types, floors
	@$(PYTHON) -m tools.checks --only lint

.PHONY: services
services: $(INSTALLED) ## Start PostgreSQL, Redis and OpenSearch for this checkout under var/
	@$(PYTHON) -m tools.services start

.PHONY: services-stop
services-stop: $(INSTALLED) ## Stop them
	@$(PYTHON) -m tools.services stop

.PHONY: bench
bench: install ## Run the benchmarks and print ratios
	@$(PYTHON) -m tools.bench

.PHONY: lock
lock: ## Resolve requirements/*.in again into hash-locked requirements/*.txt
	@uv=$$(tools/find-uv) && for name in base test tools; do \
		echo "locking requirements/$$name.txt"; \
		"$$uv" pip compile --quiet --universal --generate-hashes --python-version 3.12 \
			--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
			requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done

$(INSTALLED): requirements/base.txt requirements/test.txt
	@uv=$$(tools/find-uv) && python=$$(tools/find-python) && \
	if ! [ -x $(PYTHON) ]; then "$$uv" venv --quiet --clear --python "$$python" .venv; fi && \
	echo "Python packages: installing into .venv" && \
	"$$uv" pip sync --python $(PYTHON) --require-hashes requirements/test.txt
	@touch $@

$(FRONTEND_INSTALLED): frontend/package.json frontend/package-lock.json $(INSTALLED)
	@echo "Node packages: installing into frontend/node_modules"
	@cd frontend && npm ci --no-audit --no-fund --loglevel=error
	@touch $@
