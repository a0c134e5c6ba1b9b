"""Complaints: made, acknowledged, looked into and answered, each by its day."""

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import PUBLIC
from m4c.people.clocks import COMPLAINT_KEPT, acknowledge_by, answer_by, days_of
from m4c.people.desk import tasks
from m4c.people.desk.written import Written
from m4c.people.groups.nearest import movements_own
from m4c.people.models import Account, Complaint, ComplaintStep
from m4c.people.operations.privacy_notice import notice_shown
from m4c.people.permissions import ANSWER_COMPLAINTS, WRITE_LETTERS_OF_THE_DESK

ORDER = list(ComplaintStep.State)


class ComplaintRefused(Refused):
    """The complaint is past that step, or the step says too little."""


@operation(PUBLIC, on=None)
def complain(
    *, written: Written, kind: str, notice: int, at: datetime, by: Account, may_write_back: bool = True
) -> Complaint:
    """Keep a complaint with its clock, have it acknowledged, and tell who answers. Raises NoMovement.

    Where we may not write back, as an address that had many letters today, a person acknowledges it instead.
    """
    received = timezone.localdate(at)
    complaint = Complaint.objects.create(
        group=movements_own(),
        kind=kind,
        name=written.name.strip(),
        email=written.email,
        words=written.words.strip(),
        language=written.language,
        notice=notice_shown(notice),
        made_at=at,
        acknowledge_by=acknowledge_by(is_about_data=kind == Complaint.Kind.DATA, received=received),
        answer_by=answer_by(received),
    )
    (tasks.mail_complaint_received if may_write_back else tasks.mail_complaint_waits).enqueue(complaint.pk)
    return complaint


@operation(ANSWER_COMPLAINTS, on="complaint")
def take_step(*, complaint: Complaint, state: str, at: datetime, by: Account, words: str = "") -> Complaint:
    """Acknowledge, look into or answer a complaint: each once, and never back. Raises ComplaintRefused."""
    past = ComplaintStep.objects.filter(complaint=complaint).values_list("state", flat=True)
    if any(ORDER.index(ComplaintStep.State(state)) <= ORDER.index(ComplaintStep.State(step)) for step in past):
        raise ComplaintRefused(_("This complaint is past that step already."), field="state", code="past")
    if state == ComplaintStep.State.ANSWERED and not words.strip():
        raise ComplaintRefused(_("Write down the answer that was given."), field="words", code="blank")
    ComplaintStep.objects.create(complaint=complaint, state=state, at=at, by=by, words=words.strip())
    return complaint


@operation(ANSWER_COMPLAINTS, on="complaint")
def mail_answer(*, complaint: Complaint, at: datetime, by: Account) -> tuple[Complaint, ComplaintStep]:
    """Have the answer sent to whoever complained, once, in the words that stand with it. Raises ComplaintRefused."""
    answer = ComplaintStep.objects.filter(complaint=complaint, state=ComplaintStep.State.ANSWERED).first()
    if answer is None:
        raise ComplaintRefused(_("There is no answer to send yet."), code="no_answer")
    if not complaint.email:
        raise ComplaintRefused(_("They gave no e-mail address."), code="no_email")
    if answer.mailed_at:
        raise ComplaintRefused(_("The answer has been sent already."), code="mailed")
    change(answer, mailed_at=at)
    tasks.mail_complaint_answer.enqueue(answer.pk)
    return complaint, answer


@operation(WRITE_LETTERS_OF_THE_DESK, on=None)
def forget_complaints(*, at: datetime, by: Account) -> None:
    """Forget complaints that have been kept long enough."""
    kept = timedelta(days=days_of(COMPLAINT_KEPT, timezone.localdate(at)))
    Complaint.objects.filter(made_at__lt=at - kept).delete()
