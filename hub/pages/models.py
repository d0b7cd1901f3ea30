"""The framing pages and menus; the records they frame are not pages."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from hub.languages.fields import LanguageMapField

from .blocks import ContentBlock, HomeBlock


class FramingPage(Page):
    """A page that readers see in the frontend; the hub itself only sends them there."""

    class Meta:
        abstract = True

    def serve(self, request: HttpRequest, *args: Any, **options: Any) -> HttpResponse:
        return HttpResponseRedirect(self.frontend_url())

    @property
    def frontend_path(self) -> str:
        """The path below the locale: `/` for the home page, `/about` for a child."""
        parts = self.url_path.strip("/").split("/")[1:]
        return "/" + "/".join(parts)

    def frontend_url(self) -> str:
        """Where readers find this page."""
        path = self.frontend_path.rstrip("/")
        return f"{settings.FRONTEND_URL}/{self.locale.language_code}{path}"


class HomePage(FramingPage):
    """The front door, made of blocks that editors arrange."""

    blocks = StreamField(HomeBlock(), blank=True, verbose_name=_("blocks"))

    content_panels: ClassVar[list[Any]] = [*Page.content_panels, FieldPanel("blocks")]
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["hub_pages.ContentPage"]

    class Meta:
        verbose_name = _("home page")


class ContentPage(FramingPage):
    """A page of text, such as “About”."""

    introduction = models.TextField(_("introduction"), blank=True, help_text=_("One paragraph, set larger."))
    body = StreamField(ContentBlock(), blank=True, verbose_name=_("body"))

    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
    ]
    parent_page_types: ClassVar[list[str]] = ["hub_pages.HomePage", "hub_pages.ContentPage"]
    subpage_types: ClassVar[list[str]] = ["hub_pages.ContentPage"]

    class Meta:
        verbose_name = _("content page")


class Menu(ClusterableModel):
    """A menu of the frontend, such as `main` or `footer`."""

    identifier = models.SlugField(_("identifier"), unique=True, help_text=_("Known to the frontend: main or footer."))

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self) -> str:
        return self.identifier


class MenuItem(models.Model):
    """A line of a menu: a page of this site, or an address."""

    menu = ParentalKey(Menu, related_name="items", on_delete=models.CASCADE)
    sort_order = models.PositiveSmallIntegerField(default=0, editable=False)
    labels = LanguageMapField(_("label"))
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    path = models.CharField(
        _("or address"),
        max_length=500,
        blank=True,
        help_text=_("A path of this site such as /records, or a full address."),
    )

    class Meta:
        ordering = ["sort_order", "pk"]
        verbose_name = _("menu item")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(page__isnull=False) ^ ~models.Q(path=""),
                name="menu_item_has_one_end",
                violation_error_message=_("Give either a page or an address."),
            )
        ]

    def __str__(self) -> str:
        return str(self.labels.get("en", self.path))
