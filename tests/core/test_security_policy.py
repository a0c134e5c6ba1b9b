"""The policy of the site's editor: what Wagtail sets up by script is named one by one, and nothing else runs."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from m4c.core.security_policy import SecurityPolicy, fields_set_up, hash_of

DATE = 'initDateChooser("id_told_on", {"dayOfWeekStart": 1});'
PAGE = 'new PageChooser("id_parent_page", {"modelNames": ["website.grouppage"], "userPerms": null});'


def screen(*scripts: str) -> HttpResponse:
    """A screen with these scripts in it."""
    return HttpResponse("<p>Words</p>" + "".join(f"<script>{script}</script>" for script in scripts))


def test_a_field_that_is_set_up_is_named() -> None:
    assert fields_set_up(screen(DATE, PAGE, DATE)) == sorted([hash_of(DATE), hash_of(PAGE)])


@pytest.mark.parametrize(
    "script",
    [
        "alert(1)",
        "initDateChooser(alert(1));",
        'initDateChooser("a");alert(1);',
        'initDateChooser("a");alert("b");',
        'new Image("a");',
        'new PageChooser("a", {"b": document.cookie});',
        "new Chooser(`a`);",
    ],
)
def test_what_could_do_anything_else_is_not(script: str) -> None:
    assert fields_set_up(screen(script)) == []


def test_what_is_no_page_names_nothing() -> None:
    answer = HttpResponse(f"<script>{DATE}</script>", content_type="application/json")
    assert fields_set_up(answer) == []


def policy(path: str, answer: HttpResponse) -> dict[str, str]:
    """What is sent with an answer, by directive."""
    answered = SecurityPolicy(lambda request: answer)(RequestFactory().get(path))
    assert isinstance(answered, HttpResponse)
    sent = answered["Content-Security-Policy"]
    return {part.split()[0]: part.partition(" ")[2] for part in sent.split("; ")}


def test_a_preview_may_stand_in_the_editors_frame() -> None:
    answer = screen()
    answer["Content-Security-Policy"] = "frame-ancestors 'none'"
    assert policy("/cms/pages/3/edit/preview/", answer)["frame-ancestors"] == "'self'"


def test_the_editor_has_the_strict_policy_but_for_what_it_needs() -> None:
    ours, theirs = policy("/", screen(DATE)), policy("/cms/", screen(DATE))
    differing = {name: sent for name, sent in theirs.items() if ours.get(name) != sent}
    assert differing == {
        "script-src": f"'self' {hash_of(DATE)}",
        "style-src-elem": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "frame-src": "'self'",
        "frame-ancestors": "'self'",
    }
    assert "unsafe" not in str(ours)
