"""A step becomes an event: the people are called out, once somebody authorised it."""

from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from m4c.campaigns.ladder.standing import Stand, one_standing
from m4c.campaigns.models import Campaign, LadderStep
from m4c.campaigns.operations.ladder import StepRefused, must_stand
from m4c.campaigns.permissions import CALL_OUT
from m4c.core.operations import change, operation
from m4c.events.models import Event
from m4c.events.operations.event import NewEvent, plan_event
from m4c.people.models import Account
from m4c.people.operations.must_see import must_see

HINDERS = {
    Stand.HELD: _("A truce holds this step. Say first whether it was kept."),
    Stand.LAPSED: _("The time of a truce ran out. Confirm that first, and the step is offered again."),
    Stand.CALLED: _("The people are called out for this step already."),
    Stand.HAPPENED: _("This step has begun. Say what they did, and close it."),
}


@operation(CALL_OUT, on="step")
def call_out_step(*, step: LadderStep, new: NewEvent, at: datetime, by: Account) -> LadderStep:
    """Make a step an event of kind public action, to which people are then asked; from its new one on, where an earlier
    one was called off or stood down. Raises StepRefused without an authorisation and while a truce holds it;
    EventRefused.
    """
    LadderStep.objects.select_for_update(of=("self",)).get(pk=step.pk)  # two who call out at once make one event
    must_stand(step)
    must_see([new.contact], by)
    if step.authorised_by_id is None:
        raise StepRefused(
            _("Nobody authorised this step yet. Say who did, when and how, before anybody is called out."),
            code="not_authorised",
        )
    if step.campaign.status not in (Campaign.Status.DRAFT, Campaign.Status.RUNNING):
        raise StepRefused(_("The campaign does not run."), code="not_running")
    if hindrance := HINDERS.get(one_standing(step, at).stand):
        raise StepRefused(hindrance, code="held")
    event = plan_event(group=step.campaign.group, new=replace(new, kind=Event.Kind.PUBLIC_ACTION), by=by)
    change(step, event=event)
    return step
