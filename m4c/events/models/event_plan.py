"""What is planned of an event beyond what, whose, when and where: for how many, in which language, by whom."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label


class AccessNeed(models.TextChoices):
    """What a place offers, or somebody needs, to take part."""

    STEP_FREE = "step_free", _("step-free way in")
    BSL = "bsl", _("British Sign Language")
    CRECHE = "creche", _("creche")
    FOOD = "food", _("food")
    QUIET_ROOM = "quiet_room", _("quiet room")


class RepeatedPlan(models.Model):
    """What is planned alike of one event and of a series, whose events take it over: columns of their own rows."""

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        WELSH = "cy", _("Welsh")
        BOTH = "en cy", _("English and Welsh")
        OTHER = "other", _("another language")

    repeated_labels = label(
        content="details", special="contact", operational="link capacity access language target", kept="details"
    )

    details = models.TextField(_("what people should know"), blank=True)
    link = models.URLField(_("link, where it is held online"), blank=True)
    capacity = models.PositiveIntegerField(
        _("how many there is room for"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    access = models.JSONField(_("what the place offers"), default=list, blank=True)  # values of AccessNeed
    language = models.CharField(_("language"), max_length=8, choices=Language, blank=True)
    contact = models.ForeignKey(
        "people.Person",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("whom to ask about it"),
    )
    target = models.PositiveIntegerField(_("how many we want there"), null=True, blank=True)

    class Meta:
        abstract = True


class EventPlan(RepeatedPlan):
    """The planning of an event: columns of its own row."""

    plan_labels = RepeatedPlan.repeated_labels | label(
        operational="series series_day sequence changed_at told_change_at called_off_why"
    )

    series = models.ForeignKey("events.Series", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    series_day = models.DateField(null=True, blank=True)  # the day of the series that this stands for, if since moved
    sequence = models.PositiveIntegerField(default=0)  # RFC 5545, 3.8.7.4: one more with each change calendars must see
    changed_at = models.DateTimeField(null=True, blank=True)  # when what those coming must know last changed
    told_change_at = models.DateTimeField(null=True, blank=True)  # when they were told of that; empties with a change
    called_off_why = models.CharField(_("why it was called off"), max_length=300, blank=True)

    class Meta:
        abstract = True
