"""Menus in the admin."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.admin.ui.tables import NumberColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Menu


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "bars"
    menu_label = _("Menus")
    menu_order = 170
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ("identifier", NumberColumn("item_count", label=_("Items")))
    panels = (
        FieldPanel("identifier"),
        InlinePanel(
            "items",
            heading=_("Items"),
            label=_("Item"),
            help_text=_("In the order in which readers see them."),
            panels=[
                FieldPanel("labels", help_text=_("The words of the link in each language.")),
                FieldPanel("page", help_text=_("A page of this site. It follows the page when it moves.")),
                FieldPanel("path"),
            ],
        ),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return Menu.objects.annotate(item_count=Count("items")).order_by("identifier")


register_snippet(MenuViewSet)
