"""A late chapter of people's demo: what this movement adds to a person, and what some of the cast said."""

from m4c.core.demo import Story
from m4c.people.models import OwnField
from m4c.people.operations.own_field import NewField, fill_own_fields, make_own_field

Kind, Holds = OwnField.Kind, OwnField.Holds
FIELDS = [
    NewField(Kind.YES_NO, "Can lend a van", Holds.OPERATIONAL, name_cy="Yn gallu rhoi benthyg fan"),
    NewField(
        Kind.CHOICE,
        "Free on",
        Holds.OPERATIONAL,
        name_cy="Yn rhydd ar",
        choices=[
            ("Weekday mornings", "Boreau'r wythnos"),
            ("Weekday evenings", "Nosweithiau'r wythnos"),
            ("Weekends", "Penwythnosau"),
        ],
    ),
    NewField(
        Kind.TEXT,
        "Speaks",
        Holds.CONTENT,
        name_cy="Yn siarad",
        help="Besides English, in their own words.",
        help_cy="Heblaw Saesneg, yn eu geiriau eu hunain.",
    ),
]
SAID = {  # by given name, in the order of the fields
    "Bethan": ("yes", "Weekday evenings", "Welsh"),
    "Idris": ("no", "Weekends", "Welsh, Somali"),
    "Siân": ("", "Weekday mornings", "Welsh"),
    "Kofi": ("no", "Weekends", ""),
    "Nadia": ("", "", "Urdu, Punjabi"),
}


def tell(story: Story) -> None:
    """Add the fields, and fill them in as organisers would."""
    cast = story.shelf["cast"]
    fields = [make_own_field(new=new, at=story.now, by=story.by) for new in FIELDS]
    for given, said in SAID.items():
        values = {own: value for own, value in zip(fields, said, strict=True) if value}
        fill_own_fields(person=cast[given], values=values, at=story.now, by=story.by)
