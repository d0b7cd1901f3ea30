from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "hub.pages"
    label = "hub_pages"
