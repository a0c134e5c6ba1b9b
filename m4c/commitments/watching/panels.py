"""What watching adds to a commitment's page: what waits, what became of it, verdicts, keeping in touch, and wins."""

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.commitments.commitment_panels import BESIDE, COMMITMENT_PANELS
from m4c.commitments.models import Commitment, Judgement, OfficeReply, Progress, Status, Win
from m4c.commitments.permissions import JUDGE_COMMITMENTS, RECORD_WINS, SEE_WINS
from m4c.commitments.watching.clock import clock_of, is_seen
from m4c.commitments.watching.keeping import may_keep
from m4c.commitments.watching.standing import stands
from m4c.commitments.wins.standing import standing_of
from m4c.core.panels import PRESSING, Panel
from m4c.core.permissions import SIGNED_IN
from m4c.core.visibility import Rows, scopes_of
from m4c.people.models import Account

LATEST = 5


def progress_of(account: Account, commitment: Commitment) -> dict[str, Any]:
    """What those affected brought and nobody has looked at: it presses. One statement."""
    held = Progress.objects.visible_to(account).held().filter(commitment=commitment)
    rows = list(held.order_by("on", "pk")[:LATEST])
    return no_progress(account, commitment) | {"held": rows, "presses": bool(rows)}


def no_progress(account: Account, commitment: Commitment) -> dict[str, Any]:
    """The way to write down what happens: entries themselves stand in the history."""
    return {"held": [], "commitment": commitment, "may_keep": may_keep(commitment, account)}


def verdicts_of(account: Account, commitment: Commitment) -> dict[str, Any] | None:
    """What was judged, with what the office replied; it presses where one waits for somebody. Two statements."""
    today = timezone.localdate()
    judged = list(Judgement.objects.visible_to(account).filter(commitment=commitment).order_by("-on", "-pk"))
    replies = list(OfficeReply.objects.visible_to(account).filter(commitment=commitment, refused_at=None))
    rows = [
        {
            "judgement": judgement,
            "counts": judgement.counts_from is not None and judgement.counts_from <= today,
            "replies": [reply for reply in replies if reply.judgement_id == judgement.pk and reply.confirmed_at],
        }
        for judgement in judged
    ]
    held = [reply for reply in replies if reply.confirmed_at is None]
    context = no_verdict(account, commitment)
    return {"may_judge": False} | (context or {}) | {"rows": rows, "held": held, "presses": bool(held)}


def no_verdict(account: Account, commitment: Commitment) -> dict[str, Any] | None:
    """The way to judge it; nothing for those who may not."""
    may_judge = account.may(JUDGE_COMMITMENTS, scopes_of(commitment))
    return {"rows": [], "held": [], "commitment": commitment, "may_judge": True} if may_judge else None


def contact_of(account: Account, commitment: Commitment) -> dict[str, Any]:
    """Whether it is time to get in touch, and what the clock says. Four statements."""
    today = timezone.localdate()
    clock = clock_of(commitment, account, today)
    return {
        "commitment": commitment,
        "clock": clock,
        "is_seen": is_seen(clock, account),
        "is_late": commitment.next_contact_on is not None and commitment.next_contact_on <= today,
        "may_keep": may_keep(commitment, account),
    }


def wins_of(account: Account, commitment: Commitment) -> dict[str, Any]:
    """What was won by it. Two statements."""
    today = timezone.localdate()
    wins = Win.objects.visible_to(account).filter(commitment=commitment).with_last_look()
    rows = [(win, standing_of(win, win.last_seen, today)) for win in wins[:LATEST]]
    return no_win(account, commitment) | {"rows": rows, "presses": False}


def no_win(account: Account, commitment: Commitment) -> dict[str, Any]:
    """The way to write down the first; it presses where the commitment was kept. One statement."""
    may_record = account.may(RECORD_WINS, scopes_of(commitment))
    is_kept = may_record and stands(commitment, Status.KEPT, timezone.localdate())
    return {"rows": [], "commitment": commitment, "may_record": may_record, "is_kept": is_kept, "presses": is_kept}


def register() -> None:
    """Put them on the page."""
    of: dict[str, Any] = {
        "rows": lambda commitment: Rows(Progress, Q(commitment=commitment, is_from_outside=True)),
        "bare": no_progress,
    }
    became = Panel(_("What became of it"), "commitments/progress_panel.html", progress_of, SIGNED_IN, PRESSING, **of)
    COMMITMENT_PANELS.add("watching.progress", became)
    of = {"rows": judged_or_replied, "bare": no_verdict}
    judged = Panel(_("Verdicts"), "commitments/verdicts_panel.html", verdicts_of, SIGNED_IN, PRESSING + 10, **of)
    COMMITMENT_PANELS.add("watching.verdicts", judged)
    of = {"rows": lambda commitment: Rows(Win, Q(commitment=commitment)), "bare": no_win}
    won = Panel(_("What was won by it"), "commitments/commitment_wins_panel.html", wins_of, SEE_WINS, BESIDE + 5, **of)
    COMMITMENT_PANELS.add("watching.wins", won)
    touch = Panel(_("Keeping in touch"), "commitments/contact_panel.html", contact_of, SIGNED_IN, BESIDE)
    COMMITMENT_PANELS.add("watching.contact", touch)


def judged_or_replied(commitment: Any) -> Rows:
    """Verdicts: there is no reply without one."""
    return Rows(Judgement, Q(commitment=commitment))
