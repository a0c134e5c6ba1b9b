"""What a ballot may put to the vote besides words of one's own: standing themes, and candidate issues on the table."""

from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.listening.models import CandidateIssue, Concern, Issue, Theme
from m4c.people.models import Account


def themes_to_choose(account: Account) -> "QuerySet[Theme]":
    """The themes that an account sees, those with the most concerns first."""
    said = Concern.objects.filter(theme=OuterRef("pk"), struck_at=None).order_by().values("theme")
    number = Subquery(said.annotate(number=Count("pk")).values("number"))
    rows = Theme.objects.visible_to(account).standing().select_related("campaign", "group")
    return rows.annotate(concerns=Coalesce(number, 0, output_field=IntegerField())).order_by("-concerns", "pk")


def candidates_to_choose(account: Account) -> "QuerySet[CandidateIssue]":
    """The candidates that an account sees and nobody has chosen or taken off the table, the latest first."""
    chosen = Issue.objects.filter(candidate=OuterRef("pk"))
    rows = CandidateIssue.objects.visible_to(account).filter(~Exists(chosen), withdrawn_at=None)
    return rows.select_related("theme").order_by("-made_at", "-pk")


def label_of_theme(theme: Any) -> str:
    """A theme with how much was said under it, and in which campaign; `theme.concerns` is counted beforehand."""
    said = ngettext("{number} concern", "{number} concerns", theme.concerns).format(number=theme.concerns)
    return _("{theme}: {said}, {where}").format(theme=theme.name, said=said, where=theme.campaign or theme.group)


def label_of_candidate(candidate: CandidateIssue) -> str:
    """A candidate with the theme that it was cut from."""
    return _("{change}, out of “{theme}”").format(change=candidate.change, theme=candidate.theme)
