"""The hub's addresses and those of the peers."""

from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from graphene_django.views import GraphQLView

from .django_types import schema
from .hand_written import list_view, record_view

urlpatterns = [
    path("", include("hub.urls")),
    path("peer/sql/list/", list_view),
    path("peer/sql/record/<str:reference>/", record_view),
    path("peer/graphene-django/", csrf_exempt(GraphQLView.as_view(schema=schema))),
]
