"""Pictures in several sizes.

No answer makes a rendition: those that are there are given by their address, the others by a signed address under which
the hub makes them when a browser first asks. So lists stay fast, and the number of statements stays the same.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.utils import generate_signature

from ..core.rows import Scope
from .rich_text import absolute

WIDTHS = (320, 640, 960, 1280)
MIME_TYPE = "image/webp"


@dataclass(frozen=True, slots=True, kw_only=True)
class RenditionRow:
    url: str
    width: int
    height: int
    mime_type: str = MIME_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageRow:
    """A stored picture with the addresses of its sizes."""

    renditions: list[RenditionRow]


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureRow:
    """A picture as one text uses it."""

    image: ImageRow
    alt: str
    is_decorative: bool
    credit: str = ""

    @property
    def renditions(self) -> list[RenditionRow]:
        return self.image.renditions


def figure(scope: Scope, image: int | None, *, alt: str, is_decorative: bool) -> FigureRow | None:
    """A picture for readers; None when there is none or it has been deleted."""
    found = scope.lookup(find_images).get(image)
    if found is None:
        return None
    return FigureRow(image=found, alt="" if is_decorative else alt, is_decorative=is_decorative)


def find_images(scope: Scope, keys: Sequence[int]) -> Mapping[int, ImageRow]:
    """Pictures by primary key, in two statements."""
    model = get_image_model()
    images = model.objects.filter(pk__in=keys).values_list("pk", "file", "width", "height")
    sizes = {pk: _sizes(width, height) for pk, _file, width, height in images}
    made = _made(keys, {spec for specs in sizes.values() for spec in specs})
    return {
        pk: ImageRow(
            renditions=[
                made[pk].get(spec) or RenditionRow(url=_on_demand(pk, spec, file), width=size[0], height=size[1])
                for spec, size in sizes[pk].items()
            ]
        )
        for pk, file, _width, _height in images
    }


def _sizes(width: int, height: int) -> dict[str, tuple[int, int]]:
    """Wagtail's name of each size with its pixels. Nothing is enlarged: a small picture keeps its own size."""
    wanted = {f"width-{size}|format-webp": (size, int(height * size / width)) for size in WIDTHS if size <= width}
    return wanted or {"original|format-webp": (width, height)}


def _made(images: Sequence[int], specs: set[str]) -> Mapping[int, dict[str, RenditionRow]]:
    model = get_image_model().get_rendition_model()
    storage = model._meta.get_field("file").storage
    found: defaultdict[int, dict[str, RenditionRow]] = defaultdict(dict)
    rows = model.objects.filter(image__in=images, filter_spec__in=specs, focal_point_key="")
    for image, spec, file, width, height in rows.values_list("image_id", "filter_spec", "file", "width", "height"):
        found[image][spec] = RenditionRow(url=absolute(storage.url(file)), width=width, height=height)
    return found


def _on_demand(image: int, spec: str, file: str) -> str:
    address = reverse("wagtailimages_serve", args=(generate_signature(image, spec), image, spec))
    return absolute(address + file.removeprefix("original_images/"))
