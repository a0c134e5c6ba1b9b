"""What calls write into the engagement ledger: that somebody was reached is a contact, and a call in vain is none."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext_lazy as _

from m4c.people.ledger import Source, follow
from m4c.people.models import CallOutcome, Engagement
from m4c.people.timeline import LEDGER_WORDS, LedgerWords


def rows(outcomes: Sequence[CallOutcome]) -> Iterable[Engagement]:
    """`was_rung` for everybody who was reached."""
    for one in outcomes:
        if one.outcome == CallOutcome.Outcome.REACHED:
            yield Engagement(
                kind="was_rung",
                person_id=one.person_id,
                at=one.at,
                group_id=one.group_id,
                author_id=one.by_id,
                source_type="people.calloutcome",
                source_id=one.pk,
            )


def register() -> None:
    """Tell the ledger of calls, and give them their words."""
    follow(Source(CallOutcome, rows))
    LEDGER_WORDS.add("was_rung", LedgerWords(_("Reached by phone")))
