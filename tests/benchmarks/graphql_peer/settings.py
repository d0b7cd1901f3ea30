"""The hub as it is, with the two peers beside its own addresses."""

from hub.settings.dev import *  # noqa: F403 - a benchmark runs on the settings of one laptop

DEBUG = False
ROOT_URLCONF = "tests.benchmarks.graphql_peer.urls"
LOGGING = {"version": 1, "disable_existing_loggers": True}
