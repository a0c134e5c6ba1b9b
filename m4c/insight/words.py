"""What each figure of the report is called, and the sentence that says what it counts."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Number = int | str  # words stand where a small number is withheld


@dataclass(frozen=True)
class Stat:
    """A figure with its name and its sentence."""

    figure: Number
    label: str
    sentence: str


def trained(figures: dict[str, Number]) -> dict[str, Stat]:
    """People trained, full and taster."""
    total = figures["total"]
    return {
        "total": Stat(
            total,
            ngettext("person trained", "people trained", plural(total)),
            _("Everyone who came to a training session in this period, each counted once."),
        ),
        "full": Stat(
            figures["full"], _("in full"), _("Came to a full session; whoever came to a taster as well counts here.")
        ),
        "taster": Stat(figures["taster"], _("at a taster"), _("Came to a taster session, and to no full one.")),
    }


def one_to_ones(figures: dict[str, Number]) -> dict[str, Stat]:
    """1-2-1s from pledged to followed up."""
    return {
        "pledged": Stat(
            figures["pledged"],
            _("pledged"),
            _("What people said in this period that they would hold: not yet a result."),
        ),
        "arranged": Stat(
            figures["arranged"],
            _("arranged"),
            _("Had a day in this period and were not called off; held ones are among them."),
        ),
        "held": Stat(figures["held"], _("held"), _("Took place. Each counts once, for the one who asked for it.")),
        "followed_up": Stat(
            figures["followed_up"], _("followed up"), _("Were held, and the next step agreed there has happened.")
        ),
    }


def house_meetings(figures: dict[str, Number]) -> dict[str, Stat]:
    """House meetings from pledged to followed up, and who came to them."""
    came = figures["people_attending"]
    return {
        "pledged": Stat(
            figures["pledged"],
            _("pledged"),
            _("What people said in this period that they would host: not yet a result."),
        ),
        "arranged": Stat(
            figures["arranged"],
            _("arranged"),
            _("Had a day in this period and were not called off; held ones are among them."),
        ),
        "held": Stat(figures["held"], _("held"), _("Took place in somebody's home or a familiar room.")),
        "followed_up": Stat(
            figures["followed_up"], _("followed up"), _("Were held, and what was agreed there has happened.")
        ),
        "people_attending": Stat(
            came,
            ngettext("person at house meetings", "people at house meetings", plural(came)),
            _("Added up over the house meetings held; whoever came to two is counted at each."),
        ),
    }


def events(figures: dict[str, Number], largest: str = "") -> dict[str, Stat]:
    """Gatherings of every kind; `largest` is the title of the one to which most came, for those who may see it."""
    most = (
        _("The most who came to any one gathering: {title}.") if largest else _("The most who came to one gathering.")
    )
    held, attendances = figures["held"], figures["attendances"]
    return {
        "held": Stat(
            held,
            ngettext("gathering held", "gatherings held", plural(held)),
            _("Of every kind, training and house meetings among them, without those called off."),
        ),
        "attendances": Stat(
            attendances,
            ngettext("time somebody came", "times somebody came", plural(attendances)),
            _("Added up over all gatherings: by name, or as counted in the room where that is more."),
        ),
        "largest": Stat(figures["largest"], _("at the largest"), most.format(title=largest)),
    }


def method() -> str:
    """What holds of every figure."""
    return _("People kept safe are not counted.")


def conversation_columns() -> list[str]:
    """The whole names of a row's figures of conversations, for where no heading stands above them."""
    return [
        _("1-2-1s pledged"),
        _("1-2-1s arranged"),
        _("1-2-1s held"),
        _("1-2-1s followed up"),
        _("House meetings pledged"),
        _("House meetings arranged"),
        _("House meetings held"),
        _("House meetings followed up"),
    ]


def group_columns() -> list[str]:
    """The whole names of what is told of a group."""
    return [_("Trained"), _("Trained in full"), *conversation_columns(), _("Gatherings")]


def session_columns() -> list[str]:
    """The whole names of what is told of a session beside its title."""
    return [
        *(_("Day"), _("Group"), _("Kind"), _("Came")),
        *(_("1-2-1s pledged there"), _("House meetings pledged there")),
    ]


def plural(number: Number) -> int:
    """The number for choosing a word's form; words in a figure's place are many."""
    return number if isinstance(number, int) else 2


def period_words(first: date, last: date) -> str:
    """“1 June to 30 September 2010”, naming what both days share only once."""
    if first == last:
        return date_format(first, "j F Y")
    begins = "j F" if first.year == last.year else "j F Y"
    return _("{first} to {last}").format(first=date_format(first, begins), last=date_format(last, "j F Y"))
