"""Addresses of bringing sheets in."""

from m4c.core.routes import route
from m4c.people.permissions import IMPORT_PEOPLE
from m4c.people.views import import_result, import_review, sheet_import

ONE = "organise/import/<uuid:uid>"

urlpatterns = [
    route("organise/import/", sheet_import.imports, allow=IMPORT_PEOPLE, name="imports"),
    route(f"{ONE}/", import_result.one_import, allow=IMPORT_PEOPLE, name="import"),
    route(f"{ONE}/columns/", sheet_import.settle, allow=IMPORT_PEOPLE, name="settle-import"),
    route(f"{ONE}/writing/", import_result.confirm, allow=IMPORT_PEOPLE, name="confirm-import"),
    route(f"{ONE}/refused/", import_result.refused_rows, allow=IMPORT_PEOPLE, name="refused-rows"),
    route(f"{ONE}/undoing/", import_result.undo, allow=IMPORT_PEOPLE, name="undo-import"),
    route(f"{ONE}/dropping/", sheet_import.drop, allow=IMPORT_PEOPLE, name="drop-import"),
    route(f"{ONE}/review/", import_review.review, allow=IMPORT_PEOPLE, name="review-import"),
    route(f"{ONE}/review/<int:number>/", import_review.answer, allow=IMPORT_PEOPLE, name="answer-import-row"),
]
