"""To whom a supporter writes, by postcode."""

from m4c.campaigns.letters.addressees import addressees_of
from m4c.campaigns.models import LetterDrive
from m4c.places.models import Kind
from m4c.places.resolver import resolve
from m4c.power.models import Institution, Office, Powerholder, Tenure
from tests.campaigns.letters.calling import open_one
from tests.cast import Cast
from tests.factories import TODAY

HERE = "CF10 1EP"


def mp_of(cast: Cast, drive: LetterDrive, postcode: str, name: str, **more: object) -> Powerholder:
    """Whoever sits for the constituency of a postcode."""
    house, _made = Institution.objects.get_or_create(
        name="House of Commons", kind="parliament", defaults={"made_by": cast.organiser}
    )
    area = resolve(postcode).findings[Kind.CONSTITUENCY].area
    office = Office.objects.create(
        institution=house, name="Member of Parliament", kind="elected", area=area, made_by=cast.organiser
    )
    member = Powerholder.objects.create(name=name, made_by=cast.organiser, email="office@example.org", **more)
    Tenure.objects.create(powerholder=member, office=office, made_by=cast.organiser)
    return member


def test_one_decision_maker_is_everybodys(cast: Cast):
    drive = open_one(cast)
    found = addressees_of(drive, "", TODAY)
    assert ([each.powerholder for each in found.rows], found.is_certain) == ([drive.powerholder], True)


def test_an_office_is_found_by_postcode(cast: Cast):
    drive = open_one(cast, office_name="member of parliament")
    mp_of(cast, drive, "M1 1AE", "Member for elsewhere")
    member = mp_of(cast, drive, HERE, "Member for here")
    found = addressees_of(drive, HERE, TODAY)
    assert member in [each.powerholder for each in found.rows]
    assert "Member for elsewhere" not in [each.powerholder.name for each in found.rows]


def test_nobody_is_found_for_a_postcode_that_is_none(cast: Cast):
    drive = open_one(cast, office_name="Member of Parliament")
    assert addressees_of(drive, "nowhere", TODAY).rows == []
    assert addressees_of(drive, HERE, TODAY).rows == []


def test_an_address_that_nobody_looked_at_is_not_given(cast: Cast):
    drive = open_one(cast, office_name="Member of Parliament")
    member = mp_of(cast, drive, HERE, "Member for here")
    assert addressees_of(drive, HERE, TODAY).rows[0].email == ""
    Powerholder.objects.filter(pk=member.pk).update(contact_checked_on=TODAY)
    assert addressees_of(drive, HERE, TODAY).rows[0].email == "office@example.org"
