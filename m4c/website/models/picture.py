"""A picture of the site: what it shows in words, who took it, and who can be recognised."""

from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, ImageQuerySet

from m4c.core.labels import label

COLUMNS = (
    "collection created_at file file_hash file_size focal_point_height focal_point_width focal_point_x focal_point_y"
    " height tags title uploaded_by_user width"
)


class PictureQuerySet(ImageQuerySet):
    """Which pictures."""

    def visible_to(self, account: Any) -> Self:
        """All: what an editor may choose is asked of its collection, what the public sees of its page."""
        return self


class Picture(AbstractImage):
    """An uploaded picture. Its description is read out to whoever cannot see it, so there is no picture without."""

    labels = label(identity="credit", content="description", operational=COLUMNS, kept="credit description")

    credit = models.CharField(
        _("who took it"), max_length=120, blank=True, help_text=_("Shown small beneath the picture.")
    )

    objects = PictureQuerySet.as_manager()
    admin_form_fields = (
        "title",
        "file",
        "description",
        "credit",
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
