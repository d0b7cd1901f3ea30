"""What the tests run on; DATABASE_URL and CACHE_URL choose between the embedded and the served parts."""

import os

from .base import *  # noqa: F403 - a test runs on base with cheap hashing
from .base import CACHES

SECRET_KEY = "test-only-not-a-secret"  # noqa: S105 - production refuses to start with it
DEBUG = False
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True

if CACHES["default"]["BACKEND"].endswith("RedisCache"):
    # Each worker of a parallel run empties a Redis database of its own.
    _worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    CACHES["default"]["LOCATION"] = f"{CACHES['default']['LOCATION'].rsplit('/', 1)[0]}/{_worker + 1}"
