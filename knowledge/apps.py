from django.apps import AppConfig


class KnowledgeConfig(AppConfig):
    name = "knowledge"
    label = "knowledge"

    def ready(self) -> None:
        # Wagtail looks for hooks lazily: a script that saves before that would leave the reference index behind.
        from . import wagtail_hooks  # noqa: F401
        from .translation import wiring

        wiring.install()
