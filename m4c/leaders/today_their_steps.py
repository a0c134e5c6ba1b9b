"""Who has promised us something in a 1-2-1: next steps that are theirs, not one's own."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.leaders.today_lines import PROMISED_TO_US, Action, Line, Moment, PromiseSource, overdue_since
from m4c.leaders.today_own_talks import own_talks
from m4c.listening.permissions import RECORD_CONVERSATIONS
from m4c.people.models import Account


def their_steps(account: Account, at: Moment) -> Iterator[Line]:
    """What others said in one's own 1-2-1s that they would do, due within the week or without a day."""
    for one in at.once(account, own_talks).theirs:
        happened = Action(_("It happened"), reverse("follow-up-one-to-one", args=[one.uid]), is_press=True)
        late = overdue_since(one.next_step_by, at.today)
        url = reverse("one-to-one", args=[one.uid])
        yield Line(one.other.name, one.next_step, url, happened, one.other_id, late=late)


def register() -> None:
    """Put them under the third question of Today."""
    label = gettext_lazy("Next steps of others, from 1-2-1s")
    PROMISED_TO_US.add("listening.one_to_ones", PromiseSource(label, RECORD_CONVERSATIONS, their_steps))
