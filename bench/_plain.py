"""What a quick team writes: people in plain Django, without permissions, audit or a page's frame. The floor."""

from functools import cache
from typing import Any

from django.db import connection, models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

FIRST, NEWEST = 50, 20
LIST = """<!doctype html><title>People</title><table>{% for one in people %}<tr>
<td><a href="/person/{{ one.pk }}">{{ one.given }} {{ one.family }}</a>
<td>{{ one.email }}<td>{{ one.phone }}<td>{{ one.postcode }}</tr>{% endfor %}</table>"""
ONE = """<!doctype html><title>{{ one.given }}</title><h1>{{ one.given }} {{ one.family }}</h1>
<p>{{ one.email }} {{ one.phone }} {{ one.postcode }}
<ul>{% for did in did %}<li>{{ did.at }} {{ did.kind }}{% endfor %}</ul>"""


@cache
def template(source: str) -> Any:
    """The template of this source, compiled once."""
    return engines["django"].from_string(source)


class PlainPerson(models.Model):
    """A person in one row."""

    given = models.CharField(max_length=80)
    family = models.CharField(max_length=80, db_index=True)
    email = models.CharField(max_length=160, unique=True)
    phone = models.CharField(max_length=40)
    postcode = models.CharField(max_length=12, db_index=True)

    class Meta:
        app_label = "bench"


class PlainEngagement(models.Model):
    """What a person did."""

    person = models.ForeignKey(PlainPerson, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta:
        app_label = "bench"
        indexes = [models.Index(fields=["person", "-at"], name="plain_newest")]


def build() -> None:
    """The same people and engagements, copied."""
    with connection.schema_editor() as editor:
        editor.create_model(PlainPerson)
        editor.create_model(PlainEngagement)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_plainperson (id, given, family, email, phone, postcode) "
            "SELECT p.id, p.given_name, p.family_name, e.folded, n.number, a.postcode FROM people_person p "
            "JOIN people_personemail e ON e.person_id = p.id JOIN people_personphone n ON n.person_id = p.id "
            "JOIN people_address a ON a.id = p.address_id"
        )
        cursor.execute(
            "INSERT INTO bench_plainengagement (person_id, kind, at) SELECT person_id, kind, at FROM people_engagement"
        )


def search(request: HttpRequest) -> HttpResponse:
    """The first fifty with this part in a name."""
    part = request.GET.get("q", "")
    found = PlainPerson.objects.filter(Q(given__icontains=part) | Q(family__icontains=part))[:FIRST]
    return HttpResponse(template(LIST).render({"people": found}))


def people(request: HttpRequest) -> HttpResponse:
    """Fifty by name, from a name on."""
    found = PlainPerson.objects.filter(family__gte=request.GET.get("after", "")).order_by("family", "pk")[:FIRST]
    return HttpResponse(template(LIST).render({"people": found}))


def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One person and the newest twenty of what they did."""
    did = PlainEngagement.objects.filter(person=pk).order_by("-at")[:NEWEST]
    return HttpResponse(template(ONE).render({"one": PlainPerson.objects.get(pk=pk), "did": did}))


urlpatterns = [path("search", search), path("people", people), path("person/<int:pk>", person)]
