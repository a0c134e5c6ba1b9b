"""The five columns of a strategy chart, the parts of each, and what each asks (domain.md, A3)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.campaigns.models import ChartEntry

Column, Part = ChartEntry.Column, ChartEntry.Part


@dataclass(frozen=True)
class Asked:
    """A column: its name, what it asks, and its parts, each with what to write there."""

    key: str
    title: "str | Promise"
    question: "str | Promise"
    parts: "dict[str, str | Promise]"

    @property
    def has_steps(self) -> bool:
        """Whether its lines are steps, each with who does it and by when."""
        return self.key == Column.TACTICS


COLUMNS = (
    Asked(
        Column.GOALS,
        _("Goals"),
        _("What do we want, and what counts as a win?"),
        {
            Part.LONG: _("What should be different in ten years?"),
            Part.MIDDLE: _("What exactly is granted when we have won?"),
            Part.SHORT: _("Which smaller win on the way shows that we can?"),
        },
    ),
    Asked(
        Column.ORGANISATION,
        _("Organisational considerations"),
        _("What do we put in, and how do we come out stronger?"),
        {
            Part.RESOURCES: _("Money, hours, rooms, skills: with numbers."),
            Part.STRENGTHENS: _("New members, new leaders, new friends: with numbers."),
            Part.PROBLEMS: _("What inside the group could stop us?"),
        },
    ),
    Asked(
        Column.PEOPLE,
        _("Constituents, allies and opponents"),
        _("Who cares about this, and how are they organised?"),
        {
            Part.CONSTITUENTS: _("What do they gain, what do they risk, what power have they over the target?"),
            Part.ALLIES: _("Who helps without being able to join, and why?"),
            Part.OPPONENTS: _("What does our win cost them, and what will they do and spend to stop it?"),
        },
    ),
    Asked(
        Column.TARGETS,
        _("Targets"),
        _("Who can say yes? Always a person by name, never a body."),
        {
            Part.PRIMARY: _("Who can say yes, and what power have we over them?"),
            Part.SECONDARY: _("Who has power over them, and over whom have we more?"),
        },
    ),
    Asked(
        Column.TACTICS,
        _("Tactics"),
        _("Who does what to show the target our power, and when?"),
        {Part.TACTIC: _("Something our people enjoy, and the target does not expect.")},
    ),
)
COLUMN_OF: dict[str, str] = {part: column.key for column in COLUMNS for part in column.parts}
