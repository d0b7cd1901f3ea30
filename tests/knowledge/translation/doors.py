"""What a person does in the admin about translations, as requests to it."""

from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Locale, TaskState
from wagtail_localize.models import Translation, TranslationSource


class Desk:
    """The admin in the hands of one person. Every method sends what the browser would send."""

    def __init__(self, client: Client) -> None:
        self.client = client

    def translate(self, edition, *codes: str):
        """Send the form “Translate”."""
        locales = Locale.objects.filter(language_code__in=codes).values_list("pk", flat=True)
        meta = edition._meta
        url = reverse("wagtail_localize:submit_snippet_translation", args=[meta.app_label, meta.model_name, edition.pk])
        return self.client.post(url, {"locales": list(locales)})

    def write(self, edition, texts: dict[str, str], *, code: str):
        """Translate segments of `edition` into the language `code`; `texts` maps source texts to translations."""
        translation = translation_of(edition, code)
        answers = []
        for segment in translation.source.stringsegment_set.select_related("string"):
            if segment.string.data in texts:
                url = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, segment.pk])
                answers.append(self._put(url, texts[segment.string.data]))
        return answers

    def write_all(self, edition, *, code: str, mark: str = ""):
        """Translate everything that is missing, each text as itself with the language in front."""
        translation = translation_of(edition, code)
        segments = translation.source.stringsegment_set.annotate_translation(translation.target_locale)
        missing = segments.filter(translation__isnull=True).select_related("string")
        texts = {segment.string.data: f"{mark or code}: {segment.string.data}" for segment in missing}
        return self.write(edition, texts, code=code)

    def _put(self, url: str, value: str):
        return self.client.put(url, data=encode_multipart(BOUNDARY, {"value": value}), content_type=MULTIPART_CONTENT)

    def open(self, edition):
        """The edit page."""
        return self.client.get(edit_url(edition))

    def submit(self, edition):
        """Press “Submit for review” in the editor of translations."""
        return self.client.post(edit_url(edition), {"action": "publish"}, follow=True)

    def update_translations(self, edition, *, publish: bool = False):
        """Send the form “Update translations” of the source `edition`."""
        source = TranslationSource.objects.get_for_instance(edition)
        url = reverse("wagtail_localize:update_translations", args=[source.pk])
        return self.client.post(url, {"publish_translations": "on"} if publish else {}, follow=True)

    def decide(self, edition, action: str, comment: str = ""):
        """Approve or reject in the list of what is waiting."""
        step = TaskState.objects.for_instance(edition).get(status=TaskState.STATUS_IN_PROGRESS)
        url = reverse(type(edition).snippet_viewset.get_url_name("workflow_action"), args=[edition.pk, action, step.pk])
        return self.client.post(url, {"comment": comment})

    def unpublish(self, edition):
        url = reverse(type(edition).snippet_viewset.get_url_name("unpublish"), args=[edition.pk])
        return self.client.post(url)


def edit_url(edition) -> str:
    return reverse(type(edition).snippet_viewset.get_url_name("edit"), args=[edition.pk])


def translation_of(edition, code: str) -> Translation:
    return Translation.objects.get(
        source__object_id=edition.translation_key, target_locale__language_code=code, enabled=True
    )


def edition_in(edition, code: str):
    """The row of `edition` in another language as the database has it."""
    return type(edition).objects.get(translation_key=edition.translation_key, locale__language_code=code)


def messages_in(response) -> str:
    """The messages shown on a page, as one text."""
    return " ".join(strip_tags(str(message)) for message in response.context["messages"])
