"""What becomes of a campaign and what it consists of when somebody is erased, or two people or groups become one."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import (
    Authorisation,
    Backer,
    Campaign,
    CampaignJob,
    CampaignLead,
    CampaignOrigin,
    Citation,
    Clause,
    ClauseInEdition,
    Demand,
    Edition,
    Evidence,
    Gift,
    LetterSignatory,
    OpenLetter,
    SourceDocument,
    StatusChange,
    Target,
)
from m4c.campaigns.operations.erasing_campaigns import WORDS_OF_ONE, no_contact, no_gatherer, without_their_name
from m4c.core.operations import change
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import (
    Eraser,
    Outcome,
    add,
    goes,
    mentions,
    nameless,
    saying,
    tells_of_nobody,
)
from m4c.people.groups.merging import Joining, follows
from m4c.people.merging import move
from m4c.people.operations.merging.journal import Journal


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what a campaign says")
    goes(CampaignLead, "person", _("that they led a campaign"))
    nameless(LetterSignatory, "person", _("that they signed an open letter"), COUNTED)
    nameless(Evidence, "gathered_by", _("that they gathered evidence"), COUNTED, erase=no_gatherer)
    nameless(Campaign, "contact", _("that they were the contact of a campaign"), COUNTED, erase=no_contact)
    named = saying(Campaign, *WORDS_OF_ONE, words=lambda forgotten: forgotten.names)
    taken_out = Eraser(Campaign, Outcome.NAMELESS, said, rows=named, erase=without_their_name, by_name=True)
    add(Campaign, "mentions", taken_out)
    mentions(StatusChange, "why", what=said)
    mentions(Authorisation, "how", what=said)
    mentions(Demand, "words", what=said)
    mentions(CampaignOrigin, "how", what=said)
    mentions(Target, "why", what=said)
    mentions(Evidence, "title", "words", "source", "file_name", what=said)
    mentions(Gift, "what", "giver", "went_to", what=said)
    mentions(Backer, "name", "gave", what=said)
    mentions(OpenLetter, "title", "words", "to_whom", what=said)
    mentions(LetterSignatory, "name", "role", "body", what=said)
    mentions(Citation, "words", what=said)
    tells_of_nobody(CampaignJob, why="which campaign a job is for; the job itself says whose it is")
    tells_of_nobody(SourceDocument, Edition, Clause, ClauseInEdition, why="what a body published, word by word")


def merges() -> None:
    """What comes along when two people, or two groups, are made one."""
    move(CampaignLead, "person", key=part_that_stands, unite=one_lead)
    move(LetterSignatory, "person", key=signature_that_stands, unite=one_signature)
    move(Evidence, "gathered_by")
    move(Campaign, "contact")
    follows(Campaign, title=_("campaigns"), key=("name",), unite=two_names)
    follows(
        Authorisation,
        title=_("authorisations of campaigns"),
        key=("campaign_id",),
        among=Q(ended_on=None),
        unite=end_it,
    )
    follows(Backer, title=_("campaigns that it backs"))


def part_that_stands(row: CampaignLead) -> object:
    """A part in a campaign that has not ended is had once."""
    return (row.campaign_id, row.part) if row.until_on is None else None


def one_lead(journal: Journal, kept: CampaignLead, gone: CampaignLead) -> bool:
    """Who leads it twice has led it since the earlier day."""
    journal.change(kept, from_on=min(kept.from_on, gone.from_on))
    return True


def signature_that_stands(row: LetterSignatory) -> object:
    """A letter is signed once."""
    return row.letter_id if row.withdrawn_at is None else None


def one_signature(journal: Journal, kept: LetterSignatory, gone: LetterSignatory) -> bool:
    """Who signed twice signed first, and stands in public only where both agreed."""
    agreed = kept.agreed_public_at if gone.agreed_public_at else None
    journal.change(kept, signed_on=min(kept.signed_on, gone.signed_on), agreed_public_at=agreed)
    return True


def two_names(joining: Joining, kept: Campaign, gone: Campaign) -> None:
    """Two campaigns of one name both stay: the one that comes along is told apart by the group it came from."""
    change(gone, name=f"{gone.name[:80]} ({joining.gone})"[:120])


def end_it(joining: Joining, kept: Authorisation, gone: Authorisation) -> None:
    """Both had authorised it: the one that stays goes on."""
    change(gone, ended_on=max(joining.on, gone.decided_on))


def access() -> None:
    """Where campaigns hold something on a person."""
    hold(
        "campaigns",
        _("Campaigns"),
        Table(CampaignLead),
        Table(LetterSignatory, words=("role", "body")),
        Table(Evidence, of=("gathered_by",), words=("title", "words", "source")),
        Table(Campaign, of=("contact",), only=("name", "group", "status")),
    )


def register() -> None:
    """Tell all of it."""
    erasers()
    merges()
    access()
