"""What pledges say on a person's timeline, each leading to the session where it was made."""

from collections.abc import Collection, Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy

from m4c.leaders.models import ConversationPledge
from m4c.people.models import Account
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin


def pledges(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The pledges that one may see, in their own words."""
    found = ConversationPledge.objects.visible_to(account).filter(pk__in=ids).select_related("session__event")
    return {pledge.pk: Origin(pledge.words, address(pledge)) for pledge in found}


def address(pledge: ConversationPledge) -> str:
    """The session where it was made, if at one."""
    return reverse("session", kwargs={"uid": pledge.session.uid}) if pledge.session else ""


def register() -> None:
    """Give each kind of row its words."""
    for kind, sentence in (
        ("pledged_one_to_one", gettext_lazy("Pledged 1-2-1s")),
        ("pledged_house_meeting", gettext_lazy("Pledged house meetings")),
    ):
        LEDGER_WORDS.add(kind, LedgerWords(sentence, origins=pledges))
