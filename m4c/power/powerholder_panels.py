"""What apps to the right add to a powerholder's page and to the copy they may ask for: what is asked of them, and what
they promised.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from m4c.core.panels import Panel
from m4c.core.register import Register

POWERHOLDER_PANELS: Register[Panel] = Register("Panels on a powerholder's page.")
INSTITUTION_PANELS: Register[Panel] = Register("Panels on an institution's page.")


@dataclass(frozen=True, eq=False)
class CopyPart:
    """A part of the copy that a powerholder may ask for. `rows(powerholder)` gives each row as (what, what it says),
    all there are, whoever may see them: it goes to whom it is about, and names none of our people.
    """

    title: "str | Promise"
    rows: Callable[[Any], Sequence[Sequence[tuple[str, str]]]]
    order: int


COPY_PARTS: Register[CopyPart] = Register("Parts of the copy that a powerholder may ask for.")
