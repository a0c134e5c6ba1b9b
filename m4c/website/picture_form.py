"""The form of a picture: none without its description, nor without saying who can be recognised in it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from m4c.core.errors import Refused, add_to_form
from m4c.people.models.account import Account
from m4c.website.models import Picture, Recognised
from m4c.website.operations.picture import Face, check_faces, say_who_is_recognised

SPARE = 3  # empty lines for people who are not yet written down
PARTS = ("name", "agreed_on", "how", "parent_agreed", "withdrawn_on", "row")


class FacesWidget(forms.Widget):
    """One line of inputs for each person, and a few empty ones."""

    template_name = "website/widgets/faces.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The lines as they are drawn: of what was sent, or of what is written down."""
        lines = list(value or [])
        lines += [dict.fromkeys(PARTS, "")] * SPARE
        return {"name": name, "lines": list(enumerate(lines)), "id": (attrs or {}).get("id", f"id_{name}")}

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[dict[str, str]]:
        """The lines that were sent and are not empty."""
        lines = []
        for number in range(200):
            if f"{name}-{number}-name" not in data:
                break
            lines.append({part: data.get(f"{name}-{number}-{part}", "").strip() for part in PARTS})
        return [line for line in lines if any(line.values())]

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        """Whether none of its lines was sent."""
        return f"{name}-0-name" not in data


class FacesField(forms.Field):
    """Who can be recognised, a line each."""

    widget = FacesWidget

    def clean(self, value: list[dict[str, str]]) -> list[Face]:
        """The lines as the operation takes them. Raises ValidationError for a day that is none."""
        return [
            Face(
                name=line["name"],
                agreed_on=day(line["agreed_on"]),
                how=line["how"],
                parent_agreed=line["parent_agreed"],
                withdrawn_on=day(line["withdrawn_on"]),
                row=int(line["row"]) if line["row"].isdigit() else None,
            )
            for line in value
        ]

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether anything was written in the lines."""
        return list(initial or []) != list(data or [])


class PictureForm(BaseImageForm):
    """Wagtail's form of a picture, with what it shows and who agreed to that."""

    recognised = FacesField(
        label=_("Who can be recognised, and that they agreed"),
        required=False,
        help_text=_("Without a day and how they agreed, the picture stands on no page."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.by: Account | None = kwargs.get("user")
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].required = True
            self.fields["description"].help_text = _("What one sees: read out to whoever cannot.")
        if "shows" in self.fields:
            self.fields["shows"] = forms.ChoiceField(
                label=capfirst(str(Picture._meta.get_field("shows").verbose_name)),
                help_text=Picture._meta.get_field("shows").help_text,
                choices=[(code, capfirst(str(label))) for code, label in Picture.Shows.choices],
                widget=forms.RadioSelect,
                initial=self.instance.shows if self.instance.pk else None,
            )
            if not self.instance.pk:
                self.initial.pop("shows", None)
        if self.instance.pk and self.by:
            rows = Recognised.objects.visible_to(self.by).filter(picture=self.instance)
            self.fields["recognised"].initial = [line_of(row) for row in rows]

    def clean(self) -> dict[str, Any]:
        """Refuse what the operation would refuse, beside its field."""
        cleaned: dict[str, Any] = super().clean()
        try:
            if self.by:
                check_faces(self.instance, cleaned.get("recognised") or [], cleaned.get("shows"), seen_by=self.by)
        except Refused as refused:
            add_to_form(self, refused)
        return cleaned

    def save(self, commit: bool = True) -> Picture:
        """Keep the picture and who is in it."""
        picture: Picture = super().save(commit)
        if commit and self.by:
            say_who_is_recognised(picture=picture, faces=self.cleaned_data["recognised"], by=self.by)
        return picture


def line_of(row: Recognised) -> dict[str, str]:
    """What is written down of somebody, as the line shows it."""
    found = {part: getattr(row, part) for part in PARTS if part != "row"}
    return {part: str(value or "") for part, value in found.items()} | {"row": str(row.pk)}


def day(words: str) -> date | None:
    """A day as a browser sends it. Raises ValidationError."""
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise ValidationError(_("“{words}” is no date.").format(words=words), code="no_date") from None
