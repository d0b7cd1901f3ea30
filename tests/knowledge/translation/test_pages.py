"""Pages pass their review in every language too."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page, Site, TaskState

from hub.pages.models import ContentPage, HomePage
from knowledge.workflows import set_up_workflows

from .doors import translation_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(hub):
    """A published English home page with a call to action, and the reviews of pages."""
    english = Locale.objects.get(language_code="en")
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root", locale=english)
    Site.objects.all().delete()
    root.get_children().delete()
    root.refresh_from_db()
    call = {"title": "Join", "text": "Ask others.", "link_label": "Ask", "link_url": "/about", "is_primary": True}
    home = root.add_child(
        instance=HomePage(
            title="Hub", slug="hub", locale=english, blocks=[{"type": "call_to_action", "id": "c1", "value": call}]
        )
    )
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    set_up_workflows()
    return home


@pytest.fixture
def tom(people, desk):
    return desk(people.translator)


def translate(tom, page, *codes: str):
    locales = Locale.objects.filter(language_code__in=codes).values_list("pk", flat=True)
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return tom.client.post(url, {"locales": list(locales)})


def french(page):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="fr")


def submit(tom, page):
    return tom.client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), {"action": "publish"}, follow=True)


def approve(desk, person, page):
    step = TaskState.objects.for_instance(page).get(status=TaskState.STATUS_IN_PROGRESS)
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", step.pk])
    return desk(person).client.post(url, {"comment": ""})


@pytest.mark.feature("T4")
def test_a_page_goes_live_in_french_after_its_review(home, tom, people, desk):
    translate(tom, home, "fr")
    assert not french(home).live
    tom.write_all(home, code="fr")
    strings = {s.string.data for s in translation_of(home, "fr").source.stringsegment_set.all()}
    assert strings == {"Hub", "hub", "Join", "Ask others.", "Ask"}

    submit(tom, french(home))

    assert french(home).workflow_in_progress
    assert not french(home).live

    approve(desk, people.reviewer, french(home))

    page = french(home)
    assert page.live
    assert page.title == "fr: Hub"
    assert page.blocks[0].value["link_label"] == "fr: Ask"
    assert page.blocks[0].value["link_url"] == "/about"
    assert HomePage.objects.get(pk=home.pk).title == "Hub"


@pytest.mark.feature("T1")
def test_a_live_page_keeps_its_words_while_its_update_waits(home, tom, people, desk):
    translate(tom, home, "fr")
    tom.write_all(home, code="fr")
    submit(tom, french(home))
    approve(desk, people.reviewer, french(home))
    home = HomePage.objects.get(pk=home.pk)
    home.title = "Knowledge hub"
    home.save_revision().publish()

    tom.update_translations(HomePage.objects.get(pk=home.pk), publish=True)

    page = french(home)
    assert (page.live, page.title) == (True, "fr: Hub")
    assert page.get_latest_revision_as_object().title == "Knowledge hub"
    assert not page.workflow_in_progress


def test_a_page_below_a_page_that_is_not_translated(home, tom):
    about = home.add_child(instance=ContentPage(title="About", slug="about", locale=home.locale))

    translate(tom, about, "fr")

    assert not french(about).live
    assert french(about).get_parent().locale.language_code == "fr"
