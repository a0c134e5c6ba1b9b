"""Addresses of people on record twice: whom to look at, two side by side, and what was made one."""

from m4c.core.routes import route
from m4c.people.permissions import MERGE_PEOPLE
from m4c.people.views import double

ONE = "organise/doubles/<uuid:uid>"

urlpatterns = [
    route("organise/doubles/", double.doubles, allow=MERGE_PEOPLE, name="doubles"),
    route(f"{ONE}/", double.double, allow=MERGE_PEOPLE, name="double"),
    route(f"{ONE}/two-people/", double.two_people, allow=MERGE_PEOPLE, name="two-people"),
    route("organise/people/<uuid:uid>/same-as/", double.same_as, allow=MERGE_PEOPLE, name="same-as"),
    route("organise/merges/<uuid:uid>/undoing/", double.undo, allow=MERGE_PEOPLE, name="undo-merge"),
]
