"""Sample data for the living page of components: invented people, real places, every state."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from m4c.core.components.power_map import Row

FUNNEL = [
    (_("pledged"), 2213, _("One-to-ones that people said at a training session they would hold.")),
    (_("arranged"), 1702, _("A day was agreed with the other person.")),
    (_("held"), 1480, _("The two of them sat down and talked.")),
    (_("followed up"), 964, _("The next step they agreed on has happened.")),
]
WEEKS = [
    ("7 Jun", [18, 34]), ("14 Jun", [0, 12]), ("21 Jun", [26, 41]), ("28 Jun", [9, 0]), ("5 Jul", [44, 63]),
    ("12 Jul", [31, 22]), ("19 Jul", [0, 0]), ("26 Jul", [17, 55]), ("2 Aug", [38, 71]), ("9 Aug", [52, 40]),
]  # fmt: skip
SCATTER = [
    (_("Damp homes"), 0.42, 2.7, _("25 people, 2.7 of 3")),
    (_("Buses after ten"), 0.31, 1.8, _("19 people, 1.8 of 3")),
    (_("Street lights"), 0.12, 2.2, _("7 people, 2.2 of 3")),
]
POWER_MAP = [
    Row(_("Landowner"), 10, -1, "person", _("10 of 10, leans against us"), "#landowner", was=(10, -3), is_target=True),
    Row(_("Planning committee"), 8, 0, "body", _("8 of 10, undecided"), "#committee"),
    Row(_("Chair of the planning committee"), 8, 0, "person", _("8 of 10, undecided"), "#chair"),
    Row(_("Supermarket"), 6, -2, "body", _("6 of 10, against us"), "#shop", was=(6, -1)),
    Row(_("Local paper"), 4, 2, "body", _("4 of 10, with us"), "#paper"),
    Row(_("Residents' group"), 3, 3, "group", _("3 of 10, works with us"), "#residents", was=(1, 3)),
]
PLACES = [
    (51.48, -3.18, 212, "Cardiff"), (52.63, 1.30, 96, "Norwich"), (53.48, -2.24, 340, "Manchester"),
    (53.38, -1.47, 188, "Sheffield"), (51.46, -0.12, 265, "Lambeth"), (50.82, -0.14, 58, "Brighton"),
    (54.11, -3.23, 41, "Barrow"), (55.86, -4.25, 77, "Glasgow"), (53.41, -2.98, 64, "Liverpool"),
]  # fmt: skip
TOWNS = [
    (50.26, -5.05), (50.37, -4.14), (50.72, -3.53), (51.45, -2.59), (51.62, -3.94), (52.41, -4.08), (53.23, -4.13),
    (50.90, -1.40), (51.51, -0.13), (51.75, -1.26), (52.20, 0.12), (52.06, 1.16), (52.48, -1.90), (52.95, -1.15),
    (53.23, -0.54), (53.80, -1.55), (53.74, -0.33), (53.96, -1.08), (54.57, -1.23), (54.97, -1.61), (54.89, -2.93),
    (55.95, -3.19), (56.46, -2.97), (56.12, -3.94), (57.15, -2.09), (57.48, -4.22), (52.71, -2.75), (51.07, -1.80),
]  # fmt: skip
WARDS = [
    "Adamsdown",
    "Butetown",
    "Caerau",
    "Canton",
    "Cathays",
    "Grangetown",
    "Pontprennau and Old St Mellons",
    "Splott",
    "Trowbridge",
    "Ystum Taf",
]
LADDER = [
    {"label": label, "sentence": sentence, "evidence": evidence, "standing": standing}
    for label, sentence, evidence, standing in (
        (_("Came"), _("Came to something of ours."), _("Public meeting, 3 March"), "taken"),
        (_("Talked"), _("Was asked for a one-to-one, and had it."), _("With Nadia, 12 March"), "taken"),
        (_("Brought others"), _("Three people came because of them."), _("Two of three so far"), "next"),
        (_("Holds conversations"), _("Three one-to-ones of their own, followed up."), "", "ahead"),
        (_("Leads a team"), _("Others do what they said because this person asked."), "", "ahead"),
    )
]
CHAINS = [
    {"name": name, "was_there": there, "is_walk_in": walked, "opens": opens, "closes": range(closes), "through": ""}
    for name, there, walked, opens, closes in (
        ("Bethan Griffiths", True, False, True, 0),
        ("Kofi Mensah", True, False, True, 0),
        ("Amal Yusuf", True, True, False, 1),
        ("Mair Prosser", True, False, False, 1),
        ("Nadia Rahman", False, False, True, 0),
        ("Tomasz Zielinski", True, False, False, 1),
    )
]
TEA, SPEAKING = "tea", "speaking"
LEVELS = [("Pledged", 140), ("Listed", 210), ("Yes", 96), ("Confirmed", 61), ("Likely", 74), ("Came", 0)]


class SampleForm(forms.Form):
    """One field of each shape."""

    given_name = forms.CharField(label=_("Given name"), help_text=_("As they like to be called."))
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), required=False)
    postcode = forms.CharField(label=_("Postcode"), required=False)
    on = forms.DateField(label=_("When did you talk?"), initial=date(2026, 11, 19))
    at = forms.TimeField(label=_("At what time?"), required=False)
    pledged = forms.IntegerField(label=_("How many one-to-ones?"), min_value=0, initial=5)
    kind = forms.ChoiceField(
        label=_("What kind of training was it?"),
        widget=forms.RadioSelect,
        choices=[("full", _("Full")), ("taster", _("Taster"))],
        initial="full",
    )
    offers = forms.MultipleChoiceField(
        label=_("What would they do?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=[TEA],
        choices=[(TEA, _("Make the tea")), (SPEAKING, _("Speak at a meeting")), ("bring", _("Bring neighbours"))],
    )
    group = forms.ChoiceField(label=_("Group"), choices=[("", _("Choose a group")), ("cardiff", "East Cardiff")])
    ward = forms.ChoiceField(
        label=_("Ward"), choices=[("", _("Choose a ward")), *((ward, ward) for ward in WARDS)], initial="Splott"
    )
    words = forms.CharField(label=_("What hurts, in their words"), widget=forms.Textarea, required=False)
    keep_safe = forms.BooleanField(
        label=_("Keep safe"), required=False, help_text=_("Hides this person everywhere at once, until someone checks.")
    )

    def clean_pledged(self) -> int:
        """Refuses nought, so that the page can show a refusal."""
        if self.cleaned_data["pledged"] == 0:
            raise ValidationError(_("A pledge is for one conversation at the least."))
        return int(self.cleaned_data["pledged"])


class SampleFiles(forms.Form):
    """A place for sheets."""

    sheets = forms.FileField(label=_("Sign-in sheets"), help_text=_("CSV, Excel or ODS, up to 10 MB each."))


@dataclass(frozen=True)
class Message:
    """A message as Django's messages framework hands it out."""

    text: str
    level_tag: str

    def __str__(self) -> str:
        return self.text


