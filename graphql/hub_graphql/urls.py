"""Where GraphQL is served, and pictures in the sizes that it names."""

from django.urls import path, re_path
from wagtail.images.views.serve import ServeView

from .core.view import graphql_view

urlpatterns = [
    path("graphql/", graphql_view, name="graphql"),
    re_path(r"^images/([^/]*)/(\d*)/([^/]*)/[^/]*$", ServeView.as_view(action="redirect"), name="wagtailimages_serve"),
]
