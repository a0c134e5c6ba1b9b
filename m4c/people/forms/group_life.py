"""Forms of a group's life: its purpose, its birth, its documents, where it goes, and what its people answer."""

from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from m4c.people.documents.files import MOST_BYTES
from m4c.people.forms.account import groups_where
from m4c.people.forms.people import GroupField, PastDateField
from m4c.people.forms.person_field import PersonField
from m4c.people.forms.shape import capitals
from m4c.people.groups.beginnings import offered
from m4c.people.models import Account, DocumentVersion, Group, GroupDocument, GroupPassing, GroupStage, PassingAsking
from m4c.people.permissions import MAKE_GROUPS, MERGE_GROUPS

ACCEPTED = ",".join(f".{kind}" for kind in DocumentVersion.Type.values) + ",.jpeg"


def near(account: Account, group: Group) -> QuerySet[Group]:
    """The groups that one has to do with: those above and beside it and right below it, and the bodies outside."""
    beside = Q(parent=group.parent_id) | Q(parent=group) if group.parent_id else Q(parent=group)
    outside = ~Q(kind__in=Group.Kind.inside())
    found = Group.objects.visible_to(account).filter(Q(path__in=group.ancestor_paths[:-1]) | beside | outside)
    return found.exclude(pk=group.pk)


class PurposeForm(forms.Form):
    """What a group is for."""

    words = forms.CharField(
        label=_("What are you here for?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("In a sentence that everybody in the group would say: “Nobody in Splott fights a landlord alone.”"),
    )


class StageForm(forms.Form):
    """A step of a group's birth and its day."""

    stage = forms.ChoiceField(label=_("What happened"), choices=capitals(GroupStage.Stage.choices))
    on = PastDateField(label=_("On which day"))


class OriginForm(forms.Form):
    """What a group grew out of."""

    source = forms.ChoiceField(label=_("A gathering on record"), required=False)
    earlier = GroupField(label=_("Another group"), required=False, empty_label=_("None"))
    words = forms.CharField(
        label=_("Or in words"),
        max_length=300,
        required=False,
        help_text=_("“The night the boilers failed in Loudoun Square.” No names of people who have not agreed to it."),
    )

    def __init__(self, *args: Any, by: Account, group: Group, **options: Any) -> None:
        super().__init__(*args, **options)
        gatherings = [("", _("None")), *offered(by, group)]
        self.fields["source"].choices = gatherings  # type: ignore[attr-defined]
        self.fields["earlier"].queryset = near(by, group)  # type: ignore[attr-defined]

    def clean_source(self) -> tuple[str, int] | None:
        """The gathering by model and id."""
        name, _colon, pk = str(self.cleaned_data["source"]).partition(":")
        return (name, int(pk)) if pk else None


class SupporterForm(forms.Form):
    """Who helped a group into life."""

    person = PersonField(label=_("One of our people"), required=False)
    body = GroupField(label=_("Or a group or body"), required=False, empty_label=_("None"))
    words = forms.CharField(
        label=_("How they helped"), max_length=200, required=False, help_text=_("“Lent us the hall for a year.”")
    )

    def __init__(self, *args: Any, by: Account, group: Group, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].account = by  # type: ignore[attr-defined]
        self.fields["body"].queryset = near(by, group)  # type: ignore[attr-defined]


class VersionForm(forms.Form):
    """A new version of a document."""

    file = forms.FileField(
        label=_("The file"),
        help_text=_("PDF, Word, Excel, PowerPoint, OpenDocument, text, CSV or a picture, up to 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        allow_empty_file=True,  # the operation says it in our words
    )
    remark = forms.CharField(label=_("What is new in it"), max_length=300, required=False)

    most = MOST_BYTES


class DocumentForm(VersionForm):
    """A document with its first version."""

    title = forms.CharField(label=_("Title"), max_length=120, help_text=_("“Constitution”, “Minutes of the founding”."))
    audience = forms.ChoiceField(
        label=_("Who may open it"),
        choices=capitals(GroupDocument.Audience.choices),
        initial=GroupDocument.Audience.GROUP,
        widget=forms.RadioSelect,
    )
    remark = None  # type: ignore[assignment]  # the first version has nothing before it

    field_order = ["title", "file", "audience"]


class MoveForm(forms.Form):
    """Below which group one is to stand."""

    parent = GroupField(label=_("Below which group"), empty_label=_("Choose one"))

    def __init__(self, *args: Any, by: Account, group: Group, **options: Any) -> None:
        super().__init__(*args, **options)
        offered_here = groups_where(by, MAKE_GROUPS).in_tree()  # type: ignore[attr-defined]
        parents = offered_here.exclude(path__startswith=group.path)
        self.fields["parent"].queryset = parents.exclude(pk=group.parent_id)  # type: ignore[attr-defined]


class MergeForm(forms.Form):
    """Which group one becomes part of, and since when."""

    into = GroupField(label=_("Which group it becomes part of"), empty_label=_("Choose one"))
    on = PastDateField(label=_("Since which day"))

    def __init__(self, *args: Any, by: Account, group: Group, **options: Any) -> None:
        super().__init__(*args, **options)
        others = groups_where(by, MERGE_GROUPS).exclude(path__startswith=group.path)
        alike = others.in_tree() if group.is_in_tree else others.filter(kind=group.kind)  # type: ignore[attr-defined]
        self.fields["into"].queryset = alike  # type: ignore[attr-defined]


class ClosingForm(forms.Form):
    """That a group is to close: when, why, and whether it passes to another."""

    closes_on = forms.DateField(
        label=_("On which day it closes"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    into = GroupField(
        label=_("Passes to"),
        required=False,
        empty_label=_("No other group"),
        help_text=_("Nobody is moved there: each is asked whether they want to go along."),
    )
    why = forms.CharField(
        label=_("Why, in words its people may read"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    letters = forms.BooleanField(
        label=_("Write a letter to those who agreed to e-mail"),
        required=False,
        help_text=_("The others learn of it from whoever asks them. Best so for everybody."),
    )

    def __init__(self, *args: Any, by: Account, group: Group, **options: Any) -> None:
        super().__init__(*args, **options)
        others = near(by, group).in_tree().filter(ended_on=None)  # type: ignore[attr-defined]
        self.fields["into"].queryset = others  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """What somebody answered when their group closes."""

    answer = forms.ChoiceField(label=_("What do they want?"), widget=forms.RadioSelect)
    words = forms.CharField(label=_("In their own words"), max_length=300, required=False)

    def __init__(self, *args: Any, passing: GroupPassing, is_own: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["answer"].choices = list(answers_to(passing, is_own))  # type: ignore[attr-defined]
        if is_own:
            self.fields["answer"].label = _("What would you like?")
            self.fields["words"].label = _("Anything you want to say")


def answers_to(passing: GroupPassing, is_own: bool) -> list[tuple[str, Any]]:
    """The answers there are to a closing, as said of somebody or by themselves."""
    answer = PassingAsking.Answer
    own: list[tuple[str, Any]] = [
        (answer.MOVEMENT, _("I stay with the movement, in no group for now")),
        (answer.LEAVE, _("I leave")),
    ]
    theirs: list[tuple[str, Any]] = [
        (answer.MOVEMENT, _("Stay with the movement, in no group for now")),
        (answer.LEAVE, _("Leave")),
    ]
    listed = own if is_own else theirs
    if passing.into:
        along = _("I go along to {group}") if is_own else _("Go along to {group}")
        listed = [(answer.ALONG, str(along).format(group=passing.into)), *listed]
    return listed
