"""The framing of the demo: home page, pages, menus and the people who can sign in."""

from typing import Any
from uuid import uuid5

from django.conf import settings
from wagtail.models import Locale, Page, Site

from hub.accounts.actions import grant_role
from hub.accounts.models import User
from hub.pages.models import ContentPage, HomePage, Menu, MenuItem

from .body import body
from .reading import NAMESPACE, read_file, translation_key

DEMO_PASSWORD = "biodiversity"  # noqa: S105 - printed on the screen of everyone who starts the demo


def load_pages() -> int:
    """The home page and content pages in every language they are written in; returns how many there are."""
    content = read_file("pages.yaml")
    root = Page.objects.get(depth=1)
    Page.objects.filter(depth=2, slug="home").exclude(content_type__model="homepage").delete()
    for locale in Locale.objects.order_by("pk"):
        code = locale.language_code
        home = HomePage.objects.filter(locale=locale).first() or _add_home(root, locale, content["home"])
        for entry in content["pages"]:
            if code in entry["texts"] and not ContentPage.objects.filter(locale=locale, slug=entry["key"]).exists():
                _add_page(home, locale, entry)
    _point_site_home()
    return Page.objects.filter(depth__gt=1).count()


def _add_home(root: Page, locale: Locale, entry: dict[str, Any]) -> HomePage:
    code = locale.language_code
    texts = entry["texts"][code]
    raw = [
        {"id": str(uuid5(NAMESPACE, f"home/{number}")), "type": block["type"], "value": block["value"]}
        for number, block in enumerate(texts["blocks"])
    ]
    page = HomePage(
        title=texts["title"],
        search_description=texts["description"],
        slug="home" if code == settings.LANGUAGE_CODE else f"home-{code}",
        locale=locale,
        translation_key=translation_key("home"),
        blocks=raw,
    )
    root.add_child(instance=page)
    page.save_revision().publish()
    return page


def _add_page(home: HomePage, locale: Locale, entry: dict[str, Any]) -> None:
    texts = entry["texts"][locale.language_code]
    page = ContentPage(
        title=texts["title"],
        search_description=texts.get("description", ""),
        slug=entry["key"],
        locale=locale,
        translation_key=translation_key(f"page/{entry['key']}"),
        introduction=texts["introduction"],
        body=body(f"page/{entry['key']}", texts["body"], locale.language_code),
    )
    home.refresh_from_db()
    home.add_child(instance=page)
    page.save_revision().publish()


def _point_site_home() -> None:
    home = HomePage.objects.get(locale__language_code=settings.LANGUAGE_CODE)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"root_page": home, "hostname": "localhost", "site_name": settings.WAGTAIL_SITE_NAME},
    )


def load_menus() -> None:
    """The main and footer menus, if editors have not made their own."""
    for identifier, items in read_file("pages.yaml")["menus"].items():
        menu, created = Menu.objects.get_or_create(identifier=identifier)
        if created:
            menu.items.set(
                [MenuItem(labels=item["labels"], path=item["path"], sort_order=n) for n, item in enumerate(items)]
            )
            menu.save()


def load_people() -> list[tuple[str, User]]:
    """The demo accounts, each with what it is for. Their password is `DEMO_PASSWORD`."""
    people = []
    for entry in read_file("people.yaml"):
        user, created = User.objects.get_or_create(
            email=entry["email"],
            defaults={
                "username": entry["email"].split("@")[0],
                "first_name": entry["first_name"],
                "last_name": entry["last_name"],
                "preferred_language": entry["language"],
            },
        )
        if created:
            user.set_password(DEMO_PASSWORD)
            user.save(update_fields=["password"])
            grant_role(user=user, name=entry["role"], actor=None)
        people.append((entry["role"], user))
    return people
