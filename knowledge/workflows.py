"""The reviews that each type passes, and the groups that do them. Set up by `manage.py set_up_workflows`."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_permission_codename
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from taggit.models import Tag
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from hub.accounts.enums import RoleName
from hub.accounts.models import Role, User
from hub.accounts.permissions import ACTIONS_OF_ROLE, GROUP_OF_ROLE
from hub.pages.models import Menu
from hub.vocabularies.models import Concept, ConceptMapping, Place, Scheme

from .models import RECORD_MODELS, BuildingBlock, Edition, Organisation, Record, ReviewTask

CONTENT_REVIEW = "Review of content"
LEGAL_REVIEW = "Legal review"
EDITIONS: tuple[type[Edition], ...] = (Record, *RECORD_MODELS.values(), BuildingBlock)
REVIEWING_ROLES = (RoleName.REVIEWER, RoleName.ADMINISTRATOR)

ALL = ("add", "change", "delete")
# What a role may do besides curated things: the things that records point at, and the frame around them.
ALSO: dict[str, dict[type[models.Model], tuple[str, ...]]] = {
    RoleName.EDITOR: {Organisation: ("add", "change"), Tag: ("view",)},
    RoleName.TRANSLATOR: {Organisation: ("change",)},
    RoleName.REVIEWER: {Organisation: ("change",)},
    RoleName.ADMINISTRATOR: dict.fromkeys(
        (Organisation, Tag, Scheme, Concept, ConceptMapping, Place, Menu, Role, User), ALL
    ),
}
# Page permissions on the whole tree.
PAGE_ACTIONS: dict[str, tuple[str, ...]] = {
    RoleName.EDITOR: ("add", "change"),
    RoleName.TRANSLATOR: ("add", "change"),
    RoleName.REVIEWER: ("change", "lock", "unlock"),
    RoleName.ADMINISTRATOR: ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
}
FILE_ACTIONS: dict[str, tuple[str, ...]] = {
    RoleName.EDITOR: ("add", "choose"),
    RoleName.TRANSLATOR: ("choose",),
    RoleName.REVIEWER: ("choose",),
    RoleName.ADMINISTRATOR: ("add", "change", "choose"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a set-up left in place."""

    groups: int
    workflows: int
    types: int


@transaction.atomic
def set_up_workflows() -> Summary:
    """Make groups, permissions and workflows what this module says; whatever else is there stays. Can be run again."""
    for role in GROUP_OF_ROLE:
        _set_up_group(role)
    content = _task(CONTENT_REVIEW)
    legal = _task(LEGAL_REVIEW)
    one = _workflow("One approval", [content])
    two = _workflow("Two approvals", [content, legal])
    types = [model for model in EDITIONS if model is not Record]
    for model in types:
        _attach(two if model.is_review_compulsory else one, model)
    _attach_pages(one)
    return Summary(groups=len(GROUP_OF_ROLE), workflows=2, types=len(types))


def group_of(role: str) -> Group:
    """The group behind `role`, made when it is not there yet."""
    return Group.objects.get_or_create(name=GROUP_OF_ROLE[role])[0]


def _set_up_group(role: str) -> None:
    group = group_of(role)
    wanted: dict[type[models.Model], Iterable[str]] = {model: ACTIONS_OF_ROLE[role] - {"review"} for model in EDITIONS}
    for model, actions in (wanted | ALSO[role]).items():
        group.permissions.add(*_permissions(model, actions))
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    group.permissions.add(*Permission.objects.filter(codename="submit_translation"))
    _grant_on_pages(group, PAGE_ACTIONS[role])
    _grant_on_files(group, FILE_ACTIONS[role])


def _permissions(model: type[models.Model], actions: Iterable[str]) -> Iterable[Permission]:
    codenames = [get_permission_codename(action, model._meta) for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    found = Permission.objects.filter(content_type=content_type, codename__in=codenames)
    # Wagtail makes the permissions to publish and to lock after the migrations of its own app only.
    for codename in set(codenames) - set(found.values_list("codename", flat=True)):
        Permission.objects.create(content_type=content_type, codename=codename, name=f"Can {codename}"[:255])
    return Permission.objects.filter(content_type=content_type, codename__in=codenames)


def _grant_on_pages(group: Group, actions: Iterable[str]) -> None:
    root = Page.get_first_root_node()
    if root is None:
        return
    codenames = [f"{action}_page" for action in actions]
    found = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames)
    for permission in found:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def _grant_on_files(group: Group, actions: Iterable[str]) -> None:
    root = Collection.get_first_root_node()
    if root is None:
        return
    for model in (Image, Document):
        for permission in _permissions(model, actions):
            GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _task(name: str) -> ReviewTask:
    task, _is_new = ReviewTask.objects.get_or_create(name=name)
    task.groups.add(*(group_of(role) for role in REVIEWING_ROLES))
    return task


def _workflow(name: str, tasks: list[ReviewTask]) -> Workflow:
    workflow, _is_new = Workflow.objects.get_or_create(name=name)
    for position, task in enumerate(tasks):
        WorkflowTask.objects.update_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": position})
    return workflow


def _attach(workflow: Workflow, model: type[Edition]) -> None:
    """Only where nothing is attached yet, as an administrator may have chosen otherwise; what is compulsory stays."""
    content_type: Any = ContentType.objects.get_for_model(model)
    if model.is_review_compulsory:
        WorkflowContentType.objects.update_or_create(content_type=content_type, defaults={"workflow": workflow})
    else:
        WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})


def _attach_pages(workflow: Workflow) -> None:
    root = Page.get_first_root_node()
    if root is not None:
        WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": workflow})
