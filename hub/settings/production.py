"""Settings for a hub that the public reaches. It starts only when the environment says what it must."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403 - production is base, locked; it never sees dev
from .base import CACHES, DATABASES, FRONTEND_URL, STATIC_ROOT, WAGTAILADMIN_BASE_URL, env

SHORTEST_SECRET = 50
KNOWN_SECRETS = ("development-only", "test-only", "django-insecure", "change-me")

DEBUG = False
SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=[])
SINGLE_PROCESS = env.bool("SINGLE_PROCESS", default=False)


def missing_in_environment() -> list[str]:
    """One sentence for each thing that is unsafe or not set; none when the hub may start."""
    embedded = DATABASES["default"]["ENGINE"].endswith("sqlite3") or "locmem" in CACHES["default"]["BACKEND"]
    rules = [
        (
            len(SECRET_KEY) < SHORTEST_SECRET or SECRET_KEY.startswith(KNOWN_SECRETS) or len(set(SECRET_KEY)) < 5,
            f"Set SECRET_KEY to at least {SHORTEST_SECRET} random characters that nobody else has.",
        ),
        (not ALLOWED_HOSTS, "Set ALLOWED_HOSTS to the host names of the hub, separated by commas."),
        ("*" in ALLOWED_HOSTS, "Name the hosts in ALLOWED_HOSTS; “*” would let any name through."),
        (env.bool("DEBUG", default=False), "Take DEBUG out of the environment: it shows the inside of the hub."),
        (
            embedded and not SINGLE_PROCESS,
            "Set DATABASE_URL to PostgreSQL and CACHE_URL to Redis, or SINGLE_PROCESS=true for one process on SQLite.",
        ),
        ("EMAIL_URL" not in env, "Set EMAIL_URL to the mail server, such as smtp+tls://user:password@host:587."),
        ("HUB_URL" not in env, "Set HUB_URL to the public address of the hub."),
        ("FRONTEND_URL" not in env, "Set FRONTEND_URL to the public address of the pages."),
    ]
    return [sentence for broken, sentence in rules if broken]


if _problems := missing_in_environment():
    raise ImproperlyConfigured("The hub does not start like this.\n" + "\n".join(f"- {line}" for line in _problems))

# Transport: everything over TLS. Only a proxy that sets this header itself may be believed.
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = env.int("HSTS_SECONDS", default=365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("HSTS_SUBDOMAINS", default=True)
CSRF_TRUSTED_ORIGINS = sorted({WAGTAILADMIN_BASE_URL, FRONTEND_URL})

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)

# The admin shows previews and history in frames of its own, so frames of the same origin stay allowed.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
