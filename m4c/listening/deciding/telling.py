"""What a result says, in sentences: for the page, the command line and the minutes."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Result = dict[str, Any]


def sentences(result: Result) -> list[str]:
    """Who won and by how much, whether enough voted, and how it came to that, a sentence for each round that ended."""
    return [outcome(result), *of_quorum(result), *(of_round(each) for each in result["rounds"] if said_of(each))]


def outcome(result: Result) -> str:
    """Who won, or between whom it is a tie."""
    last = result["rounds"][-1]
    if result["winner"]:
        votes = {row["option"]: row["votes"] for row in last["votes"]}
        number = votes[result["winner"]]
        if result["method"] == "dots":
            text = ngettext("“{option}” won, with {number} dot.", "“{option}” won, with {number} dots.", number)
        else:
            text = ngettext("“{option}” won, with {number} vote.", "“{option}” won, with {number} votes.", number)
        return text.format(option=result["winner"], number=number)
    if result["tied"]:
        return _("It is a tie between {options}. The meeting decides how it is settled.").format(
            options=quoted(result["tied"])
        )
    return _("Nobody voted.")


def of_quorum(result: Result) -> list[str]:
    """Whether enough voted, where that was asked for."""
    if not result["quorum"]:
        return []
    if result["is_quorate"]:
        return [_("{voters} voted, and {quorum} had to.").format(**result)]
    return [_("{voters} voted, and {quorum} had to: it does not hold.").format(**result)]


def said_of(each: Result) -> bool:
    """Whether something is to be said of a round."""
    return bool(each["out"] or each["exhausted"])


def of_round(each: Result) -> str:
    """Why the last of a round went out, and how many papers count for nobody any more."""
    parts = [why_out(each)] if each["out"] else []
    if each["exhausted"]:
        parts.append(
            ngettext(
                "{number} paper is exhausted: it ranks nobody who is left.",
                "{number} papers are exhausted: they rank nobody who is left.",
                each["exhausted"],
            ).format(number=each["exhausted"])
        )
    return _("Round {number}: {said}").format(number=each["number"], said=" ".join(parts))


def why_out(each: Result) -> str:
    """Why those who went out after a round did."""
    patterns = {
        "fewest": _("{options} had the fewest and went out."),
        "together": _("{options} had the same, together fewer than the next, and went out together."),
        "earlier": _("{options} had the same as another, and fewer in an earlier round, and went out."),
        "no_matter": _("{options} had the same as another and went out: the same option wins whichever goes."),
    }
    return patterns[each["reason"]].format(options=quoted(each["out"]))


def quoted(options: Sequence[str]) -> str:
    """Options in quotation marks, as a list of a sentence."""
    return str(get_text_list([f"“{option}”" for option in options], _("and")))
