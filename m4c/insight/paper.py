"""Everything that the printed report says and draws, as plain data: the typst template lays it out and adds no word."""

from typing import Any

from django.utils.translation import gettext as _

from m4c.core.components import bars, dot_map, funnel
from m4c.insight.presentation import Funnel, Presentation, Row, number
from m4c.insight.words import Stat

ROWS = 400  # of a list on paper; the JSON has all
LISTED = 11  # places beside the map; the table has all


def paper(report: Presentation) -> dict[str, Any]:
    """The report for the template. All text is text, whatever signs it holds."""
    return {
        "title": report.title,
        "eyebrow": f"{report.group} · {report.period}",
        "lede": f"{_('What people did in a period, counted from what was written down.')} {report.method}",
        "page": _("Page"),
        "empty": nothing(report) if report.is_empty else None,
        "trained": {
            "heading": _("Trained"),
            "large": stat(report.trained["total"]),
            "stats": [stat(report.trained["full"]), stat(report.trained["taster"])],
            "time": over_time(report) if report.pictures.steps else None,
            "map": places(report) if report.has_map else None,
        },
        "conversations": {"heading": _("Conversations"), "funnels": [drawn(part) for part in report.funnels]},
        "gatherings": {
            "heading": _("Gatherings"),
            "stats": [stat(value) for value in report.events.values()]
            + [stat(report.house_meetings["people_attending"])],
        },
        "tables": [] if report.is_empty else tables(report),
    }


def nothing(report: Presentation) -> str:
    """What an empty report says."""
    sentence = _("{group}, {period}: no training, pledge or conversation is on record yet.")
    return sentence.format(group=report.group, period=report.period)


def stat(value: Stat) -> dict[str, str]:
    """A figure with its label and sentence."""
    return {"figure": number(value.figure), "label": value.label, "sentence": value.sentence}


def over_time(report: Presentation) -> dict[str, Any]:
    """The bars: height and colour of each piece, and what the picture shows in words."""
    picture = bars.draw(report.pictures.columns, report.series)
    most = max(picture.columns, key=lambda column: column.total)
    columns = [
        {
            "label": column.label if column.named else "",
            "total": number(column.total) if picture.roomy else "",
            "parts": [{"series": part.place, "height": part.height} for part in column.parts if part.height],
        }
        for column in picture.columns
    ]
    shown = _("Bars from {first} to {last}; the highest, {most}, stands at {when}.")
    return {
        "heading": _("Training over time"),
        "sentence": report.time_sentence,
        "series": report.series,
        "height": bars.HEIGHT,
        "columns": columns,
        "alt": shown.format(
            first=picture.columns[0].label, last=picture.columns[-1].label, most=number(most.total), when=most.label
        ),
    }


def places(report: Presentation) -> dict[str, Any]:
    """The map: where each dot stands, and the numbers in words."""
    picture = dot_map.draw(report.places, report.ground)
    ground = [part.removesuffix("h0").split() for part in picture.base.split("M")[1:]]  # the path's "M1 2h0M3 4h0"
    said = [f"{dot.label} {number(dot.count)}" for dot in picture.dots]
    return {
        "heading": _("Where people were trained"),
        "sentence": _("The larger the lamp, the more people. Each lamp stands where the group is at home."),
        "source": _("Contains OS data © Crown copyright and database right 2025."),
        "width": picture.width,
        "height": picture.height,
        "ground": [[float(x), float(y)] for x, y in ground],
        "dots": [[dot.x, dot.y, dot.r] for dot in picture.dots],
        "names": [[name.x, name.y, name.anchor, name.text] for name in picture.names],
        "heads": [_("The largest"), _("People")],
        "listed": [[dot.label, number(dot.count)] for dot in picture.dots[:LISTED]],
        "alt": _("Map with a dot for each place: {places}.").format(places="; ".join(said)),
    }


def drawn(part: Funnel) -> dict[str, Any]:
    """A funnel: each step with its share of the widest, or none where a figure is withheld."""
    counts = [figure if isinstance(figure, int) else 0 for _label, figure, _sentence in part.steps]
    most = max(counts)
    least = funnel.THREAD / funnel.WIDTH
    shares = [max(least, count / most) if count else 0 for count in counts] if part.is_whole else []
    steps = [{"figure": number(figure), "label": label, "sentence": sentence} for label, figure, sentence in part.steps]
    said = ", ".join(f"{step['figure']} {step['label']}" for step in steps)
    return {
        "heading": part.heading,
        "sentence": part.sentence,
        "steps": steps,
        "shares": shares,
        "alt": _("Funnel of {what}: {steps}.").format(what=part.heading, steps=said),
    }


def tables(report: Presentation) -> list[dict[str, Any]]:
    """The tables by place, session and leader; the last on a page of its own, to be kept back."""
    four = [label for label, _figure, _sentence in report.funnels[0].steps]
    both = [_("1-2-1s"), _("House meetings")]
    found = [
        {
            "heading": _("By place"),
            "sentence": _("The figures of each group itself, without the groups below it."),
            "spans": [[_("Group"), 1], [_("Trained"), 2], [both[0], 4], [both[1], 4]],
            "heads": [_("all"), _("in full"), *four, *four],
            "rows": [texts(row)[:-1] for row in report.by_group],
            "text": 1,
        },
        {
            "heading": _("By session"),
            "sentence": _("Each training session, the latest first."),
            "spans": [[_("Session"), 1], [_("Day"), 1], [_("Kind"), 1], [_("Came"), 1], [_("Pledged there"), 2]],
            "heads": both,
            "rows": [
                [row.name, day, kind, *figures]
                for row in report.by_session
                for day, _group, kind, *figures in [[text for _name, text in row.cells]]
            ],
            "text": 3,
        },
        {
            "heading": _("By leader"),
            "sentence": _(
                "For each leader and their organiser alone: in alphabetical order, never a ranking, and never "
                "published. Keep this page back when you hand the report on."
            ),
            "spans": [[_("Leader"), 1], [both[0], 4], [both[1], 4]],
            "heads": [*four, *four],
            "rows": [texts(row) for row in report.by_leader],
            "text": 1,
            "apart": True,
        },
    ]
    return [table for table in found if table["rows"]]


def texts(row: Row) -> list[str]:
    """A row as the texts of its cells."""
    return [row.name, *(text for _name, text in row.cells)]
