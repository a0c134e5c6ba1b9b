"""What training and pledges write into the engagement ledger: who was trained, who trained, who pledged."""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.utils import timezone

from m4c.leaders.models import ConversationPledge
from m4c.people.ledger import Source, follow
from m4c.people.models import Engagement


def pledge_rows(pledges: Sequence[ConversationPledge]) -> Iterable[Engagement]:
    """`pledged_one_to_one` or `pledged_house_meeting`, once for each pledge that stands."""
    for pledge in pledges:
        if pledge.withdrawn_on is None:
            yield Engagement(
                kind=f"pledged_{pledge.kind}",
                person_id=pledge.person_id,
                at=timezone.make_aware(datetime.combine(pledge.made_on, time(12))),
                group_id=pledge.group_id,
                source_type="leaders.conversationpledge",
                source_id=pledge.pk,
            )


def register() -> None:
    """Tell the ledger of pledges. That somebody was trained is their attendance at a training event."""
    follow(Source(ConversationPledge, pledge_rows))
