"""What pledges say on a person's timeline, each leading to the session where it was made."""

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from m4c.core.prepared import prepared
from m4c.core.routes import address_by_uid
from m4c.leaders.models import ConversationPledge
from m4c.people.models import Account
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin
from m4c.people.written import by_sql, one_of


def pledges(account: Account, ids: list[int]) -> Mapping[int, Origin]:
    """The pledges that one may see, in their own words; each leads to the session where it was made, if at one."""
    page = address_by_uid("session")
    return {
        pledge.pk: Origin(pledge.words, page(pledge.session.uid) if pledge.session else "")
        for pledge in pledges_seen(account, ids)
    }


@prepared
def pledges_seen(account: Account, ids: list[int]) -> QuerySet[ConversationPledge]:
    """Those of these that one may see, with the session where each was made."""
    return ConversationPledge.objects.visible_to(account).filter(by_sql("pk", one_of(ids))).select_related("session")


def register() -> None:
    """Give each kind of row its words."""
    for kind, sentence in (
        ("pledged_one_to_one", gettext_lazy("Pledged 1-2-1s")),
        ("pledged_house_meeting", gettext_lazy("Pledged house meetings")),
    ):
        LEDGER_WORDS.add(kind, LedgerWords(sentence, origins=pledges))
