"""What may be changed of a commitment by a page with one form: what the page says, its form, and where that goes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from m4c.commitments.models import Commitment
from m4c.commitments.operations import changed_terms, commitment, terms
from m4c.commitments.record import term_forms


def nothing(_commitment: Commitment) -> dict[str, Any]:
    """A form that begins empty."""
    return {}


@dataclass(frozen=True)
class Step:
    """One of them. `begins` fills the form in from the commitment; `done` is said once it is written down."""

    title: "str | Promise"
    lede: "str | Promise"
    done: "str | Promise"
    form: type[term_forms.TermForm]
    operation: Callable[..., Any]
    begins: Callable[[Commitment], dict[str, Any]] = nothing


DUE = Step(
    _("When is it due?"),
    _("The day that was known before stays on the page, with the reason."),
    _("The day is written down."),
    term_forms.DueForm,
    terms.set_due,
    lambda found: {"due_on": found.due_on, "words": found.due_words},
)
MILESTONE = Step(
    _("Add a milestone"),
    _("How far it is to be by a day: 45 per cent by one, 100 by another. Past that day it is overdue."),
    _("The milestone is written down."),
    term_forms.MilestoneForm,
    terms.add_milestone,
    lambda found: {"known_on": found.made_on},
)
CONDITION = Step(
    _("On what does it hang?"),
    _("“If elected.” “If the committee approves.” Where it stands gets its own days, with what shows it."),
    _("The condition is written down. It is open."),
    term_forms.ConditionForm,
    terms.add_condition,
)
CONDITION_STATE = Step(
    "",  # the condition's own words
    _("Where it failed, the commitment is void from that day: neither kept nor broken."),
    _("Written down."),
    term_forms.ConditionStateForm,
    terms.say_condition,
)
AMEND = Step(
    _("Both sides agreed to something else"),
    _("“A small shop added because we asked.” The old words stay on the page."),
    _("The new words are written down, and the old ones stay."),
    term_forms.AmendForm,
    changed_terms.amend_commitment,
    lambda found: {"words": found.words, "target": found.target},
)
SUPERSEDE = Step(
    _("Another commitment took its place"),
    _("Write the new one down first. Of this one nobody says any more that it was kept or broken."),
    _("Written down."),
    term_forms.SupersedeForm,
    changed_terms.supersede_commitment,
)
INHERIT = Step(
    _("Somebody came after"),
    _("A commitment stays with whoever made it. Ask their successor how they stand to it, and write it down."),
    _("Written down. The commitment stays with whoever made it."),
    term_forms.InheritForm,
    changed_terms.inherit_commitment,
)
KEEPER = Step(
    _("Who keeps an eye on it?"),
    _("Best somebody whom it was promised to: they see it on Today, and may write what became of it."),
    _("Written down."),
    term_forms.KeeperForm,
    commitment.name_keeper,
)
