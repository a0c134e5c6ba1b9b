"""The form of a relationship: who, how they know each other, and how we know."""

from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from m4c.people.forms.account import groups_where, home_of
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account, Person, Relationship
from m4c.people.models.relationship import SENTENCES
from m4c.people.permissions import RECORD_RELATIONSHIPS

TURNED = "of:"  # before a kind that is told from the other side


def ways(name: str = "…") -> list[tuple[str, str]]:
    """What one person may be to another of this name, in words; the name may be left open."""
    found: list[tuple[str, Any]] = [("", _("Choose one"))]
    for kind, (forward, backward) in SENTENCES.items():
        found.append((kind.value, format_lazy(forward, name=name)))
        if kind in Relationship.Kind.directed():
            found.append((f"{TURNED}{kind.value}", format_lazy(backward, name=name)))
    return capitals(found)


class RelationshipForm(forms.Form):
    """How the person of the page knows somebody else."""

    way = forms.ChoiceField(label=_("How do they know each other?"))
    other = PersonField(label=_("Who is it?"))
    evidence = forms.CharField(
        label=_("How do we know?"),
        max_length=500,
        help_text=_("In a few words both would agree with: “They told me at the street stall.”"),
    )
    since = PastDateField(label=_("Since"), required=False, initial=None)
    group = GroupField(label=_("In which group"), empty_label=None, help_text=_("Who sees it there must see both."))

    def __init__(self, *args: Any, by: Account, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.person = person
        family = Relationship.Kind.FAMILY.value
        offered = [(value, words) for value, words in ways() if value != family or by.person_id == person.pk]
        self.fields["way"].choices = offered  # type: ignore[attr-defined]
        self.fields["other"].account = by  # type: ignore[attr-defined]
        self.fields["group"].queryset = groups_where(by, RECORD_RELATIONSHIPS)  # type: ignore[attr-defined]
        self.fields["group"].initial = home_of(person, by, self.fields["group"].queryset)  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the operation takes it: the two in the order in which the kind reads."""
        given = dict(self.cleaned_data)
        way, other = given.pop("way"), given.pop("other")
        is_turned = way.startswith(TURNED)
        person, other = (other, self.person) if is_turned else (self.person, other)
        return given | {"kind": way.removeprefix(TURNED), "person": person, "other": other}


class CorrectionForm(RelationshipForm):
    """How the two of a relationship know each other in truth: not who they are, nor in which group it is written."""

    def __init__(self, *args: Any, by: Account, relationship: Relationship, **options: Any) -> None:
        written = {name: getattr(relationship, name) for name in ("evidence", "since")} | {"way": relationship.kind}
        super().__init__(*args, by=by, person=relationship.person, initial=written, **options)
        self.second = relationship.other
        del self.fields["other"], self.fields["group"]
        is_theirs = by.person_id in (relationship.person_id, relationship.other_id)
        family = Relationship.Kind.FAMILY.value
        offered = [(way, words) for way, words in ways(self.second.name) if is_theirs or way != family]
        self.fields["way"].choices = offered  # type: ignore[attr-defined]

    @property
    def given(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        self.cleaned_data["other"] = self.second
        return super().given


class EndForm(forms.Form):
    """Until when it was so."""

    on = PastDateField(label=_("Until"))
