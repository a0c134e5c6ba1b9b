"""Addresses of meetings and jobs."""

from m4c.core.routes import route
from m4c.events.permissions import GIVE_JOBS, KEEP_MINUTES, SEE_EVENTS, TAKE_JOBS
from m4c.events.views import job, meeting

ONE = "organise/events/<uuid:uid>/meeting"
ITEM = "organise/agenda/<uuid:uid>"

urlpatterns = [
    route(f"{ONE}/", meeting.meeting, allow=SEE_EVENTS, name="meeting"),
    route(f"{ONE}/paper/", meeting.paper, allow=SEE_EVENTS, name="meeting-paper"),
    route(f"{ONE}/open-items/", meeting.bring_forward, allow=KEEP_MINUTES, name="bring-forward"),
    route(f"{ONE}/items/", meeting.add_item, allow=KEEP_MINUTES, name="add-item"),
    route(f"{ONE}/decisions/", meeting.decide, allow=KEEP_MINUTES, name="write-decision"),
    route(f"{ONE}/jobs/", meeting.give_job, allow=GIVE_JOBS, name="give-job-at-meeting"),
    route(f"{ONE}/minutes/", meeting.finish, allow=KEEP_MINUTES, name="finish-minutes"),
    route(f"{ONE}/approval/", meeting.approve, allow=KEEP_MINUTES, name="approve-minutes"),
    route(f"{ITEM}/", meeting.item, allow=KEEP_MINUTES, name="agenda-item"),
    route(f"{ITEM}/<slug:press>/", meeting.press_item, allow=KEEP_MINUTES, name="press-item"),
    route("organise/decisions/<uuid:uid>/removal/", meeting.take_back, allow=KEEP_MINUTES, name="take-decision-back"),
    route("organise/jobs/", job.jobs, allow=SEE_EVENTS, name="jobs"),
    route("organise/events/<uuid:uid>/jobs/new/", job.give_for_event, allow=GIVE_JOBS, name="give-job-for-event"),
    route("organise/groups/<slug:slug>/jobs/new/", job.give, allow=GIVE_JOBS, name="give-job"),
    route("organise/jobs/<uuid:uid>/", job.change, allow=GIVE_JOBS, name="change-job"),
    route("organise/jobs/<uuid:uid>/<slug:press>/", job.press, allow=TAKE_JOBS, name="press-job"),
]
