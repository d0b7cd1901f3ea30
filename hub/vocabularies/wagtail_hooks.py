"""What the vocabularies add to the admin."""

from wagtail import hooks

from .admin.viewsets import VocabulariesGroup


@hooks.register("register_admin_viewset")
def register_vocabularies() -> VocabulariesGroup:
    return VocabulariesGroup()
