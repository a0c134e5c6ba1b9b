"""What listening says on a person's timeline, each leading to its own page."""

from collections.abc import Mapping
from uuid import UUID

from django.contrib.humanize.templatetags.humanize import apnumber
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.listening.models import HouseMeeting, OneToOne, Questionnaire, Story
from m4c.people.models import Account
from m4c.people.relationships.acquaintance import TIES, Tie
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin
from m4c.people.written import by_sql, one_of


def one_to_ones(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The 1-2-1s that one may see."""
    page = address_by_uid("one-to-one")
    return {pk: Origin(_("1-2-1"), page(uid)) for pk, uid in one_to_ones_seen(account, ids)}


def house_meetings(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The house meetings that one may see."""
    page = address_by_uid("house-meeting")
    return {pk: Origin(_("House meeting"), page(uid)) for pk, uid in house_meetings_seen(account, ids)}


def stories(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The stories that one may read."""
    page = address_by_uid("story")
    return {pk: Origin(title or _("Story"), page(uid)) for pk, uid, title in stories_seen(account, ids)}


def questionnaires(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The campaigns of the questionnaires that one may see."""
    page = address_by_uid("listening-campaign")
    return {pk: Origin(name, page(uid)) for pk, uid, name in questionnaires_seen(account, ids)}


@prepared
def one_to_ones_seen(account: Account, ids: list[int]) -> QuerySet[OneToOne, tuple[int, UUID]]:
    """Those of these that one may see: id and uid."""
    return OneToOne.objects.visible_to(account).filter(by_sql("pk", one_of(ids))).order_by().values_list("pk", "uid")


@prepared
def house_meetings_seen(account: Account, ids: list[int]) -> QuerySet[HouseMeeting, tuple[int, UUID]]:
    """Those of these that one may see: id and uid."""
    return (
        HouseMeeting.objects.visible_to(account).filter(by_sql("pk", one_of(ids))).order_by().values_list("pk", "uid")
    )


@prepared
def stories_seen(account: Account, ids: list[int]) -> QuerySet[Story, tuple[int, UUID, str]]:
    """Those of these that one may read: id, uid and title."""
    return (
        Story.objects.visible_to(account).filter(by_sql("pk", one_of(ids))).order_by().values_list("pk", "uid", "title")
    )


@prepared
def questionnaires_seen(account: Account, ids: list[int]) -> QuerySet[Questionnaire, tuple[int, UUID, str]]:
    """Those of these that one may see: id, and their campaign's uid and name."""
    found = Questionnaire.objects.visible_to(account).filter(by_sql("pk", one_of(ids))).order_by()
    return found.values_list("pk", "campaign__uid", "campaign__name")


def talked(times: int, month: str, name: str) -> str:
    """How often two people talked, and when last."""
    pattern = ngettext("{number} 1-2-1, in {month}", "{number} 1-2-1s, last in {month}", times)
    return pattern.format(number=apnumber(times), month=month)


def register() -> None:
    """Give each kind of row its words."""
    TIES.add("one_to_one", Tie(("held_one_to_one", "had_one_to_one"), "other", talked, 10))
    held, had = gettext_lazy("Held a 1-2-1"), gettext_lazy("Had a 1-2-1")
    words = LedgerWords(held, with_other=gettext_lazy("Held a 1-2-1 with {other}"), origins=one_to_ones)
    LEDGER_WORDS.add("held_one_to_one", words)
    other_side = gettext_lazy("Had a 1-2-1 with {leader}, who asked")
    words = LedgerWords(had, with_leader=other_side, origins=one_to_ones, is_mirror=True)
    LEDGER_WORDS.add("had_one_to_one", words)
    LEDGER_WORDS.add("told_story", LedgerWords(gettext_lazy("Told their story"), origins=stories))
    answered = gettext_lazy("Answered the questions of a listening campaign")
    LEDGER_WORDS.add("answered_questionnaire", LedgerWords(answered, origins=questionnaires))
    LEDGER_WORDS.add(
        "hosted_house_meeting", LedgerWords(gettext_lazy("Hosted a house meeting"), origins=house_meetings)
    )
