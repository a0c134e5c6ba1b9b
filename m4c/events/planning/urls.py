"""Addresses of planning: events, their parts and hosts, series, and school holidays."""

from m4c.core.routes import route
from m4c.events.permissions import KEEP_SCHOOL_HOLIDAYS, PLAN_EVENTS, SEE_EVENTS
from m4c.events.views import part, planning, school_holiday, series

EVENT, PART, SERIES = "organise/events/<uuid:uid>", "organise/parts/<uuid:uid>", "organise/series/<uuid:uid>"
SCHOOL = "organise/events/school-holidays"

urlpatterns = [
    route("organise/events/new/", planning.plan, allow=PLAN_EVENTS, name="plan-event"),
    route(f"{EVENT}/edit/", planning.edit, allow=PLAN_EVENTS, name="edit-event"),
    route(f"{EVENT}/another-day/", planning.another_day, allow=PLAN_EVENTS, name="another-day"),
    route(f"{EVENT}/whose-meeting/", planning.whose_meeting, allow=PLAN_EVENTS, name="whose-meeting"),
    route(f"{EVENT}/calling-off/", planning.call_off, allow=PLAN_EVENTS, name="call-off-event"),
    route(f"{EVENT}/putting-back/", planning.put_back, allow=PLAN_EVENTS, name="put-event-back"),
    route(f"{EVENT}/parts/new/", part.add, allow=PLAN_EVENTS, name="add-part"),
    route(f"{PART}/giving/", part.give, allow=PLAN_EVENTS, name="give-part"),
    route(f"{PART}/taking/", part.take, allow=SEE_EVENTS, name="take-part"),
    route(f"{PART}/handing-back/", part.hand_back, allow=SEE_EVENTS, name="hand-part-back"),
    route(f"{PART}/removal/", part.strike, allow=PLAN_EVENTS, name="strike-part"),
    route("organise/series/", series.all_series, allow=SEE_EVENTS, name="all-series"),
    route("organise/series/new/", series.start, allow=PLAN_EVENTS, name="start-series"),
    route(f"{SERIES}/", series.series, allow=SEE_EVENTS, name="series"),
    route(f"{SERIES}/change/", series.change, allow=PLAN_EVENTS, name="change-series"),
    route(f"{SERIES}/days/<str:day>/leaving-out/", series.leave_day_out, allow=PLAN_EVENTS, name="leave-day-out"),
    route(f"{SERIES}/days/<str:day>/taking-in/", series.take_day_in, allow=PLAN_EVENTS, name="take-day-in"),
    route(f"{SERIES}/days/<str:day>/confirming/", series.confirm, allow=PLAN_EVENTS, name="confirm-day"),
    route(f"{SERIES}/end/", series.end, allow=PLAN_EVENTS, name="end-series"),
    route(f"{SCHOOL}/", school_holiday.school_holidays, allow=KEEP_SCHOOL_HOLIDAYS, name="school-holidays"),
    route(
        f"{SCHOOL}/<uuid:uid>/removal/", school_holiday.remove, allow=KEEP_SCHOOL_HOLIDAYS, name="remove-school-holiday"
    ),
]
