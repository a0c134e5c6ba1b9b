"""Badges, lines, links, buttons and moments, drawn in one go: nothing that is typed comes through as markup."""

from datetime import UTC, date, datetime

import pytest
from django.utils.safestring import SafeString
from django.utils.translation import override

from m4c.core.components import badge, button, line, link, timeline

TYPED = '<b>"&'
SAFE = "&lt;b&gt;&quot;&amp;"


def test_all_that_is_typed_is_escaped_once() -> None:
    drawn = (
        badge.draw(TYPED, TYPED),
        button.draw(TYPED, url=TYPED, kind=TYPED),
        button.draw(TYPED, name=TYPED, value=TYPED, form=TYPED),
        line.draw(TYPED, url=TYPED, detail=TYPED, badge=TYPED, lead=TYPED, action=TYPED),
        link.draw(TYPED, TYPED, kind=TYPED),
        timeline.item(date(2026, 11, 23), TYPED, SafeString(), url=TYPED),
    )
    for each in drawn:
        assert "<b>" not in each
        assert SAFE in each


def test_what_a_template_has_escaped_stays_as_it_is() -> None:
    assert f"<span>{SAFE}</span>" in badge.draw(SafeString(SAFE), "kept")
    assert f'href="{SAFE}"' in link.draw("Here", SafeString(SAFE))


@pytest.mark.parametrize(("kind", "has_mark"), [("kept", True), ("of no name", True), ("plain", False)])
def test_a_badge_has_a_mark_unless_it_is_plain(kind: str, *, has_mark: bool) -> None:
    assert ("<svg" in badge.draw("Done", kind)) is has_mark


def test_a_button_is_a_link_where_it_leads_somewhere() -> None:
    assert button.draw("Go", url="/here/", size="small").startswith('<a class="button button-ink button-small " href')
    assert button.draw("Go", disabled=True).startswith('<button class="button button-ink " type="submit" disabled')


def test_a_link_goes_back_or_on() -> None:
    assert link.draw("People", "/people/", kind="back").index("<svg") < link.draw("P", "/", kind="back").index("<span>")
    assert link.draw("More", "/more/", kind="more").index("<svg") > link.draw("More", "/more/").index("More")


def test_a_line_has_only_the_parts_that_it_is_given() -> None:
    bare = line.draw("", SafeString("<p>Here</p>"))
    assert [part in bare for part in ("<h3", "line-detail", "line-action", "<p>Here</p>")] == [
        False,
        False,
        False,
        True,
    ]
    assert '<h4 class="line-title"><a href="/here/">Ann</a></h4>' in line.draw("Ann", url="/here/", level="4")


def test_a_moment_tells_its_day_in_the_language_of_now() -> None:
    just_past_midnight = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)
    assert '<time datetime="2026-04-01">1 April 2026</time>' in timeline.item(just_past_midnight, "Came", SafeString())
    with override("cy"):
        assert '<time datetime="2026-04-01">1 Ebrill 2026</time>' in timeline.time_of(just_past_midnight)
    assert "<time" not in timeline.item(None, "Came", SafeString())
