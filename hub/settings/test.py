"""What the tests run on; DATABASE_URL and CACHE_URL choose between the embedded and the served parts."""

from .base import *  # noqa: F403 - a test runs on base with cheap hashing

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
