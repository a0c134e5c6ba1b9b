"""What others read of powerholders, their offices and what is on record of them."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.core.demo import CHAPTERS, Chapter
from m4c.core.navigation import PLACES, Place
from m4c.core.operations import change
from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.core.search import SOURCES, Hit, Source, fits, patterns
from m4c.people.access.sources import Table, hold
from m4c.people.erasers import COUNTED
from m4c.people.erasing import Forgotten, blank, goes, mentions, nameless, tells_of_nobody
from m4c.people.groups.merging import Joining, follows
from m4c.people.merging import follow, joined, move
from m4c.people.models import Account
from m4c.people.operations.merging.journal import Journal
from m4c.power.models import (
    Acquaintance,
    CouncilControl,
    Influence,
    Institution,
    Office,
    PowerFact,
    Powerholder,
    PowerholderId,
    PowerLoad,
    Presence,
    ResearchMeeting,
    Site,
    SiteOwner,
    SiteState,
    Tenure,
)
from m4c.power.permissions import SEE_POWER
from m4c.power.record import copying

PUBLIC_ROLE = _("It tells of a public role by public sources, and is kept for what was said and promised in it.")
LONGEST_HOW = 200


def register() -> None:
    """Tell what becomes of it when people or groups come together, go, or ask; and where it stands on other pages."""
    erasers()
    merges()
    access()
    copying.register()
    also = "/organise/power/"
    PLACES.add("power", Place(_("Power"), "powerholders", "building-library", SEE_POWER, 45, also=also))
    SOURCES.add("powerholders", Source(_("Powerholders"), "building-library", SEE_POWER, find, order=45))
    CHAPTERS.add("power", Chapter(100, "m4c.power.record.demo.tell"))


def find(account: Account, words: str, limit: int) -> list[Hit]:
    """Powerholders by any part of their name. One statement."""
    found, url = called(account, patterns(words), range(limit)), address_by_uid("powerholder")
    return [Hit(one.name, url(one.uid), one.about) for one in found]


@prepared
def called(account: Account, words: list[str], places: range) -> QuerySet[Powerholder]:
    """The first of them, as many as there are places."""
    return Powerholder.objects.visible_to(account).filter(fits("name", words))[: len(places)]


def erasers() -> None:
    """What becomes of rows when somebody is erased."""
    said = _("their name in what is on record of those who decide")
    nameless(Powerholder, "person", _("that they are a decision-maker on record"), PUBLIC_ROLE, erase=no_person)
    nameless(Presence, "inviter", _("that they invited a decision-maker"), COUNTED, erase=no_host)
    goes(Acquaintance, "person", _("that they know a decision-maker"))
    mentions(PowerFact, "words", "source", "document_name", "withdrawn_because", what=said)
    mentions(Presence, "place", "said", "source", what=said)
    mentions(ResearchMeeting, "whom", "asked", "learnt", "interest", "next_words", what=said)
    why = "public facts of public roles, by public sources"
    tells_of_nobody(Institution, Office, PowerholderId, Tenure, PowerLoad, CouncilControl, why=why)
    tells_of_nobody(Site, SiteState, SiteOwner, Influence, why=why)


def no_person(forgotten: Forgotten, rows: "QuerySet[Powerholder]") -> None:
    """Nothing says any more that they were one of our people."""
    blank(forgotten, rows, person=None)


def no_host(forgotten: Forgotten, rows: "QuerySet[Presence]") -> None:
    """Who invited is not told any more."""
    blank(forgotten, rows, inviter=None)


def merges() -> None:
    """What comes along when two people, or two groups, are made one."""
    follow(Powerholder, "person", one_powerholder)
    move(Presence, "inviter")
    move(Acquaintance, "person", key=standing, unite=one_acquaintance)
    follows(PowerFact, title=_("facts of those who decide"))
    follows(Presence, title=_("decision-makers who came"))
    same: dict[str, Any] = {"key": ("person_id", "powerholder_id"), "among": Q(ended_on=None)}
    follows(Acquaintance, title=_("who knows a decision-maker"), **same, unite=one_groups_words)
    follows(ResearchMeeting, title=_("research meetings"))


def one_powerholder(journal: Journal) -> None:
    """One person is one powerholder: where both records were tied to one, that of who stays stays tied."""
    theirs = Powerholder.objects.filter(person=journal.other.pk).first()
    if theirs is None:
        return
    if Powerholder.objects.filter(person=journal.keep.pk).exists():
        journal.change(theirs, person_id=None)
    else:
        journal.move(Powerholder, "person", [theirs.pk])


def standing(row: Acquaintance) -> tuple[int, int] | None:
    """Which of two acquaintances are the same: those that stand, with the same powerholder, as one group wrote them."""
    return (row.powerholder_id, row.group_id) if row.ended_on is None else None


def one_acquaintance(journal: Journal, kept: Acquaintance, gone: Acquaintance) -> bool:
    """Both ways in which somebody knows a powerholder, in one."""
    what = str(_("how they know a decision-maker"))
    journal.change(kept, how=joined(kept.how, gone.how, LONGEST_HOW, what))
    return True


def one_groups_words(joining: Joining, kept: Acquaintance, gone: Acquaintance) -> None:
    """What both groups wrote of how somebody knows a powerholder, in one; where there is no room for both, those of the
    group that goes are kept as what was.
    """
    both = " / ".join(dict.fromkeys((kept.how, gone.how)))
    if len(both) > LONGEST_HOW:
        change(gone, ended_on=joining.on)
        return
    change(kept, how=both)
    gone.delete()


def access() -> None:
    """Where power holds something on a person."""
    hold(
        "power",
        _("Decision-makers"),
        Table(Powerholder, leave=("to_review",)),
        Table(Tenure, of=("powerholder__person",), leave=("powerholder", "load", "number")),
        Table(
            PowerFact,
            of=("powerholder__person",),
            words=("words",),
            leave=("powerholder", "institution", "document_type", "group"),
        ),
        Table(Acquaintance, words=("how",), leave=("group",)),
        Table(Presence, of=("inviter",), only=("powerholder", "on", "place")),
    )
