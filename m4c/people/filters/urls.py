"""Addresses of the list of people, its filters, and what is done with those on it."""

from m4c.core.routes import route
from m4c.people.list_permissions import CHANGE_MANY, MAKE_CALL_LISTS, SAVE_FILTERS
from m4c.people.permissions import SEE_KNOWN_PEOPLE
from m4c.people.views import call_list, people_change, people_list, saved_filter

PEOPLE, SAVED, CALLS = "organise/people", "organise/saved-filters", "organise/call-lists"

urlpatterns = [
    route(f"{PEOPLE}/", people_list.people, allow=SEE_KNOWN_PEOPLE, name="people"),
    route(f"{PEOPLE}/filters/", people_list.filters, allow=SEE_KNOWN_PEOPLE, name="people-filters"),
    route(f"{PEOPLE}/selection/", people_change.selection, allow=CHANGE_MANY, name="people-selection"),
    route(f"{PEOPLE}/changes/<uuid:uid>/", people_change.people_change, allow=CHANGE_MANY, name="people-change"),
    route(f"{SAVED}/", saved_filter.saved_filters, allow=SAVE_FILTERS, name="saved-filters"),
    route(f"{SAVED}/adding/", saved_filter.save, allow=SAVE_FILTERS, name="save-filter"),
    route(f"{SAVED}/<uuid:uid>/", saved_filter.change, allow=SAVE_FILTERS, name="change-filter"),
    route(f"{SAVED}/<uuid:uid>/removal/", saved_filter.remove, allow=SAVE_FILTERS, name="remove-filter"),
    route(f"{SAVED}/<uuid:uid>/return/", saved_filter.restore, allow=SAVE_FILTERS, name="restore-filter"),
    route(f"{CALLS}/<uuid:uid>/", call_list.call_list, allow=MAKE_CALL_LISTS, name="call-list"),
    route(f"{CALLS}/<uuid:uid>/calls/<uuid:person>/", call_list.write_down, allow=MAKE_CALL_LISTS, name="call-outcome"),
    route(f"{CALLS}/<uuid:uid>/file/", call_list.call_list_file, allow=MAKE_CALL_LISTS, name="call-list-file"),
]
