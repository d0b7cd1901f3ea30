"""The demo content: whole, in six languages, and loaded by one command that can be run again."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import WorkflowState

from hub.accounts.models import User
from hub.pages.models import ContentPage, HomePage, Menu
from hub.visibility.viewer import ANONYMOUS
from knowledge.demo.site import DEMO_PASSWORD
from knowledge.models import BuildingBlock, Organisation, Record

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def report(django_db_setup, django_db_blocker):
    """The demo, loaded once for this module and rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


def load() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


@pytest.mark.feature("D1", "T10")
def test_the_demo_is_whole_and_can_be_loaded_again(report):
    live = Record.objects.filter(live=True)
    editions = Counter(live.values_list("reference", flat=True))

    assert len(editions) >= 55
    assert len(set(live.values_list("record_type", flat=True))) == 6
    assert sum(1 for count in editions.values() if count == 6) >= 15
    assert sum(1 for count in editions.values() if count in (2, 3)) >= 10
    assert Record.objects.filter(live=False).count() >= 3
    assert Record.objects.stale().filter(live=True).exists()
    assert BuildingBlock.objects.served_in("en", ANONYMOUS).count() == 25
    assert Organisation.objects.count() >= 24
    targets = set(live.filter(targets__identifier__startswith="GBF-TARGET").values_list("targets__notation", flat=True))
    assert targets == {str(number) for number in range(1, 24)}
    regions = {"africa", "americas", "asia", "europe", "oceania"}
    assert {slug for slug in regions if live.filter(places__closure_up__container__slug=slug).exists()} == regions
    assert HomePage.objects.filter(live=True).count() == 6
    assert ContentPage.objects.filter(live=True, slug="about").count() == 6
    assert set(Menu.objects.values_list("identifier", flat=True)) == {"main", "footer"}
    assert f"editor: editor@hub.example / {DEMO_PASSWORD}" in report

    before = Record.objects.count(), BuildingBlock.objects.count(), User.objects.count()
    load()
    assert (Record.objects.count(), BuildingBlock.objects.count(), User.objects.count()) == before


@pytest.mark.feature("D1")
def test_one_record_waits_for_the_reviewer_and_the_people_have_their_roles(client, report):
    waiting = WorkflowState.objects.get(status=WorkflowState.STATUS_IN_PROGRESS).content_object
    assert waiting.live is False
    roles = {role: User.objects.get(email=f"{role}@hub.example") for role in ("editor", "reviewer", "translator")}
    assert all(user.check_password(DEMO_PASSWORD) for user in roles.values())
    assert all(user.has_perm("wagtailadmin.access_admin") for user in roles.values())
    assert not User.objects.get(email="practitioner@hub.example").has_perm("wagtailadmin.access_admin")
    client.force_login(roles["reviewer"])
    assert waiting.title in client.get("/admin/").content.decode()


@pytest.mark.feature("D1")
def test_an_interrupted_load_is_finished_by_the_next(report):
    record = Record.objects.filter(live=True, locale__language_code="fr").first()
    Record.objects.filter(pk=record.pk).update(live=False, latest_revision=None, live_revision=None)
    BuildingBlock.objects.filter(uses__isnull=True).first().delete()

    load()

    record.refresh_from_db()
    assert record.live
    assert BuildingBlock.objects.served_in("en", ANONYMOUS).count() == 25
