"""The questions of a listening campaign in each language, and what one person answered to them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.core.labels import label
from m4c.core.models import Record
from m4c.listening.permissions import SEE_LISTENING
from m4c.people.models import Account


class QuestionQuerySet(models.QuerySet["Question"]):
    """Which questions."""

    def visible_to(self, account: Account) -> Self:
        """Those of the campaigns that one may see."""
        from m4c.listening.models.campaign import ListeningCampaign

        return self.filter(campaign__in=ListeningCampaign.objects.visible_to(account))


class Question(Record):
    """One question of a campaign; its words stand apart, once in each language."""

    labels = label(operational="campaign position is_concern struck_at")
    scope = "campaign__group__path"

    campaign = models.ForeignKey("listening.ListeningCampaign", on_delete=models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()
    # Whether what is answered is what hurts: such answers become concerns.
    is_concern = models.BooleanField(_("asks what hurts"), default=False)
    struck_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        indexes = [models.Index(fields=["campaign", "position"], name="questions_of_a_campaign")]

    def __str__(self) -> str:
        return f"question {self.position}"


class QuestionWording(models.Model):
    """A question's words in one language: English, Welsh, or any that was typed in by its own name."""

    labels = label(content="words", operational="question language")

    question = models.ForeignKey("listening.Question", on_delete=models.CASCADE, related_name="+")
    language = models.CharField(_("language"), max_length=40)  # "en", "cy", or its own name: "Soomaali"
    words = models.CharField(_("question"), max_length=300)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["question", "language"], name="one_wording_in_a_language")]

    def __str__(self) -> str:
        return f"question {self.question_id} in {self.language}"


class QuestionnaireQuerySet(models.QuerySet["Questionnaire"]):
    """Which questionnaires."""

    def visible_to(self, account: Account) -> Self:
        """Those of one's groups' campaigns, and those one took oneself; never of somebody kept safe."""
        seen = account.sight.of_group("campaign__group", SEE_LISTENING)
        if account.person_id:
            seen |= Q(visitor=account.person_id)
        return self.filter(seen, account.sight.unless_protected("person"))


class Questionnaire(Record):
    """What one person answered, on the street, on paper or by the public page, and what may be done with it."""

    class Means(models.TextChoices):
        STREET = "street", _("asked in the street or at a door")
        PAPER = "paper", _("on paper")
        PAGE = "page", _("by the public page")

    labels = label(
        contact="postcode",
        content="place",
        operational="campaign person visitor on means language ward may_use_inside may_quote may_write wording made_at",
    )
    scope = "campaign__group__path"

    campaign = models.ForeignKey("listening.ListeningCampaign", on_delete=models.CASCADE, related_name="+")
    # Nobody, where whoever answered gave no name.
    person = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    visitor = models.ForeignKey("people.Person", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    on = models.DateField(_("on"))
    means = models.CharField(_("how"), max_length=8, choices=Means)
    language = models.CharField(_("language"), max_length=40, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=8, blank=True)
    ward = models.ForeignKey("places.Area", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    # Consent for each use by itself, as ticked under the wording that stood there.
    may_use_inside = models.BooleanField(_("the movement may use what they said, without a name"), default=False)
    may_quote = models.BooleanField(_("their words may be quoted, without a name"), default=False)
    may_write = models.BooleanField(_("we may tell them what comes of it"), default=False)
    wording = models.TextField(max_length=1_000, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["campaign", "on"], name="questionnaires_of_a_campaign")]

    def __str__(self) -> str:
        return f"questionnaire {self.pk}"


class QuestionAnswerQuerySet(models.QuerySet["QuestionAnswer"]):
    """Which answers."""

    def visible_to(self, account: Account) -> Self:
        """Those of the questionnaires that one may see."""
        return self.filter(questionnaire__in=Questionnaire.objects.visible_to(account))


class QuestionAnswer(models.Model):
    """What was said to one question."""

    labels = label(content="words", operational="questionnaire question")

    questionnaire = models.ForeignKey("listening.Questionnaire", on_delete=models.CASCADE, related_name="+")
    question = models.ForeignKey("listening.Question", on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=1_000)

    objects = QuestionAnswerQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["questionnaire", "question"], name="one_answer_to_a_question"),
        ]

    def __str__(self) -> str:
        return f"answer {self.pk}"
