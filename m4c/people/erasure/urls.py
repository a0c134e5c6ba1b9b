"""Addresses of what is erased, what has been kept long, and what got lost."""

from m4c.core.routes import route
from m4c.people.data_permissions import ERASE_PEOPLE, KEEP_BREACHES, REVIEW_RETENTION
from m4c.people.permissions import EDIT_PEOPLE
from m4c.people.views import birth_band, breach, erasure, retention

LOG = "organise/breaches"

urlpatterns = [
    route("organise/erasures/", erasure.erasures, allow=ERASE_PEOPLE, name="erasures"),
    route("organise/erasures/<uuid:uid>/", erasure.erasure, allow=ERASE_PEOPLE, name="erasure"),
    route("organise/people/<uuid:uid>/erasure/", erasure.erase, allow=ERASE_PEOPLE, name="erase-person"),
    route("organise/people/<uuid:uid>/age/", birth_band.age, allow=EDIT_PEOPLE, name="say-age"),
    route("organise/kept-long/", retention.retention, allow=REVIEW_RETENTION, name="retention"),
    route("organise/kept-long/<uuid:uid>/", retention.case, allow=REVIEW_RETENTION, name="retention-case"),
    route(f"{LOG}/", breach.breaches, allow=KEEP_BREACHES, name="breaches"),
    route(f"{LOG}/new/", breach.record, allow=KEEP_BREACHES, name="record-breach"),
    route(f"{LOG}/<uuid:uid>/", breach.breach, allow=KEEP_BREACHES, name="breach"),
    route(f"{LOG}/<uuid:uid>/known/", breach.say, allow=KEEP_BREACHES, name="say-of-breach"),
    route(f"{LOG}/<uuid:uid>/steps/", breach.step, allow=KEEP_BREACHES, name="breach-step"),
    route(f"{LOG}/<uuid:uid>/closing/", breach.close, allow=KEEP_BREACHES, name="close-breach"),
]
