"""What approaches write into the engagement ledger: who of ours approached a powerholder."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.db.models.functions import Coalesce
from django.utils import timezone

from m4c.campaigns.models import Approach
from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement

KIND = "approached_powerholder"


def approach_rows(approaches: Sequence[Approach]) -> Iterable[Engagement]:
    """Of an approach by one of our people: `approached_powerholder`; of others' and struck ones there is none."""
    made = [each.pk for each in approaches if each.by_person_id and each.is_ours and not each.struck_at]
    rows = Approach.objects.filter(pk__in=made) if made else Approach.objects.none()
    whose = Coalesce("campaign__group_id", "group_id")
    for pk, person, day, group in rows.values_list("pk", "by_person_id", "on", whose):
        yield Engagement(
            kind=KIND,
            person_id=person,
            at=timezone.make_aware(datetime.combine(day, time(12))),
            group_id=group,
            source_type=Approach._meta.label_lower,
            source_id=pk,
        )


def register() -> None:
    """Tell the ledger of them."""
    follow(Source(Approach, approach_rows))
