"""Addresses of published reports, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.insight.views import published_report

urlpatterns = [
    route("reports/", published_report.public_reports, allow=PUBLIC, name="public-reports"),
    route("reports/<slug:slug>/", published_report.public_report, allow=PUBLIC, name="public-report"),
]
