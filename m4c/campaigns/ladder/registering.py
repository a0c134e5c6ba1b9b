"""What others read of the escalation ladder, truces, standing down and paper petitions."""

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.campaign_panels import CAMPAIGN_TABS, CampaignTab
from m4c.campaigns.ladder import ledger, panel, step_links, today
from m4c.campaigns.models import (
    HandIn,
    LadderStep,
    PaperPetition,
    PaperSignature,
    PetitionSheet,
    StandDown,
    StoodDown,
    Truce,
)
from m4c.campaigns.permissions import SEE_CAMPAIGNS
from m4c.core.demo import CHAPTERS, Chapter
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import by_email, goes, mentions, nameless
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal

State = StoodDown.State
STRENGTH = [State.WAITING, State.QUEUED, State.HELD_BACK, State.FAILED, State.MISSED, State.TOLD]


def unite(journal: Journal, kept: StoodDown, gone: StoodDown) -> bool:
    """Who was to be told twice was told once: as the stronger of the two says, by whoever took the share."""
    stronger = max(kept, gone, key=lambda row: STRENGTH.index(State(row.state)))
    journal.change(
        kept,
        state=stronger.state,
        settled_at=stronger.settled_at,
        settled_by_id=stronger.settled_by_id,
        teller_id=kept.teller_id or gone.teller_id,
    )
    return True


def merges() -> None:
    """What comes along when two people are made one."""
    move(LadderStep, "who")
    move(StoodDown, "person", key=lambda row: row.stand_down_id, unite=unite)
    move(StoodDown, "teller")
    move(PaperSignature, "person")


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what a campaign planned and did")
    signed = _("that they signed a petition on paper")
    goes(StoodDown, "person", _("that they were told that an action was off"))
    nameless(StoodDown, "teller", _("whom they were to ring"), COUNTED)
    nameless(LadderStep, "who", _("that they were to lead a step of a campaign"), COUNTED)
    nameless(PaperSignature, "person", signed, COUNTED)
    nameless(PaperSignature, "email", signed, COUNTED, rows=by_email(PaperSignature))
    mentions(PaperSignature, "name", what=signed)
    of_a_step = ("name", "what", "who_words", "needs", "risks", "law", "alternative", "authorised_how", "what_they_did")
    mentions(LadderStep, *of_a_step, what=said)
    mentions(Truce, "offered", "condition", "settled_words", what=said)
    mentions(StandDown, "words", "chat_words", what=said)
    mentions(PaperPetition, "title", "wording", "to_whom", what=said)
    mentions(PetitionSheet, "collected_by", what=_("that they collected signatures"))
    mentions(HandIn, "to_whom", "received_by", "answer", what=said)


def access() -> None:
    """Where the ladder holds something on a person."""
    hold(
        "ladder",
        _("Actions of campaigns, and petitions you signed"),
        Table(LadderStep, of=("who",), only=("campaign", "name", "trigger_on", "done_on")),
        Table(StoodDown, of=("person", "teller")),
        Table(PaperSignature, leave=("typed_by",)),
    )


def register() -> None:
    """Tell what becomes of it when people come together, go, or ask; and where it stands on other pages."""
    merges()
    erasers()
    access()
    ledger.register()
    panel.register()
    step_links.register()
    today.register()
    CAMPAIGN_TABS.add("ladder", CampaignTab(_("Ladder"), "campaign-ladder", SEE_CAMPAIGNS, 50, only_campaigns=True))
    CAMPAIGN_TABS.add("petitions", CampaignTab(_("Petitions"), "campaign-petitions", SEE_CAMPAIGNS, 60))
    CHAPTERS.add("ladder", Chapter(106, "m4c.campaigns.ladder.demo.tell"))
