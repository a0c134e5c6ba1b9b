"""The listening report on paper: all that it says and draws as plain data, and its PDF."""

from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from m4c.core.components import scatter
from m4c.core.pdf import laid_out
from m4c.listening.themes.pictures import LEAST, MOST, strength_in_words
from m4c.listening.themes.presentation import Presentation

TEMPLATE = Path(__file__).with_name("typst") / "listening.typ"


def pdf_of(report: Presentation) -> bytes:
    """The report as PDF/UA-1, in the language in force. Called by the worker and the command line only."""
    return laid_out(TEMPLATE, paper(report))


def paper(report: Presentation) -> dict[str, Any]:
    """The report for the template, which adds no word. All text is text, whatever signs it holds."""
    return {
        "title": report.title,
        "eyebrow": report.eyebrow,
        "page": _("Page"),
        "heard": [
            {"figure": str(figure), "label": label, "sentence": sentence} for figure, label, sentence in report.heard
        ],
        "said": {
            "heading": _("What they said"),
            "empty": "" if report.rows else _("No theme yet."),
            "picture": picture(report) if report.points else None,
            "heads": [_("Theme"), _("People"), _("Of those heard"), _("How strongly"), _("Concerns")],
            "rows": [
                [
                    one.theme,
                    str(one.people),
                    one.percent,
                    strength_in_words(one.depth) if one.depth is not None else "",
                    str(one.concerns),
                ]
                for one in report.themes
            ],
            "quotes": [[one.theme, quotes] for one, _words, quotes in report.rows if quotes],
            "stories": [[words, who, leave] for words, who, leave in report.story_rows],
            "stories_heading": _("From stories that people told"),
            "quotes_heading": _("In their words"),
            "left_out": [*report.with_leave, *report.left_out],
        },
        "tables": [
            {"heading": heading, "heads": [head, _("People")], "rows": [[name, str(people)] for name, people in rows]}
            for heading, head, rows in (
                (_("Where people were heard"), _("Place"), report.places),
                (_("In which groups"), _("Group"), report.groups),
            )
            if rows
        ],
        "beyond": report.beyond,
        "chosen": {"heading": _("What was chosen, and what is next"), "sentences": report.chosen},
    }


def picture(report: Presentation) -> dict[str, Any]:
    """Breadth against depth: where each point stands, and what it shows in words."""
    drawn = scatter.draw(report.points, LEAST, MOST)
    said = "; ".join(f"{point.label}: {point.detail}" for point in drawn.points)
    return {
        "sentence": _(
            "To the right: of those heard, the share that raised it. Upwards: how strongly they said it, from "
            "mentioned to burns."
        ),
        "across": _("raised by more"),
        "up": _("felt more strongly"),
        "width": drawn.width,
        "height": drawn.height,
        "box": [drawn.left, drawn.top, drawn.right, drawn.foot],
        "middle": [drawn.middle_x, drawn.middle_y],
        "radius": drawn.radius,
        "points": [[point.x, point.y, str(point.number)] for point in drawn.points],
        "names": [[str(point.number), point.label, point.detail] for point in drawn.points],
        "alt": _("Themes by how many raised them and how strongly: {said}.").format(said=said),
    }
