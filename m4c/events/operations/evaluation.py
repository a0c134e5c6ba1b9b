"""Evaluations: say how it was, feelings first; say it anew; and make a job of what is next."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.core.errors import Refused
from m4c.core.operations import change, operation
from m4c.core.permissions import SIGNED_IN
from m4c.events.afterwards.evaluations import may_evaluate, steps_in
from m4c.events.models import Evaluation, Event, Job
from m4c.events.operations.job import give_job
from m4c.events.permissions import GIVE_JOBS
from m4c.events.turnout.figures import is_over
from m4c.people.models import Account
from m4c.people.operations.must_see import Unseen


class EvaluationRefused(Refused):
    """Nobody can say yet how it was, or whoever asks was not there."""


@dataclass(frozen=True)
class Said:
    """What somebody says of an event; feelings are a few words, and come first."""

    feelings: str
    learnt: str = ""
    grew: str = ""
    next: str = ""


@operation(SIGNED_IN, on=None)
def evaluate(*, event: Event, said: Said, at: datetime, by: Account) -> Evaluation:
    """Say how an event was for oneself; said again, it stands in place of what one said before.

    For whoever was there, and for leaders and organisers of its group. Raises EvaluationRefused.
    """
    if not is_over(event, at):
        raise EvaluationRefused(_("Say how it was once it is over."), code="ahead")
    if not may_evaluate(by, event):
        raise EvaluationRefused(
            _("You are not written down as having been there. Ask whoever kept the door."), code="elsewhere"
        )
    words = {name: text.strip() for name, text in asdict(said).items()}
    if not words["feelings"]:
        raise EvaluationRefused(_("Begin with how you feel: a word is enough."), field="feelings", code="blank")
    evaluation, is_new = Evaluation.objects.get_or_create(event=event, person=by.person, defaults=words)
    if not is_new and change(evaluation, **words):
        evaluation.save(update_fields=["changed_at"])
    return evaluation


@operation(SIGNED_IN, on=None)
def withdraw_evaluation(*, evaluation: Evaluation, by: Account) -> None:
    """Take back what one said oneself. Raises Unseen for anybody else's."""
    if by.person_id is None or evaluation.person_id != by.person_id:
        raise Unseen(_("Only whoever said it takes it back."))
    evaluation.delete()


@operation(GIVE_JOBS, on="evaluation")
def make_job_of(*, evaluation: Evaluation, step: int, at: datetime, by: Account) -> Job:
    """Make a job of the group of one thing that somebody says is next, counted from 0; once, however often asked.

    Raises Unseen for an evaluation that one does not see, EvaluationRefused where it says nothing of the kind.
    """
    if not Evaluation.objects.visible_to(by).filter(pk=evaluation.pk).exists():
        raise Unseen(_("You can only use what you may see."))
    steps = steps_in(evaluation)
    if step >= len(steps):
        raise EvaluationRefused(_("That is no longer what they say is next."), code="gone")
    event = evaluation.event
    known = Job.objects.filter(event=event, what=steps[step]).first()
    return known or give_job(group=event.group, event=event, what=steps[step], at=at, by=by)
