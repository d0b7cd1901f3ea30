"""Roles: granted by one action, which keeps the groups of Wagtail in step and says so in the log."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from hub.accounts.actions import grant_role, revoke_role
from hub.accounts.enums import RoleName
from hub.accounts.models import Role, User
from hub.accounts.permissions import ACTIONS_OF_ROLE, GROUP_OF_ROLE
from hub.vocabularies.models import Place
from knowledge.workflows import set_up_workflows

pytestmark = pytest.mark.django_db


def make_user(name, role=None):
    user = User.objects.create_user(username=name, email=f"{name}@hub.example", password="pass")
    if role:
        grant_role(user=user, name=role, actor=None)
    return User.objects.get(pk=user.pk)


def groups(user):
    return set(user.groups.values_list("name", flat=True))


@pytest.fixture
def administrator(root_page):
    set_up_workflows()
    return make_user("administrator", RoleName.ADMINISTRATOR)


@pytest.mark.feature("D5")
def test_a_role_brings_its_group_and_takes_it_away(administrator):
    user = make_user("ana")

    role = grant_role(user=user, name=RoleName.EDITOR, actor=administrator)
    assert groups(user) == {"Editors"}

    revoke_role(role=role, actor=administrator)
    assert groups(user) == set()


@pytest.mark.feature("D5")
def test_granting_again_changes_the_scope_and_makes_no_second_role(administrator):
    user = make_user("ana")
    kenya = Place.objects.create(identifier="ke", slug="ke", kind="country", names={"en": "Kenya"})
    grant_role(user=user, name=RoleName.EDITOR, actor=administrator, places=[kenya], languages=["fr", "en"])

    role = grant_role(user=user, name=RoleName.EDITOR, actor=administrator)

    assert Role.objects.filter(user=user).get() == role
    assert (list(role.places.all()), role.languages) == ([], [])


@pytest.mark.feature("D5")
def test_the_log_says_who_gave_what(administrator):
    user = make_user("ana")
    kenya = Place.objects.create(identifier="ke", slug="ke", kind="country", names={"en": "Kenya"})

    grant_role(user=user, name=RoleName.EDITOR, actor=administrator, places=[kenya])

    entry = ModelLogEntry.objects.get(action="accounts.role.grant", object_id=str(user.pk))
    assert entry.user == administrator
    assert entry.data == {"role": "editor", "places": ["ke"], "subjects": [], "languages": []}


@pytest.mark.parametrize("name", [None, *RoleName.values[:-1]])
@pytest.mark.feature("D5")
def test_only_administrators_give_and_take_roles(administrator, name):
    actor, user = make_user("actor", name), make_user("ana")
    held = grant_role(user=user, name=RoleName.TRANSLATOR, actor=None)

    with pytest.raises(PermissionDenied):
        grant_role(user=user, name=RoleName.ADMINISTRATOR, actor=actor)
    with pytest.raises(PermissionDenied):
        revoke_role(role=held, actor=actor)
    assert groups(user) == {"Translators"}


@pytest.mark.feature("D5")
def test_a_role_without_a_desk_has_no_group(administrator):
    user = make_user("ana")
    grant_role(user=user, name=RoleName.PRACTITIONER, actor=administrator)

    assert groups(user) == set()


@pytest.mark.feature("D5")
def test_the_form_goes_through_the_action(administrator):
    user = make_user("ana")
    client = Client()
    client.force_login(administrator)

    added = client.post(reverse("roles:add"), {"user": user.pk, "name": "editor", "languages": ["fr"]})
    role = Role.objects.get(user=user)
    assert (added.status_code, role.languages, groups(user)) == (302, ["fr"], {"Editors"})

    client.post(reverse("roles:edit", args=[role.pk]), {"languages": []})
    role.refresh_from_db()
    assert (role.name, role.languages) == ("editor", [])

    client.post(reverse("roles:delete", args=[role.pk]))
    assert groups(user) == set()
    assert ModelLogEntry.objects.filter(user=administrator, action__startswith="accounts.role.").count() == 3


@pytest.mark.feature("D5")
def test_the_list_shows_the_scope_and_editors_do_not_see_it(administrator):
    kenya = Place.objects.create(identifier="ke", slug="ke", kind="country", names={"en": "Kenya"})
    editor = make_user("ana")
    grant_role(user=editor, name=RoleName.EDITOR, actor=None, places=[kenya], languages=["fr"])
    chief, other = Client(), Client()
    chief.force_login(administrator)
    other.force_login(editor)

    page = chief.get(reverse("roles:index")).content.decode()

    assert "Kenya, fr" in page
    assert "everywhere" in page
    assert other.get(reverse("roles:index")).status_code == 302


@pytest.mark.feature("D5")
def test_each_group_may_do_to_records_what_the_table_of_roles_says(administrator):
    for role, name in GROUP_OF_ROLE.items():
        codenames = Group.objects.get(name=name).permissions.filter(content_type__model="casestudy")
        actions = {codename.removesuffix("_casestudy") for codename in codenames.values_list("codename", flat=True)}
        assert actions == ACTIONS_OF_ROLE[role] - {"review"}
