"""Addresses of handing over, and of a group's chart."""

from m4c.core.permissions import SIGNED_IN
from m4c.core.routes import route
from m4c.people.permissions import HAND_OVER, HAND_OVER_FOR_OTHERS, KEEP_CHART, SEE_KNOWN_PEOPLE
from m4c.people.views import chart, handing_over

ONE, HANDED = "organise/handing-over/<uuid:uid>", "organise/handed-over/<uuid:uid>"

urlpatterns = [
    route("organise/groups/<slug:slug>/handing-over/", handing_over.begin, allow=HAND_OVER, name="begin-handing-over"),
    # Whoever left opens what they still owe, with whatever role they have now.
    route(f"{ONE}/", handing_over.handing_over, allow=SIGNED_IN, name="handing-over"),
    route(f"{ONE}/people/<uuid:person>/", handing_over.hand_over, allow=HAND_OVER, name="hand-over-person"),
    route(
        f"{ONE}/without-them/",
        handing_over.introduce_without_them,
        allow=HAND_OVER_FOR_OTHERS,
        name="introduce-without-them",
    ),
    route(f"{ONE}/calling-off/", handing_over.call_off, allow=HAND_OVER, name="call-off-handing-over"),
    route(f"{ONE}/ending/", handing_over.end, allow=HAND_OVER_FOR_OTHERS, name="end-handing-over"),
    route(f"{HANDED}/introduction/", handing_over.settle_introduction, allow=SIGNED_IN, name="settle-introduction"),
    route(f"{HANDED}/introduction/again/", handing_over.try_again, allow=SIGNED_IN, name="try-introduction-again"),
    route("organise/groups/<slug:slug>/chart/", chart.chart, allow=SEE_KNOWN_PEOPLE, name="chart"),
    route("organise/groups/<slug:slug>/chart/<slug:kind>/", chart.places, allow=KEEP_CHART, name="put-on-chart"),
    route("organise/chart-places/<uuid:uid>/off/", chart.take_off, allow=KEEP_CHART, name="take-off-chart"),
    route("organise/memberships/<uuid:uid>/unit/", chart.unit, allow=KEEP_CHART, name="set-unit"),
    route(f"{HANDED}/notes/", handing_over.answer_about_notes, allow=SIGNED_IN, name="answer-about-notes"),
]
