"""Addresses of insight, each with the permission that opens it."""

from m4c.core.routes import route
from m4c.insight.permissions import PUBLISH_REPORTS, SEE_REPORTS
from m4c.insight.views import published_report, report_file, so_far
from m4c.listening.permissions import SEE_LISTENING

urlpatterns = [
    route("organise/reports/", so_far.reports, allow=SEE_REPORTS, name="reports"),
    route("organise/reports/so-far/", so_far.so_far, allow=SEE_REPORTS, name="so-far"),
    route("organise/reports/so-far.json", so_far.so_far_json, allow=SEE_REPORTS, name="so-far-json"),
    route("organise/reports/files/", report_file.report_files, allow=SEE_REPORTS, name="report-files"),
    route(
        "organise/reports/listening/<uuid:uid>/files/",
        report_file.listening_files,
        allow=SEE_LISTENING,
        name="listening-report-files",
    ),
    route("organise/reports/files/<uuid:uid>/", report_file.report_file, allow=SEE_REPORTS, name="report-file"),
    route("organise/reports/files/<uuid:uid>/pdf/", report_file.download, allow=SEE_REPORTS, name="report-file-pdf"),
    route("organise/reports/publications/", published_report.publications, allow=PUBLISH_REPORTS, name="publications"),
    route(
        "organise/reports/publications/<slug:slug>/withdrawal/",
        published_report.withdrawal,
        allow=PUBLISH_REPORTS,
        name="withdrawal",
    ),
]
