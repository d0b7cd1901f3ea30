"""One laptop, nothing else installed: SQLite, console mail, a folder for files."""

from .base import *  # noqa: F403 - dev is base with the doors open; production never imports this

DEBUG = env.bool("DEBUG", default=True)  # noqa: F405
SECRET_KEY = "development-only-not-a-secret"  # noqa: S105 - production refuses to start with it
ALLOWED_HOSTS = ["*"]
INTERNAL_IPS = ["127.0.0.1"]
