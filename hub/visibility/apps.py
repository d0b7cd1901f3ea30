from django.apps import AppConfig


class VisibilityConfig(AppConfig):
    name = "hub.visibility"
    label = "visibility"
