"""Addresses of exports of people."""

from m4c.core.routes import route
from m4c.people.permissions import EXPORT_PEOPLE
from m4c.people.views import people_export

urlpatterns = [
    route("organise/exports/", people_export.exports, allow=EXPORT_PEOPLE, name="exports"),
    route("organise/exports/<uuid:uid>/", people_export.export, allow=EXPORT_PEOPLE, name="export"),
    route("organise/exports/<uuid:uid>/file/", people_export.download, allow=EXPORT_PEOPLE, name="export-file"),
]
