"""The checklist by which candidate issues are scored.

The checklist for choosing an issue is the Midwest Academy's, as Bobo, Kendall and Max print it in "Organizing for
Social Change", in our own short words and in its order.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

SOURCE = "Bobo, Kendall and Max, Organizing for Social Change (Midwest Academy), checklist for choosing an issue"
NO, PARTLY, YES = 0, 1, 2
ANSWERS = [(YES, _("Yes")), (PARTLY, _("Partly")), (NO, _("No"))]


@dataclass(frozen=True)
class Criterion:
    """One line: the name that scores are kept under, and the question put to those present."""

    name: str
    question: "Promise"


CHECKLIST = (
    Criterion("improvement", _("Would it make a real improvement in people's lives?")),
    Criterion("own_power", _("Would it give people a sense of their own power?")),
    Criterion("relations", _("Would it alter the relations of power?")),
    Criterion("worthwhile", _("Is it worth the effort?")),
    Criterion("winnable", _("Can it be won?")),
    Criterion("widely_felt", _("Is it widely felt?")),
    Criterion("deeply_felt", _("Is it deeply felt?")),
    Criterion("easy", _("Is it easy to understand?")),
    Criterion("target", _("Is there a clear person who can grant it?")),
    Criterion("time_frame", _("Is there a clear time by which it can be won?")),
    Criterion("non_divisive", _("Does it leave our people united?")),
    Criterion("leadership", _("Does it build leaders?")),
    Criterion("next", _("Does it set up the next campaign?")),
    Criterion("money", _("Is there an angle of money to it: who pays, who gains?")),
    Criterion("funds", _("Can it raise money?")),
    Criterion("values", _("Does it fit our values?")),
)
NAMES = tuple(criterion.name for criterion in CHECKLIST)