LEVELS = [("Pledged", 140), ("Listed", 210), ("Yes", 96), ("Confirmed", 61), ("Likely", 74), ("Came", 0)]


def closed() -> SampleForm:
    """A form to read and not to change."""
    form = SampleForm(prefix="closed", initial={"given_name": "Bethan"})
    for field in form.fields.values():
        field.disabled = True
    return form


def samples() -> dict[str, Any]:
    """All that the page shows, by name."""
    answers = {"given_name": "", "pledged": "0", "on": "2026-11-19", "email": "bethan at example"}
    return {
        "form": SampleForm(prefix="new"),
        "refused": SampleForm(answers),
        "closed": closed(),
        "filter": SampleForm(prefix="filter"),
        "why": SampleForm(prefix="why"),
        "files": SampleFiles(),
        "no_files": SampleFiles({}, MultiValueDict(), prefix="none"),
        "ladder": LADDER,
        "chains": CHAINS,
        "levels": LEVELS,
        "no_levels": [(label, 0) for label, _number in LEVELS],
        "day": date(2026, 11, 26),
        "starts": datetime(2026, 11, 26, 19, tzinfo=UTC),
        "ends": datetime(2026, 11, 26, 20, 30, tzinfo=UTC),
        "ways": [
            {"label": "Print", "url": "#print", "icon": "printer", "current": False},
            {"label": "Save as a sheet", "url": "#sheet", "icon": "table-cells", "current": False},
        ],
        "languages": [
            {"code": "en", "name": "English", "url": "#english", "current": True},
            {"code": "cy", "name": "Cymraeg", "url": "#cymraeg", "current": False},
        ],
        "funnel": FUNNEL,
        "scatter": SCATTER,
        "power_map": POWER_MAP,
        "nothing": [(label, 0, sentence) for label, _count, sentence in FUNNEL],
        "weeks": WEEKS,
        "series": [_("Full training"), _("Taster")],
        "places": PLACES,
        "towns": TOWNS,
        "trail": [(_("People"), "#people"), ("East Cardiff", "#east"), ("Bethan Griffiths", "")],
        "steps": [(_("Columns"), "#columns"), _("Preview"), _("Import")],
        "tabs": [
            {"label": _("Coming"), "url": "#coming", "current": True, "count": 12},
            {"label": _("Past"), "url": "#past"},
            {"label": _("Mine"), "url": "#mine", "count": 0},
        ],
        "toasts": [
            Message("Written down. Thank you.", "success"),
            Message("Importing 412 rows.", "info"),
            Message("Two rows need a look.", "warning"),
            Message("That link has run out.", "error"),
        ],
    }
