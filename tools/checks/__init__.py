"""What `make test` runs: every check and every test, each to its end, with one summary."""
