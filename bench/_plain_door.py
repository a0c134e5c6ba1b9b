"""What a quick team writes for a door: one update, answered; no rights, audit, ledger, or note of a second tap."""

import json

from django.db import connection, models
from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.utils import timezone


class PlainComer(models.Model):
    """Somebody who said that they come."""

    event = models.IntegerField()
    person = models.IntegerField()
    checked_in = models.DateTimeField(null=True)

    class Meta:
        app_label = "bench"
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="plain_comer_once")]


def build(people: list[int]) -> None:
    """Their table, with everybody expected."""
    with connection.schema_editor() as editor:
        editor.create_model(PlainComer)
    PlainComer.objects.bulk_create([PlainComer(event=1, person=pk) for pk in people], batch_size=500)


def check_in(request: HttpRequest) -> JsonResponse:
    """Let somebody in."""
    person = json.loads(request.body)["person"]
    waiting = PlainComer.objects.filter(event=1, person=person, checked_in=None)
    return JsonResponse({"said": "in" if waiting.update(checked_in=timezone.now()) else "again"})


urlpatterns = [path("check-in/", check_in)]
