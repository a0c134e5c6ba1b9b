"""A picture of the site: what it shows in words, who took it, and who can be recognised."""

from io import BytesIO
from pathlib import Path
from typing import Any, Self
from uuid import uuid4

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, ImageQuerySet, get_upload_to

from m4c.core.labels import label
from m4c.core.models.record import uid_of
from m4c.events.models import Event
from m4c.people.models import Group
from m4c.website.models.picture_file import CleanPictureField

COLUMNS = (
    "collection created_at event file file_hash file_size focal_point_height focal_point_width focal_point_x"
    " focal_point_y height kept_back_since shows tags title uploaded_by_user width"
)
PAPER = "#efe6d8"  # what stands where a picture is kept back


class PictureQuerySet(ImageQuerySet):
    """Which pictures."""

    def visible_to(self, account: Any) -> Self:
        """All: what an editor may choose is asked of its collection, what the public sees of its page."""
        return self

    def of_event(self, event: Event) -> Self:
        """Those of an event, in the order in which they were added."""
        return self.filter(event=event).order_by("pk")

    def shown(self) -> Self:
        """Those that are not kept back: nobody is in them, or whoever is agreed."""
        return self.filter(kept_back_since=None)


class Picture(AbstractImage):
    """An uploaded picture. Its description is read out to whoever cannot see it, so there is no picture without."""

    class Shows(models.TextChoices):
        NOBODY = "nobody", _("nobody can be recognised")
        PEOPLE = "people", _("these people can be recognised")

    @staticmethod
    def scope(ids: list[int]) -> list[tuple[int, str]]:
        """The paths of the groups whose pictures these are, or whose events'; of the movement's own, none."""
        found = list(Picture.objects.filter(pk__in=ids).values_list("pk", "collection__name", "event__group__path"))
        groups = Group.objects.filter(uid__in=[name for _pk, name, _path in found if is_uid(name)])
        paths = {str(group.uid): group.path for group in groups}
        of_groups = [(pk, path or paths.get(name)) for pk, name, path in found]
        return [(pk, path) for pk, path in of_groups if path]

    labels = label(identity="credit", content="description", operational=COLUMNS, kept="credit description")

    credit = models.CharField(
        _("who took it"), max_length=120, blank=True, help_text=_("Shown small beneath the picture.")
    )

    shows = models.CharField(
        _("who can be recognised"),
        max_length=10,
        choices=Shows,
        default=Shows.NOBODY,
        help_text=_("Somebody can be recognised by their face, and by their back or their coat where they are known."),
    )
    event = models.ForeignKey(
        "events.Event", null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("event")
    )
    kept_back_since = models.DateTimeField(null=True, blank=True, editable=False)
    file = CleanPictureField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )

    objects = PictureQuerySet.as_manager()
    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
        "shows",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def shows_people(self) -> bool:
        """Whether anybody can be recognised in it."""
        return self.shows == self.Shows.PEOPLE

    @property
    def is_kept_back(self) -> bool:
        """Whether it stands on no page, since somebody in it has not agreed, or no longer does."""
        return self.kept_back_since is not None

    def get_upload_to(self, filename: str) -> str:
        """Where the file lies, under a name that says nothing: what somebody called it may tell whose face it is."""
        return f"original_images/{nameless(filename)}"

    def generate_rendition_file(self, filter: Filter, *, source: File[bytes] | None = None) -> File[bytes]:  # noqa: A002 - its name
        """The picture cut and scaled; while it is kept back, plain paper of the same size under another name."""
        drawn: File[bytes] = super().generate_rendition_file(filter, source=source)
        return paper_instead(drawn) if self.is_kept_back else drawn


class PictureRendition(AbstractRendition):
    """A picture cut and scaled for one place."""

    labels = label(operational="file filter_spec focal_point_key height image width")

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_cut_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.filter_spec}, of picture {self.image_id}"

    @property
    def alt(self) -> str:
        """What is read out in its place: nothing while the picture is kept back."""
        return "" if self.image.is_kept_back else str(super().alt)


def is_uid(name: str) -> bool:
    """Whether a collection is a group's, by its name."""
    return uid_of(name) is not None


def nameless(filename: str) -> str:
    """A name for a file that tells its kind and nothing else, not even when it was given: it stands in addresses."""
    return f"{uuid4().hex}{Path(filename).suffix.casefold()}"


def paper_instead(drawn: File[bytes]) -> File[bytes]:
    """A plain sheet of the size and kind of this picture, named apart: browsers keep what they once fetched."""
    with Image.open(drawn) as picture:
        sheet, kind = Image.new("RGB", picture.size, PAPER), picture.format
    sheet_file = BytesIO()
    sheet.save(sheet_file, kind)
    return ContentFile(sheet_file.getvalue(), name=nameless(drawn.name or ""))
