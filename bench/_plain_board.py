"""What a quick team writes for sorting what was said: all of it on one page, drawn anew after each move."""

from functools import cache
from typing import Any

from django.db import connection, models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.template import Context, Engine
from django.urls import path

THEMES = ["Damp and dear homes", "Nothing for the young", "Buses after six", "Dark streets"]
PAGE = """<!doctype html><meta name="viewport" content="width=device-width"><title>Concerns</title>
<form method="post">{% csrf_token %}<ul>{% for one in concerns %}<li>
<label><input type="checkbox" name="concern" value="{{ one.pk }}"> {{ one.words }}
<small>{{ one.said_on }} {{ one.place }}</small></label>{% endfor %}</ul>
<p style="position:sticky;bottom:0;background:#fff"><select name="theme">{% for theme in themes %}<option>{{ theme }}
{% endfor %}</select><button>Move</button></form>"""


class PlainConcern(models.Model):
    """Something said."""

    words = models.CharField(max_length=500)
    said_on = models.DateField()
    place = models.CharField(max_length=120)
    theme = models.CharField(max_length=80)

    class Meta:
        app_label = "bench"


@cache
def page() -> Any:
    """The template, compiled once."""
    return Engine().from_string(PAGE)


def build() -> None:
    """The same concerns, copied."""
    with connection.schema_editor() as editor:
        editor.create_model(PlainConcern)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO bench_plainconcern (words, said_on, place, theme) "
            "SELECT words, said_on, place, '' FROM listening_concern"
        )


def board(request: HttpRequest) -> HttpResponse:
    """All of it that has no theme; those ticked get one."""
    if request.method == "POST":
        ticked = PlainConcern.objects.filter(pk__in=request.POST.getlist("concern"))
        ticked.update(theme=request.POST["theme"])
        return HttpResponseRedirect(request.path)
    found = PlainConcern.objects.filter(theme="").order_by("said_on", "pk")
    return HttpResponse(page().render(Context({"concerns": found, "themes": THEMES, "csrf_token": get_token(request)})))


urlpatterns = [path("board/", board)]
