"""Addresses of what comes after an event, and of evaluations."""

from m4c.core.routes import route
from m4c.events.permissions import GIVE_JOBS, RECORD_ATTENDANCE, SEE_EVENTS
from m4c.events.views import afterwards, evaluation
from m4c.people.permissions import TAKE_NEXT_STEPS

ONE = "organise/events/<uuid:uid>"
SAID = "organise/evaluations/<uuid:uid>"

urlpatterns = [
    route(f"{ONE}/afterwards/", afterwards.afterwards, allow=SEE_EVENTS, name="afterwards"),
    route(f"{ONE}/afterwards/calls/", afterwards.give_out_calls, allow=TAKE_NEXT_STEPS, name="give-out-calls"),
    route(f"{ONE}/afterwards/welcomers/", afterwards.give_welcomers, allow=RECORD_ATTENDANCE, name="give-welcomers"),
    route(f"{ONE}/evaluations/", evaluation.circle, allow=SEE_EVENTS, name="evaluations"),
    route(f"{ONE}/evaluations/paper/", evaluation.paper, allow=SEE_EVENTS, name="evaluations-paper"),
    route(f"{ONE}/evaluations/own/", evaluation.own, allow=SEE_EVENTS, name="evaluate"),
    route(f"{SAID}/withdrawal/", evaluation.withdraw, allow=SEE_EVENTS, name="withdraw-evaluation"),
    route(f"{SAID}/jobs/", evaluation.make_job, allow=GIVE_JOBS, name="make-job-of-evaluation"),
]
