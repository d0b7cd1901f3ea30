"""What every test may lean on: the six locales and a site with a home page."""

import pytest
from django.conf import settings
from django.core.cache import cache
from wagtail.models import Locale, Page, Site


@pytest.fixture(autouse=True)
def _empty_cache():
    """No test sees what another one left in the cache, be it memory or Redis."""
    cache.clear()


@pytest.fixture
def locales(db) -> dict[str, Locale]:
    """The six locales by code."""
    return {code: Locale.objects.get_or_create(language_code=code)[0] for code, _name in settings.LANGUAGES}


@pytest.fixture
def root_page(locales) -> Page:
    """The root of the page tree."""
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=locales["en"])


@pytest.fixture
def home_page(root_page, locales):
    """A published English home page below the root."""
    from hub.pages.models import HomePage

    return root_page.add_child(instance=HomePage(title="Hub", slug="hub", locale=locales["en"]))


@pytest.fixture
def site(home_page) -> Site:
    """The default site, whose root is the home page."""
    Site.objects.all().delete()
    return Site.objects.create(hostname="localhost", port=8000, root_page=home_page, is_default_site=True)
