"""What a petition on paper writes into the engagement ledger, and how a timeline says it: who signed, where a line is
tied to a person on record.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, time

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import PaperSignature
from m4c.core.routes import address_by_uid
from m4c.people.ledger import Source, follow
from m4c.people.models import Account, Engagement
from m4c.people.timeline import LEDGER_WORDS, LedgerWords, Origin

KIND = "signed"


def signature_rows(signatures: Sequence[PaperSignature]) -> Iterable[Engagement]:
    """Of a line that is tied to somebody: `signed`; of all the others there is none."""
    tied = [each.pk for each in signatures if each.person_id]
    rows = PaperSignature.objects.filter(pk__in=tied) if tied else PaperSignature.objects.none()
    for pk, person, day, typed_at, group in rows.values_list(
        "pk", "person_id", "signed_on", "typed_at", "campaign__group_id"
    ):
        yield Engagement(
            kind=KIND,
            person_id=person,
            at=timezone.make_aware(datetime.combine(day, time(12))) if day else typed_at,
            group_id=group,
            source_type=PaperSignature._meta.label_lower,
            source_id=pk,
        )


def origins(account: Account, ids: Collection[int]) -> Mapping[int, Origin]:
    """The petitions of the lines that one may see."""
    found = PaperSignature.objects.visible_to(account).filter(pk__in=ids).order_by()
    page = address_by_uid("paper-petition")
    rows = found.values_list("pk", "petition__uid", "petition__title")
    return {pk: Origin(title, page(uid)) for pk, uid, title in rows}


def register() -> None:
    """Tell the ledger, and give its rows their words."""
    follow(Source(PaperSignature, signature_rows))
    LEDGER_WORDS.add(KIND, LedgerWords(_("Signed a petition"), origins=origins))
