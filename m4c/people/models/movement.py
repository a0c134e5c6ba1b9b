"""What a movement says about itself: the answers to the five questions it starts with."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.core.visibility import PublicQuerySet


class Movement(Record):
    """The movement of this data folder: its root group, who answers for data protection, and its language."""

    class Language(models.TextChoices):
        ENGLISH = "en-gb", _("English")
        WELSH = "cy", _("Cymraeg")

    labels = label(
        contact="data_protection_contact",
        operational="group run_by language started_on",
        kept="data_protection_contact",
    )
    scope = "group__path"

    group = models.OneToOneField("people.Group", on_delete=models.PROTECT, related_name="+")
    run_by = models.CharField(_("who runs it"), max_length=200)
    data_protection_contact = models.EmailField(_("contact for data protection"), max_length=254)
    language = models.CharField(_("language"), max_length=8, choices=Language, default=Language.ENGLISH)
    started_on = models.DateField(auto_now_add=True)

    objects = PublicQuerySet.as_manager()

    def __str__(self) -> str:
        return self.run_by
