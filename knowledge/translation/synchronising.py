"""Bringing a changed source to its translations, which pass their reviews again."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.models import WorkflowMixin
from wagtail_localize.models import Translation
from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView

from .actions import refuse_unless_open, target_of
from .content import untranslated
from .errors import TranslationRefusedError
from .wording import language_of


class SynchroniseForm(UpdateTranslationsForm):
    """wagtail-localize's form, which promises to publish at once; here it promises a review."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field: forms.Field = self.fields["publish_translations"]
        field.label = _("Send what is complete to review")
        field.help_text = _(
            "Translations that lack nothing are sent to their reviewers. The others become drafts and wait for their "
            "translators. What readers see stays as it is until a reviewer approves."
        )


class SynchroniseView(UpdateTranslationsView):
    """Says for each language what became of it, and why one was left alone."""

    def get_form(self) -> UpdateTranslationsForm:
        if not self.passes_review:
            return super().get_form()
        return SynchroniseForm(self.request.POST) if self.request.method == "POST" else SynchroniseForm()

    @property
    def passes_review(self) -> bool:
        model = self.object.specific_content_type.model_class()
        return model is not None and issubclass(model, WorkflowMixin)

    @transaction.atomic
    def form_valid(self, form: UpdateTranslationsForm) -> HttpResponse:
        wanted = self.passes_review and form.cleaned_data["publish_translations"]
        translations = list(self.object.translations.filter(enabled=True).select_related("target_locale"))
        refusals = self._refusals(translations) if wanted else {}
        response: HttpResponse = super().form_valid(form)
        if wanted:
            for translation in translations:
                self._say_what_became(translation, refusals.get(translation.pk))
        return response

    def _refusals(self, translations: list[Translation]) -> dict[int, str]:
        """Why targets will be left alone, asked before anything is changed."""
        refusals: dict[int, str] = {}
        for translation in translations:
            target = target_of(translation)
            try:
                if target is not None:
                    refuse_unless_open(target, self.request.user)
            except TranslationRefusedError as refusal:
                refusals[translation.pk] = str(refusal.message)
        return refusals

    def _say_what_became(self, translation: Translation, refusal: str | None) -> None:
        if refusal:
            messages.error(self.request, refusal)
            return
        target = target_of(translation)
        names: dict[str, Any] = {"language": language_of(target), "missing": untranslated(translation)}
        if names["missing"]:
            messages.warning(self.request, _("%(language)s: a draft, %(missing)s passages to translate.") % names)
        elif target is not None and target.workflow_in_progress:
            messages.success(self.request, _("%(language)s: sent to review.") % names)


def synchronise(request: HttpRequest, translation_source_id: int) -> HttpResponse:
    """The view at the address of wagtail-localize's own."""
    response: HttpResponse = SynchroniseView.as_view()(request, translation_source_id=translation_source_id)
    return response
