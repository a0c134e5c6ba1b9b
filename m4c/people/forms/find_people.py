"""The form of the list of people: what was typed, a group, and the filters of the register, as an address has them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from m4c.people.filters.register import Chosen, PeopleFilter, offered_to
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import FilterForm
from m4c.people.forms.widgets import SearchInput
from m4c.people.models import Account, Group
from m4c.people.models.saved_filter import LONGEST
from m4c.people.models.use import may_be_used
from m4c.people.permissions import SEE_KNOWN_PEOPLE
from m4c.people.sight import EVERYTHING, NOTHING

SAVED = "saved"  # in an address: the uid of a saved filter, in place of all that it says
OF_A_PAGE = ("after", "before")  # of one page of the list, and not of whom it lists


@dataclass(frozen=True)
class FilterInUse:
    """A filter that an address asks for: in words, and the names of its part of the address."""

    filter: PeopleFilter
    chosen: Chosen
    names: tuple[str, ...]

    @property
    def words(self) -> str:
        """What it says of those listed."""
        return self.filter.words(self.chosen)


class FindPeopleForm(FilterForm):
    """Whom to list. Where it holds what cannot be read, `problems` says so and `condition` lets nobody through.

    It has the fields of the filters where one is asked for; `with_filters` whatever it holds.
    """

    q = forms.CharField(
        label=gettext_lazy("Name, e-mail, phone or postcode"),
        required=False,
        widget=SearchInput(attrs={"maxlength": 100, "spellcheck": "false"}),
    )
    group = GroupField(
        label=gettext_lazy("Group"),
        required=False,
        empty_label=gettext_lazy("All my groups"),
        error_messages={"invalid_choice": gettext_lazy("There is no such group among yours.")},
    )

    def __init__(
        self, *args: Any, by: Account, now: datetime | None = None, with_filters: bool = False, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.account, self.now = by, now or timezone.now()
        self.fields["group"].offer_where(by, SEE_KNOWN_PEOPLE)  # type: ignore[attr-defined]
        # Most lists are filtered by nothing else, and need none of the fields.
        is_asked = with_filters or any(name not in self.fields and name not in OF_A_PAGE for name in self.data)
        self.offered = [(each, dict(each.fields(by))) for each in (offered_to(by) if is_asked else ())]
        for _each, own in self.offered:
            self.fields.update(own)

    def clean(self) -> dict[str, Any]:
        """What was given. Raises ValidationError where fields of one filter do not go together."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        for each, own in self.offered:
            if not any(name in self.errors for name in own) and (sentence := each.check(given)):
                self.add_error(next(iter(own)), sentence)
        return given

    @property
    def group_chosen(self) -> Group | None:
        """The group, if one is chosen."""
        group: Group | None = self.chosen("group")
        return group

    @property
    def typed(self) -> str:
        """What to search for."""
        return self.chosen("q") or ""

    @cached_property
    def in_use(self) -> list[FilterInUse]:
        """The filters that are set, in the order of the page."""
        return list(self._in_use())

    def _in_use(self) -> Iterable[FilterInUse]:
        for each, own in self.offered:
            values = {name: self.chosen(name) for name in own}
            if any(values.values()) and not any(name in self.errors for name in own):
                chosen = Chosen(values, self.account, self.group_chosen, self.now)
                yield FilterInUse(each, chosen, tuple(own))

    @property
    def is_filtered(self) -> bool:
        """Whether more leaves people out than what was typed and a group."""
        return bool(self.in_use or self.problems)

    @cached_property
    def problems(self) -> list[str]:
        """What the address asks for that cannot be done, a sentence each."""
        found = [
            _("{field}: {problem}").format(field=self.fields[name].label, problem=problem)
            for name, problems in self.errors.items()
            for problem in problems
        ]
        if len(self.address) > LONGEST:
            found.append(_("This is more than a filter can hold."))
        unknown = [name for name in self.data if name not in self.fields and name not in OF_A_PAGE]
        if SAVED in unknown:
            return [*found, _("This saved filter was removed, or is not shared with you.")]
        return found + [_("“{name}” is nothing that you can filter by.").format(name=name[:40]) for name in unknown]

    @cached_property
    def condition(self) -> Q:
        """Whom the filters let through, beside group and search; those kept safe or set aside come up by none."""
        if self.problems:
            return NOTHING
        if not self.in_use:
            return EVERYTHING
        through = may_be_used("pk")
        for each in self.in_use:
            through &= each.filter.condition(each.chosen)
        return through

    def kept(self, *but: str) -> dict[str, str]:
        """What of the address belongs to the filters and stays with every page of the list, without these names."""
        names = [name for _each, own in self.offered for name in own if name not in but]
        return {name: value for name in names if (value := self.data.get(name))}

    @property
    def address(self) -> str:
        """All of it as the part of an address behind the question mark, in one order whatever order it came in."""
        first = {name: value for name in ("q", "group") if (value := self.data.get(name))}
        return urlencode(first | self.kept())

    @property
    def in_words(self) -> str:
        """Whom it lists, as a part of a sentence: "in Cardiff, tagged “driver”"; blank where it lists everybody."""
        said = [_("found by “{typed}”").format(typed=self.typed)] if self.typed else []
        said += [_("in {group}").format(group=self.group_chosen)] if self.group_chosen else []
        return ", ".join([*said, *(each.words for each in self.in_use)])
