"""Who may do what to which record: the model's permission from the group, the rows from the scope of the role.

The rule is one SQL filter. Lists, edit pages, choosers and bulk actions all ask it, and no row of it is stored per
object, so that a hundred thousand records cost nothing (wagtail issues 6807 and 14593 tell what the other way costs).
"""

from functools import reduce
from operator import or_
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Q
from wagtail.permission_policies.base import ModelPermissionPolicy

from hub.accounts.models import Role, User
from hub.accounts.permissions import ACTIONS_OF_ROLE
from hub.vocabularies.enums import ClosureBasis
from hub.vocabularies.models import ConceptClosure, PlaceClosure

from .links import link_of
from .models import Edition

Person = User | AnonymousUser

NOTHING = Q(pk__in=[])
EVERYTHING = Q()


def editable_by(user: Person, *, model: type[Edition], action: str = "change") -> "models.QuerySet[Any]":
    """The rows of `model` to which a role of `user` lets him or her do `action`."""
    return model.objects.filter(scope_filter(user, model=model, action=action))


def choosable_by(user: Person, *, model: type[Edition]) -> "models.QuerySet[Any]":
    """What `user` may point at: what everybody can read and what he or she edits, never the drafts of others."""
    return model.objects.filter(any_of([Q(live=True), scope_filter(user, model=model, action="change")]))


def is_in_scope(user: Person, edition: Any, *, action: str) -> bool:
    """Whether a role of `user` reaches `edition` for `action`. What is no curated thing is in every scope."""
    if not isinstance(edition, Edition):
        return True
    return bool(editable_by(user, model=type(edition), action=action).filter(pk=edition.pk).exists())


def may_publish_directly(user: Person, *, model: type[Edition]) -> bool:
    """Whether `user` may publish things of this type past the review. Of some types nobody may."""
    return not model.is_review_compulsory and EditionPermissionPolicy(model).user_has_permission(user, "publish")


def scope_filter(user: Person, *, model: type[Edition], action: str) -> Q:
    """The condition on rows of `model` under which a role of `user` allows `action`.

    Scopes of one role narrow together, roles add up. A dimension that `model` lacks limits nothing: building blocks
    have no place. Someone's own draft that was never published stays his or hers wherever it is about.
    """
    if user.is_active and user.is_superuser:
        return EVERYTHING
    roles = [role for role in roles_of(user) if action in ACTIONS_OF_ROLE.get(role.name, ())]
    if not roles:
        return NOTHING
    rows = [_rows_of_role(role, model, action) for role in roles]
    if action in {"view", "change", "delete"}:
        rows.append(Q(created_by=user.pk, live=False, first_published_at=None))
    return any_of(rows)


def any_of(conditions: list[Q]) -> Q:
    """The rows that meet at least one of `conditions`. Django drops an empty condition; here it means every row."""
    if not all(conditions):
        return EVERYTHING
    return reduce(or_, conditions, NOTHING)


def roles_of(user: Person) -> list[Role]:
    """The roles of `user` with their scopes, asked for once per request: the answer stays on the user object."""
    if not isinstance(user, User) or not user.is_active:
        return []
    if "_roles_with_scopes" not in user.__dict__:
        user.__dict__["_roles_with_scopes"] = list(user.roles.prefetch_related("places", "subjects"))
    roles: list[Role] = user.__dict__["_roles_with_scopes"]
    return roles


def _rows_of_role(role: Role, model: type[Edition], action: str) -> Q:
    rows = EVERYTHING
    if places := [place.pk for place in role.places.all()]:
        members = PlaceClosure.objects.filter(container__in=places).values("member")
        rows &= linked_to(model, "places", members)
    if subjects := [subject.pk for subject in role.subjects.all()]:
        closure = ConceptClosure.objects.filter(ancestor__in=subjects, basis=ClosureBasis.HIERARCHY)
        rows &= linked_to(model, "subjects", closure.values("descendant"))
    if role.languages:
        rows &= Q(locale__language_code__in=role.languages)
    if action == "delete" and "publish" not in ACTIONS_OF_ROLE[role.name]:
        # Deleting what readers see would be a way around the review.
        rows &= Q(live=False)
    return rows


def linked_to(model: type[Edition], field_name: str, wanted: "models.QuerySet[Any, Any]") -> Q:
    """The condition that a row of `model` is linked to one of `wanted` through `field_name`; none if it has no such
    field. A subquery, not a join: nothing appears twice."""
    link = link_of(model, field_name)
    if link is None:
        return EVERYTHING
    rows = link.table._default_manager.filter(**{f"{link.far}__in": wanted})
    return Q(pk__in=rows.values(link.near))


class EditionPermissionPolicy(ModelPermissionPolicy):
    """Wagtail's question “may this person ...?”, answered by the group's permission and the scope of the role."""

    def user_has_permission_for_instance(self, user: Person, action: str, instance: Any) -> bool:
        return self.user_has_permission(user, action) and is_in_scope(user, instance, action=action)

    def instances_user_has_any_permission_for(self, user: Person, actions: Any) -> "models.QuerySet[Any]":
        allowed = [action for action in actions if self.user_has_permission(user, action)]
        rows = any_of([scope_filter(user, model=self.model, action=action) for action in allowed])
        return self.model._default_manager.filter(rows)
