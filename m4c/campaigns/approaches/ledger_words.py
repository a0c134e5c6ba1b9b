"""What approaches say on a person's timeline, each leading to its own page."""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.approaches.ledger import KIND
from m4c.campaigns.models import Approach
from m4c.core.routes import address_by_uid
from m4c.people.models import Account
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin


def approaches(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The approaches that one may see, by the name of the powerholder."""
    found = Approach.objects.visible_to(account).filter(pk__in=ids).order_by()
    page = address_by_uid("approach")
    return {pk: Origin(name, page(uid)) for pk, uid, name in found.values_list("pk", "uid", "powerholder__name")}


def register() -> None:
    """Give them their words."""
    LEDGER_WORDS.add(KIND, LedgerWords(_("Approached a powerholder"), origins=approaches))
