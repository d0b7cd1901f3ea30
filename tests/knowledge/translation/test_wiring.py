"""The places where the hub takes hold of wagtail-localize are what they were when it did."""

import inspect
from importlib.metadata import version

import pytest
from wagtail import hooks
from wagtail.signals import task_submitted
from wagtail_localize import fields, wagtail_hooks
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.segments import ingest
from wagtail_localize.views import edit_translation, update_translations

from knowledge.translation import wiring
from knowledge.translation.editing import before_edit
from knowledge.translation.notices import STEP_SUBMITTED


def test_the_release_is_one_that_was_tried():
    assert version("wagtail-localize").startswith("1.14."), "Read docs/decisions/0005 before raising the release."


@pytest.mark.parametrize(
    ("function", "signature"),
    [
        (wiring.localize_save_target, "(self, user=None, publish=True)"),
        (wiring.localize_user_can_edit, "(user, instance)"),
        (TranslationSource._get_segments_for_translation, "(self, locale, fallback=False)"),
        (TranslationSource.as_instance, "(self)"),
        (TranslationSource.sync_view_restrictions, "(self, original, translation_page)"),
        (Translation.get_target_instance, "(self)"),
        (Translation.get_progress, "(self)"),
        (fields.copy_synchronised_fields, "(source, target)"),
        (ingest.ingest_segments, "(original_obj, translated_obj, src_locale, tgt_locale, segments)"),
        (wagtail_hooks.before_edit_snippet, "(request, instance)"),
        (wagtail_hooks.before_edit_page, "(request, page)"),
        (update_translations.UpdateTranslationsView.form_valid, "(self, form)"),
    ],
)
def test_wagtail_localize_has_the_signatures_that_are_relied_on(function, signature):
    assert str(inspect.signature(function)) == signature


def test_save_target_is_replaced_by_one_that_takes_the_same():
    assert Translation.save_target is wiring.save_target
    ours = inspect.signature(wiring.save_target).parameters
    theirs = inspect.signature(wiring.localize_save_target).parameters
    assert [(p.default, p.kind) for p in ours.values()] == [(p.default, p.kind) for p in theirs.values()]
    assert list(ours)[1:] == list(theirs)[1:]


def test_single_segments_are_guarded():
    assert edit_translation.user_can_edit_instance is wiring.user_can_edit_instance


def test_the_hooks_of_wagtail_localize_are_taken_out():
    for name in ("before_edit_page", "before_edit_snippet"):
        registered = hooks.get_hooks(name)
        assert registered.count(before_edit) == 1
        assert getattr(wagtail_hooks, name) not in registered


def test_installing_again_changes_nothing():
    before = {name: list(entries) for name, entries in hooks._hooks.items()}

    wiring.install()

    assert hooks._hooks == before
    assert Translation.save_target is wiring.save_target
    assert wiring.localize_save_target is not wiring.save_target


def test_the_notice_of_a_step_is_sent_once():
    receivers = [receiver for receiver, *_rest in task_submitted.receivers]
    uid = "group_approval_task_submitted_email_notification"

    assert [key[0] for key in receivers].count(uid) == 1
    assert STEP_SUBMITTED.notification == "submitted"
