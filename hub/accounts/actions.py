"""What is done to roles. A person is in the group of a role if and only if the person holds the role."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log

from hub.vocabularies.models import Concept, Place

from .models import Role, User
from .permissions import GROUP_OF_ROLE


@transaction.atomic
def grant_role(
    *,
    user: User,
    name: str,
    actor: User | None,
    places: Iterable[Place] = (),
    subjects: Iterable[Concept] = (),
    languages: Iterable[str] = (),
) -> Role:
    """Give `user` the role `name` within the given scope, in place of the scope it had; empty scopes are no limit.

    `actor` is None when the installation itself acts. Raises `PermissionDenied` when `actor` may not change roles.
    """
    _refuse_unless_allowed(actor)
    role, _is_new = Role.objects.update_or_create(user=user, name=name, defaults={"languages": sorted(languages)})
    role.places.set(places)
    role.subjects.set(subjects)
    if name in GROUP_OF_ROLE:
        user.groups.add(Group.objects.get_or_create(name=GROUP_OF_ROLE[name])[0])
    log(instance=user, action="accounts.role.grant", user=actor, data=_summary(role))
    return role


@transaction.atomic
def revoke_role(*, role: Role, actor: User | None) -> None:
    """Take a role away. Raises `PermissionDenied` when `actor` may not change roles."""
    _refuse_unless_allowed(actor)
    user, summary = role.user, _summary(role)
    role.delete()
    user.groups.remove(*Group.objects.filter(name=GROUP_OF_ROLE.get(role.name, "")))
    log(instance=user, action="accounts.role.revoke", user=actor, data=summary)


def _refuse_unless_allowed(actor: User | None) -> None:
    if actor is not None and not actor.has_perm("accounts.change_role"):
        raise PermissionDenied


def _summary(role: Role) -> dict[str, Any]:
    return {
        "role": role.name,
        "places": list(role.places.values_list("identifier", flat=True)) if role.pk else [],
        "subjects": list(role.subjects.values_list("identifier", flat=True)) if role.pk else [],
        "languages": role.languages,
    }
