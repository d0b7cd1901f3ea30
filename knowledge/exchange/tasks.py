"""What an import leaves to the worker."""

from typing import Any

from django.db import transaction
from django_tasks import task
from wagtail.models import ReferenceIndex

from ..models import RECORD_MODELS


@task()
def index_references(record_ids: list[int]) -> None:
    """Enter imported records into the index behind “usage”, which Wagtail fills one saved object at a time."""
    for model in RECORD_MODELS.values():
        records: Any = model.objects.filter(pk__in=record_ids)
        for record in records.prefetch_related("tagged_items", "links", "relations"):
            with transaction.atomic():
                ReferenceIndex.create_or_update_for_object(record)
