"""The listening report in the terminal, line by line."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from m4c.listening.themes.presentation import Presentation


def text_of(report: Presentation) -> str:
    """The report as plain text."""
    return "\n".join(lines_of(report)) + "\n"


def lines_of(report: Presentation) -> Iterator[str]:
    """Heard, where, what, chosen, next."""
    yield from (report.title, report.eyebrow, "")
    yield ", ".join(f"{figure} {label}" for figure, label, _why in report.heard)
    if report.places:
        yield _("Where: {places}").format(places=named(report.places))
    if report.groups:
        yield _("In which groups: {groups}").format(groups=named(report.groups))
    yield from report.beyond
    yield from ("", _("What they said:") if report.rows else _("No theme yet."))
    for one, words, quotes in report.rows:
        yield f"  {one.theme}: {words}"
        yield from (f"    “{said}”" for said in quotes)
    if report.story_rows:
        yield _("From stories that people told:")
    for words, who, leave in report.story_rows:
        yield f"    “{words}” {f'{who} ' if who else ''}({leave})"
    yield from (f"  {sentence}" for sentence in [*report.with_leave, *report.left_out])
    yield from ("", *report.chosen)


def named(rows: list[tuple[str, int]]) -> str:
    """Places or groups with their people."""
    return ", ".join(f"{name} {people}" for name, people in rows)
