"""Put pages and pictures of the site in their place without an editor: for the demo, and for importers."""

from collections.abc import Iterable
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Collection

from m4c.website.models import Picture
from m4c.website.models.page import SitePage


def put_picture(*, title: str, description: str, file: bytes, focus: tuple[int, int, int]) -> Picture:
    """A picture among the movement's own, in which nobody can be recognised; `focus` is x, y and size in pixels."""
    x, y, size = focus
    return Picture.objects.create(
        title=title,
        description=description,
        file=ContentFile(file, name=f"{title}.jpg"),
        collection=Collection.get_first_root_node(),
        focal_point_x=x,
        focal_point_y=y,
        focal_point_width=size,
        focal_point_height=size,
    )


def put_page(
    kind: type[SitePage], *, below: Iterable[SitePage], words: dict[str, dict[str, Any]], **shared: Any
) -> list[SitePage]:
    """A page in each language that there are words for, published below the parent in that language."""
    made: list[SitePage] = []
    for parent in below:
        language = parent.locale.language_code
        if language not in words:
            continue
        page = kind(**shared, **words[language], locale=parent.locale, live=False)
        if made:
            page.translation_key = made[0].translation_key
        parent.add_child(instance=page)
        publish(page)
        made.append(page)
    return made


def publish(page: SitePage, **values: Any) -> None:
    """Have a page say this from now on, in public. Raises Refused where it may not be read as it stands."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()
