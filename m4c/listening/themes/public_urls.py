"""Addresses of published listening reports, in each language."""

from m4c.core.permissions import PUBLIC
from m4c.core.routes import route
from m4c.listening.views import listening_report

urlpatterns = [
    route(
        "reports/listening/<slug:slug>/", listening_report.public_report, allow=PUBLIC, name="public-listening-report"
    ),
]
