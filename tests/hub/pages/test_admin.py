"""Menus and framing pages in the admin."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from hub.accounts.actions import grant_role
from hub.accounts.models import User
from hub.pages.models import Menu
from knowledge.workflows import set_up_workflows

pytestmark = pytest.mark.django_db


def client_of(name):
    user = User.objects.create_user(username=name, email=f"{name}@hub.example", password="pass")
    grant_role(user=user, name=name, actor=None)
    client = Client()
    client.force_login(User.objects.get(pk=user.pk))
    return client


@pytest.fixture(autouse=True)
def _desk(home_page):
    set_up_workflows()


def menu_form(**item):
    texts = {"labels_en": "Records", "labels_fr": "Fiches"} | {
        f"labels_{code}": "" for code in ("es", "ar", "ru", "zh")
    }
    return nested_form_data({"identifier": "main", "items": inline_formset([texts | {"page": "", "path": ""} | item])})


def test_an_administrator_writes_a_menu_in_several_languages():
    address = reverse(Menu.snippet_viewset.get_url_name("add"))

    answer = client_of("administrator").post(address, menu_form(path="/records"))

    item = Menu.objects.get(identifier="main").items.get()
    assert answer.status_code == 302
    assert (item.labels, item.path) == ({"en": "Records", "fr": "Fiches"}, "/records")


def test_an_item_leads_to_one_place(home_page):
    address = reverse(Menu.snippet_viewset.get_url_name("add"))

    both = client_of("administrator").post(address, menu_form(path="/records", page=home_page.pk))

    assert "Give either a page or an address." in both.content.decode()
    assert Menu.objects.count() == 0


def test_an_editor_does_not_change_menus():
    answer = client_of("editor").get(reverse(Menu.snippet_viewset.get_url_name("list")))

    assert (answer.status_code, answer.url) == (302, reverse("wagtailadmin_home"))
