"""Where this package takes hold of wagtail-localize and Wagtail. Called once, when the app is ready."""

from typing import Any

from django.db.models.signals import post_save
from wagtail import hooks
from wagtail.models import Page, WorkflowMixin
from wagtail_localize import models as localize_models
from wagtail_localize import wagtail_hooks as localize_hooks
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.views import edit_translation

from ..admin.panels import building_block_edit_handler, record_edit_handler
from ..models import RECORD_MODELS, BuildingBlock
from ..permissions import is_in_scope
from .actions import save_translation
from .editing import before_edit
from .menu import register_menu
from .notices import connect_notices

# The parts of wagtail-localize that are replaced, kept for what has no workflow and for the test that compares them.
localize_save_target = Translation.save_target
localize_user_can_edit = edit_translation.user_can_edit_instance


def install() -> None:
    """Put translations under the rules of the hub. Doing it again changes nothing.

    wagtail-localize 1.14 publishes past workflows and locks, takes a live translation offline when it saves a draft
    of it, and offers no hook that its forms, its synchronisation and its commands all pass. All of them pass
    `Translation.save_target`, so that one method is replaced. The test beside this package fails when a new release
    gives it another signature.
    """
    if Translation.save_target is save_target:
        return
    Translation.save_target = save_target
    # Its interface for single segments asks for the permission on the type only, not for the languages of the role.
    edit_translation.user_can_edit_instance = user_can_edit_instance
    for hook_name in ("before_edit_page", "before_edit_snippet"):
        _replace_hook(hook_name, getattr(localize_hooks, hook_name), before_edit)
    post_save.disconnect(localize_models.post_save_string_translation, sender=StringTranslation)
    post_save.connect(keep_draft_title, sender=StringTranslation)
    connect_notices()
    register_menu()
    # Where wagtail-localize looks for the form, whose order and headings its editor takes over.
    for model in RECORD_MODELS.values():
        model.edit_handler = record_edit_handler(model)
    BuildingBlock.edit_handler = building_block_edit_handler()


def save_target(translation: Translation, user: Any = None, publish: bool = True) -> Any:
    """`Translation.save_target` as the hub wants it; returns the target. See `save_translation` for what it raises."""
    model = translation.source.specific_content_type.model_class()
    if model is None or not issubclass(model, WorkflowMixin):
        return localize_save_target(translation, user=user, publish=publish)
    return save_translation(translation=translation, actor=user, publish=publish).target


def keep_draft_title(instance: StringTranslation, **options: Any) -> None:
    """Show the translated title of a page in the page tree, as wagtail-localize does, cut to what its column holds.

    It does so for titles of everything else too, where no page answers, and PostgreSQL refuses the words that are too
    long before it looks for one.
    """
    if instance.context.path == "title":
        pages = Page.objects.filter(translation_key=instance.context.object_id, locale_id=instance.locale_id)
        pages.update(draft_title=instance.data[: Page._meta.get_field("draft_title").max_length])


def user_can_edit_instance(user: Any, instance: Any) -> bool:
    """Whether `user` may change the segments of `instance`: by the permission on the type, and within the scope."""
    return localize_user_can_edit(user, instance) and is_in_scope(user, instance, action="change")


def _replace_hook(hook_name: str, old: Any, new: Any) -> None:
    # Wagtail has no public way to take a hook back.
    registered = hooks._hooks[hook_name]
    registered[:] = [(new if function is old else function, order) for function, order in registered]
