from django.apps import AppConfig


class HubGraphqlConfig(AppConfig):
    name = "hub_graphql"
