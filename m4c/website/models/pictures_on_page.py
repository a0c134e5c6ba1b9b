"""Which pictures stand on a page, wherever on it they stand, and whether each may."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.fields import StreamField
from wagtail.models import Page

from m4c.core.errors import Refused
from m4c.website.models.picture import Picture


class PictureRefused(Refused):
    """A picture on the page shows somebody who has not agreed."""


def pictures_on(page: Page) -> list[Picture]:
    """All pictures of a page as it stands, saved or not: in its fields and in its blocks."""
    ids: set[Any] = set()
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            found = field.stream_block.extract_references(getattr(page, field.name))
            ids |= {pk for model, pk, *_where in found if model is Picture}
        elif field.related_model is Picture:
            ids.add(getattr(page, field.attname))
    chosen = {int(pk) for pk in ids if pk is not None}
    return list(Picture.objects.filter(pk__in=chosen).order_by("pk")) if chosen else []


def check_pictures(page: Page) -> None:
    """Raise PictureRefused where somebody can be recognised in a picture of this page who has not agreed to it."""
    for picture in pictures_on(page):
        if picture.is_kept_back:
            raise PictureRefused(
                _("In the picture “{title}” somebody can be recognised who has not agreed to it.").format(
                    title=picture.title
                ),
                code="not_agreed",
            )
