"""The report of commitments in words: for the terminal, for a page in a file, and on paper."""

from datetime import date
from pathlib import Path
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from m4c.commitments.models import ConditionState, Measure
from m4c.commitments.record.words import IN_ORDER, figure
from m4c.commitments.sheets.report import CommitmentsReport, Line
from m4c.commitments.watching.ending import warning
from m4c.core.pdf import laid_out

TEMPLATE = Path(__file__).with_name("typst") / "commitments.typ"
SHORT = 160  # of the words, in a table


def presented(report: CommitmentsReport) -> dict[str, Any]:
    """The report as plain data for a template, which adds no word."""
    totals = report.totals
    number = len(report.lines)
    return {
        "title": _("Commitments"),
        "eyebrow": about(report),
        "day": date_format(report.on, "j F Y"),
        "page": _("Page"),
        "sum": ngettext("{number} commitment", "{number} commitments", number).format(number=number),
        "totals": [(str(status.label), totals[status]) for status in IN_ORDER if totals[status]],
        "nobody_has": _("None: {statuses}.").format(
            statuses=", ".join(str(status.label) for status in IN_ORDER if not totals[status])
        ),
        "heads": [_("Reference"), _("Who promised"), _("What"), _("How it stands"), _("How far"), _("Due")],
        "rows": [cells(line, report.on) for line in report.lines],
        "totals_heading": _("How they stand"),
        "rows_heading": _("One by one"),
        "fair": _(
            "A status is worked out from dated entries with who says so, by the same rule for everybody. One that is "
            "open is not broken: broken is said only where two people judged so and the speaker had ten days' notice."
        ),
    }


def about(report: CommitmentsReport) -> str:
    """Of which day, and of whom."""
    told = _("As at {day}").format(day=date_format(report.on, "j F Y"))
    return f"{told} · {report.powerholder.name}" if report.powerholder else told


def cells(line: Line, on: date) -> list[str]:
    """A commitment's cells."""
    words = line.commitment.words
    return [
        line.commitment.reference,
        line.commitment.powerholder.name,
        words if len(words) <= SHORT else f"{words[: SHORT - 1]}…",
        stands(line),
        far(line),
        when(line, on),
    ]


def when(line: Line, on: date) -> str:
    """By which day, or until which and in how many days where that is soon, or what is said of it in words."""
    if line.due:
        return date_format(line.due, "j F Y")
    ends = line.commitment.expires_on
    if ends is None or line.commitment.measure != Measure.ONGOING:
        return line.commitment.due_words
    told = _("until {day}")
    if warning(line.commitment, line.status, on):
        told = ngettext("until {day}, in {number} day", "until {day}, in {number} days", (ends - on).days)
    return told.format(day=date_format(ends, "j F Y"), number=(ends - on).days)


def stands(line: Line) -> str:
    """Its status, how late it is, and where its condition stands."""
    told = [str(line.status.label)]
    if line.overdue_days:
        told.append(ngettext("{number} day", "{number} days", line.overdue_days).format(number=line.overdue_days))
    if line.condition_state:
        state = ConditionState.State(line.condition_state).label
        told.append(_("condition {state}").format(state=state))
    return ", ".join(told)


def far(line: Line) -> str:
    """How much was reached; blank for what is not counted."""
    if line.target is None:
        return ""
    return _("{done} of {target}").format(done=figure(line.done), target=figure(line.target))


def text_of(report: CommitmentsReport) -> str:
    """The whole report as plain text."""
    told = presented(report)
    lines = [f"{told['title']} · {told['eyebrow']}", ""]
    for reference, speaker, words, status, reached, due in told["rows"]:
        detail = ", ".join(part for part in (status, reached, due) if part)
        lines += [f"{reference}  {speaker}: {detail}", f"    “{words}”"]
    lines += [*([""] if told["rows"] else []), f"{told['sum']}."]
    lines += [f"  {label}: {number}" for label, number in told["totals"]]
    return "\n".join(lines) + "\n"


def pdf_of(report: CommitmentsReport) -> bytes:
    """The report as PDF/UA-1, in the language in force. Called by the command line only."""
    return laid_out(TEMPLATE, presented(report))
