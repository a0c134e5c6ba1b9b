"""The form of a ballot: its question, and what to choose between: themes, candidate issues, and words of one's own."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any, Self

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from m4c.core.models.record import uid_of
from m4c.events.forms.record import RecordForm
from m4c.events.models import Event
from m4c.listening.deciding.to_choose import candidates_to_choose, label_of_candidate, label_of_theme, themes_to_choose
from m4c.listening.models import Ballot, ListeningCampaign, Theme
from m4c.listening.operations.ballot import NewBallot, NewOption
from m4c.listening.permissions import RUN_LISTENING
from m4c.people.forms.people import GroupField
from m4c.people.forms.shape import capitals
from m4c.people.models import Account

LISTED = 40
TICKED = ("themes", "candidates")


class TicksField(forms.ModelMultipleChoiceField[Any]):
    """Records to tick: any that may be seen may be sent, and the first of those that are looked at are listed."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, say: Callable[[Any], str], **options: Any) -> None:
        super().__init__(queryset=Theme.objects.none(), to_field_name="uid", required=False, **options)
        self.say = say

    def offer(self, rows: "QuerySet[Any]", narrowed: "QuerySet[Any]", ticked: Iterable[Any]) -> bool:
        """Offer these rows; what was ticked before stays listed. Returns whether there are any."""
        self.queryset = rows
        listed = list(narrowed[:LISTED])
        others = set(filter(None, map(uid_of, ticked))) - {row.uid for row in listed}
        listed += list(rows.filter(uid__in=others)) if others else []
        self.choices = [(str(row.uid), self.say(row)) for row in listed]
        return bool(listed)


class BallotForm(RecordForm):
    """A question, how it is decided, and its options: those ticked, and one's own words, one a line."""

    right = RUN_LISTENING

    group = GroupField(label=_("Which group decides"), empty_label=None)
    title = forms.CharField(label=_("What is decided"), max_length=160)
    about = forms.CharField(
        label=_("What to know first"), max_length=2_000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    campaign = forms.ModelChoiceField[ListeningCampaign](
        label=_("Of which listening campaign"),
        queryset=ListeningCampaign.objects.none(),
        required=False,
        to_field_name="uid",
        empty_label=_("None"),
    )
    themes = TicksField(label=_("Themes to choose between"), say=label_of_theme)
    candidates = TicksField(label=_("Candidate issues to choose between"), say=label_of_candidate)
    options = forms.CharField(
        label=_("What to choose between"),
        help_text=_("One a line. What is ticked above comes first."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    method = forms.ChoiceField(label=_("How"), choices=capitals(Ballot.Method.choices), widget=forms.RadioSelect)
    dots = forms.IntegerField(label=_("Dots for each"), min_value=1, max_value=50, initial=3, required=False)
    is_secret = forms.BooleanField(label=_("Secret: nobody can ever see who voted what"), required=False, initial=True)
    quorum = forms.IntegerField(label=_("How many must vote for it to hold"), min_value=0, initial=0, required=False)
    event = forms.ModelChoiceField[Event](
        label=_("At which meeting"),
        queryset=Event.objects.none(),
        required=False,
        to_field_name="uid",
        empty_label=_("None"),
        help_text=_("The decision then stands in its minutes."),
    )

    def __init__(self, *args: Any, by: Account, theme: Theme | None = None, **more: Any) -> None:
        super().__init__(*args, by=by, **more)
        near = Event.objects.visible_to(by).filter(cancelled_at=None).order_by("-starts_at")
        since = timezone.now() - timedelta(days=31)
        self.fields["event"].queryset = near.filter(starts_at__gte=since)  # type: ignore[attr-defined]
        run = ListeningCampaign.objects.visible_to(by).filter(by.sight.of_group("group", RUN_LISTENING))
        self.fields["campaign"].queryset = run.order_by("-starts_on", "-pk")  # type: ignore[attr-defined]
        themes, candidates = themes_to_choose(by), candidates_to_choose(by)
        if theme:
            self.offer("themes", themes, themes.none())
            self.offer("candidates", candidates, candidates.filter(theme=theme))
        elif campaign := uid_of(self.given("campaign")):
            self.offer("themes", themes, themes.filter(campaign__uid=campaign))
            self.offer("candidates", candidates, candidates.filter(theme__campaign__uid=campaign))
        else:
            self.offer("themes", themes, themes)
            self.offer("candidates", candidates, candidates)

    @classmethod
    def begun(cls, typed: QueryDict, *, by: Account, theme: Theme | None = None) -> Self:
        """The form before it is sent: of the campaign that the address names, or of all candidates of a theme."""
        initial: dict[str, Any] = {"campaign": typed.get("campaign", "")}
        if theme:
            initial |= {"campaign": theme.campaign and theme.campaign.uid, "group": theme.group.slug}
            initial["candidates"] = [str(row.uid) for row in candidates_to_choose(by).filter(theme=theme)[:LISTED]]
        return cls(by=by, theme=theme, initial=initial)

    def offer(self, name: str, rows: "QuerySet[Any]", narrowed: "QuerySet[Any]") -> None:
        """Offer what may be ticked in a field; without any it is not asked."""
        if not self.fields[name].offer(rows, narrowed, self.given(name) or []):  # type: ignore[attr-defined]
            del self.fields[name]

    def given(self, name: str) -> Any:
        """What was sent for a field, or what it begins with."""
        if not self.is_bound:
            return self.initial.get(name)
        return self.data.getlist(name) if name in TICKED else self.data.get(name)  # type: ignore[attr-defined]

    @property
    def new(self) -> NewBallot:
        """The ballot as operations take it."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("group", *TICKED)}
        lines = [line.strip() for line in given.pop("options").splitlines() if line.strip()]
        options = [NewOption(theme.name, theme=theme) for theme in self.cleaned_data.get("themes", ())]
        options += [NewOption(each.change, candidate=each) for each in self.cleaned_data.get("candidates", ())]
        options += [NewOption(line) for line in lines]
        numbers: dict[str, Any] = {"dots": given.pop("dots") or 3, "quorum": given.pop("quorum") or 0}
        return NewBallot(options=options, **numbers, **given)
