from django.apps import AppConfig


class LanguagesConfig(AppConfig):
    name = "hub.languages"
    label = "languages"
