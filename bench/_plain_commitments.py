"""What a quick team writes for commitments: a status in a column, how many of each, and the latest of each status."""

from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

OF_EACH = 4
PAGE = """<!doctype html><title>Commitments</title>{% for status, number, rows in columns %}
<h2>{{ status }} {{ number }}</h2><ul>{% for one in rows %}
<li><a href="/commitments/{{ one.pk }}/">{{ one.words }}</a> {{ one.speaker }} {{ one.due_on }}{% endfor %}
</ul>{% endfor %}"""


class PlainCommitment(models.Model):
    """A commitment in one row, with the status that somebody typed in."""

    words = models.CharField(max_length=500)
    speaker = models.CharField(max_length=120)
    status = models.CharField(max_length=20)
    made_on = models.DateField()
    due_on = models.DateField(null=True)

    class Meta:
        app_label = "bench"
        indexes = [models.Index(fields=["status", "-made_on"], name="plain_by_status")]


@cache
def page() -> Any:
    """The template, compiled once."""
    return engines["django"].from_string(PAGE)


def build() -> None:
    """The same commitments, copied, with the status of today."""
    with connection.schema_editor() as editor:
        editor.create_model(PlainCommitment)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_plaincommitment (words, speaker, status, made_on, due_on) "
            "SELECT c.words, p.name, s.status, c.made_on, c.due_on FROM commitments_commitment c "
            "JOIN power_powerholder p ON p.id = c.powerholder_id JOIN commitments_standing s ON s.commitment_id = c.id "
            "WHERE s.since <= CURRENT_DATE AND (s.until IS NULL OR s.until > CURRENT_DATE)"
        )


def board(request: HttpRequest) -> HttpResponse:
    """How many of each, and the latest of each: a statement for each status."""
    numbers = PlainCommitment.objects.order_by().values_list("status").annotate(number=Count("pk"))
    columns = [
        (status, number, list(PlainCommitment.objects.filter(status=status).order_by("-made_on")[:OF_EACH]))
        for status, number in numbers
    ]
    return HttpResponse(page().render({"columns": columns}))


urlpatterns = [path("commitments/", board)]
