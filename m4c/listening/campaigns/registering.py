"""What becomes of listening campaigns, visitors and questionnaires when people or groups come together, go, or ask."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.operations import change
from m4c.listening.models import (
    ListeningCampaign,
    Question,
    QuestionAnswer,
    Questionnaire,
    QuestionWording,
    Visitor,
)
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, goes, mentions, nameless, tells_of_nobody
from m4c.people.groups.merging import Joining, follows
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal


def one_visitor(journal: Journal, kept: Visitor, gone: Visitor) -> bool:
    """Two visitors of a campaign who are one took on the greater number, and visit while either does."""
    left_on = max(kept.left_on, gone.left_on) if kept.left_on and gone.left_on else None
    joined_on = min(kept.joined_on, gone.joined_on)
    journal.change(kept, visits=max(kept.visits, gone.visits), joined_on=joined_on, left_on=left_on)
    return True


def another_name(joining: Joining, kept: ListeningCampaign, gone: ListeningCampaign) -> None:
    """Two campaigns of one name are two still: the one that comes along says of which group it was."""
    change(gone, group=kept.group, name=f"{gone.name[:90]} ({gone.group.name[:20]}, {gone.pk})")


def as_it_is(forgotten: Forgotten, rows: "QuerySet[Any]") -> None:
    """The name of whoever took it goes with their record; what somebody else answered stays."""


def register() -> None:
    """Tell what of campaigns moves, goes and is held."""
    move(Visitor, "person", key=lambda row: row.campaign_id, unite=one_visitor)
    move(Questionnaire, "person")
    move(Questionnaire, "visitor")
    follows(ListeningCampaign, title=_("listening campaigns"), key=("name",), unite=another_name)
    goes(Visitor, "person", _("that they visited in a listening campaign"))
    nameless(Questionnaire, "person", _("questionnaires that they answered"), COUNTED)
    nameless(Questionnaire, "visitor", _("questionnaires that they took"), COUNTED, erase=as_it_is)
    goes(QuestionAnswer, "questionnaire__person", _("what they answered to questions"))
    mentions(QuestionAnswer, "words", what=_("their name in what somebody else answered"))
    mentions(ListeningCampaign, "review", "about", what=_("their name in what a listening campaign says"))
    mentions(QuestionWording, "words", what=_("their name in what a listening campaign asks"))
    tells_of_nobody(Question, why="the order of a campaign's questions")
    hold(
        "questionnaires",
        _("Questionnaires"),
        Table(Questionnaire, of=("person",), words=("place", "postcode", "wording")),
        Table(Visitor, words=()),
    )
