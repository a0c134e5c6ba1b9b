"""What others read of negotiations, asks and answers."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.commitments.models import (
    Answer,
    Ask,
    AskGrid,
    GridQuestion,
    Minute,
    MinuteCorrection,
    Negotiation,
    NegotiationPart,
    OtherSide,
    TeamPaper,
    Witness,
)
from m4c.commitments.permissions import SEE_COMMITMENTS
from m4c.commitments.table import ledger, panels, today
from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import goes, mentions, nameless, stays
from m4c.people.groups.merging import follows
from m4c.people.merging import move


def merges() -> None:
    """What comes along when two people are made one, or two groups."""
    move(NegotiationPart, "person", key=lambda row: (row.negotiation_id, row.part))
    move(Witness, "person", key=lambda row: row.answer_id)
    move(Ask, "asked_by")
    follows(Negotiation, title=_("negotiations"))
    follows(Minute, title=_("minutes sent to the other side"))
    follows(Ask, title=_("asks"))
    follows(AskGrid, title=_("asks to many"))


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what was asked and answered")
    stays(NegotiationPart, "person", _("your parts at negotiations, as a count"), COUNTED)
    goes(Witness, "person", _("that you heard an answer"))
    nameless(Ask, "asked_by", _("that you put an ask to somebody who decides"), COUNTED)
    mentions(Negotiation, "wants_first", "result_words", what=said)
    mentions(TeamPaper, "fall_back", "walk_away", "notes", what=said)
    mentions(Minute, "words", "sent_to", what=said)
    mentions(MinuteCorrection, "words", "corrected_by", what=said)
    mentions(OtherSide, "words", what=said)
    mentions(Ask, "words", "office_words", what=said)
    mentions(Answer, "words", "says_who", "source", "witness_words", "struck_because", what=said)
    mentions(AskGrid, "name", what=said)
    mentions(GridQuestion, "words", "short", what=said)


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands elsewhere."""
    merges()
    erasers()
    hold(
        "negotiations",
        _("Negotiations, asks you put and answers you heard"),
        Table(NegotiationPart, only=("negotiation", "part")),
        Table(Ask, of=("asked_by",), only=("words", "asked_on")),
        Table(Witness, only=("answer",)),
    )
    ledger.register()
    panels.register()
    today.register()
    CAMPAIGN_TABS.add("table", CampaignTab(_("At the table"), "campaign-table", SEE_COMMITMENTS, 55))
    CHAPTERS.add("commitments.table", Chapter(122, "m4c.commitments.table.demo.tell"))
