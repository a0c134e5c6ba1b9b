"""What a quick team writes for events: a page, and a form to reply, without matching, consent, audit or a frame."""

from functools import cache
from typing import Any

from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

PAGE = """<!doctype html><title>{{ event.title }}</title><h1>{{ event.title }}</h1>
<p>{{ event.starts_at }}, {{ event.place }}<p><a href="/events/{{ event.pk }}/reply/">I am coming</a></html>"""


class PlainEvent(models.Model):
    """Our own table of events, read as it is."""

    title = models.CharField(max_length=200)
    place = models.CharField(max_length=200)
    starts_at = models.DateTimeField()

    class Meta:
        app_label, managed, db_table = "bench", False, "events_event"


class PlainGuest(models.Model):
    """A person in one row."""

    name = models.CharField(max_length=120)
    email = models.CharField(max_length=160, unique=True)

    class Meta:
        app_label = "bench"


class PlainReply(models.Model):
    """Who comes."""

    event = models.IntegerField()
    guest = models.ForeignKey(PlainGuest, on_delete=models.CASCADE, related_name="+")

    class Meta:
        app_label = "bench"
        constraints = [models.UniqueConstraint(fields=["event", "guest"], name="plain_once")]


class PlainMail(models.Model):
    """A confirmation that waits."""

    guest = models.ForeignKey(PlainGuest, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20)

    class Meta:
        app_label = "bench"


def build() -> None:
    """Their tables."""
    with connection.schema_editor() as editor:
        for model in (PlainGuest, PlainReply, PlainMail):
            editor.create_model(model)


@cache
def page() -> Any:
    """The template, compiled once."""
    return engines["django"].from_string(PAGE)


def event(request: HttpRequest, pk: int) -> HttpResponse:
    """One event."""
    return HttpResponse(page().render({"event": PlainEvent.objects.get(pk=pk)}))


@csrf_exempt
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep who comes, once, and queue a confirmation."""
    name = f"{request.POST['given_name']} {request.POST['family_name']}"
    with transaction.atomic():
        guest, _made = PlainGuest.objects.get_or_create(email=request.POST["email"], defaults={"name": name})
        _reply, made = PlainReply.objects.get_or_create(event=pk, guest=guest)
        if made:
            PlainMail.objects.create(guest=guest, kind="confirmation")
    return HttpResponseRedirect(f"/events/{pk}/replied/")


urlpatterns = [path("events/<int:pk>/", event), path("events/<int:pk>/reply/", reply)]
