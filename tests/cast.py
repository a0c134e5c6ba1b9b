"""The cast: one small movement with named people in every role, for tests, the demo's door, docs and screenshots."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from django.contrib.auth.hashers import make_password

from m4c.core.permissions import Role
from m4c.people.models import Account, AccountRole, Group, Person, Protection
from m4c.people.operations.group import make_body, make_group, make_movement
from m4c.people.operations.person import NewPerson, add_person

THEN = datetime(2026, 9, 1, 9, tzinfo=UTC)
PASSWORD = "llusern-a-llwybr-42"

# Persona: given name, family name, group, role.
PERSONAS: dict[str, tuple[str, str, str, Role]] = {
    "member": ("Kofi", "Mensah", "cardiff", Role.MEMBER),
    "leader": ("Bethan", "Griffiths", "cardiff", Role.LEADER),
    "leader_elsewhere": ("Olu", "Adeyemi", "manchester", Role.LEADER),
    "organiser": ("Siân", "Prosser", "cardiff", Role.ORGANISER),
    "organiser_elsewhere": ("Nadia", "Rahman", "manchester", Role.ORGANISER),
    "national_organiser": ("Huw", "Llewellyn", "movement", Role.ORGANISER),
    "coalition_organiser": ("Tomasz", "Wójcik", "coalition", Role.ORGANISER),
    "editor": ("Zoë", "Ashworth", "cardiff", Role.EDITOR),
    "treasurer": ("Idris", "Vaughan", "cardiff", Role.TREASURER),
    "data_protection": ("Meera", "Shah", "movement", Role.DATA_PROTECTION),
    "safeguarding": ("Grace", "O'Dowd", "movement", Role.SAFEGUARDING),
    "admin": ("Delroy", "Bent", "movement", Role.ADMIN),
    "protected_member": ("Hana", "Čermáková", "cardiff", Role.MEMBER),
}
STRANGERS = ("anonymous", "host_link")


@dataclass
class Cast:
    """The groups by name, the personas' accounts, and their people."""

    movement: Group
    wales: Group
    england: Group
    cardiff: Group
    st_mellons: Group
    swansea: Group
    manchester: Group
    norwich: Group
    lambeth: Group
    coalition: Group
    partner: Group
    operator: Account
    accounts: dict[str, Account] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Account:
        """A persona's account, by the name of the role: `cast.organiser`."""
        try:
            return self.__dict__["accounts"][name]
        except KeyError:
            raise AttributeError(name) from None

    def person(self, persona: str) -> Person:
        """The person behind a persona."""
        person = self.accounts[persona].person
        assert person is not None
        return person

    def fresh(self, persona: str) -> Account:
        """The persona's account, read anew: what it holds is remembered for a request only."""
        return Account.objects.get(pk=self.accounts[persona].pk)


def build_cast() -> Cast:
    """Make the groups and the cast, by operations where people would."""
    by = Account.objects.of_system(Role.OPERATOR)
    movement = make_movement(name="Movement for Change", by=by)
    wales = make_group(parent=movement, name="Wales", kind=Group.Kind.NATION, by=by)
    england = make_group(parent=movement, name="England", kind=Group.Kind.NATION, by=by)
    cardiff = make_group(parent=wales, name="Cardiff", place="Cardiff", postcode="CF10 1EP", by=by)
    cast = Cast(
        movement=movement,
        wales=wales,
        england=england,
        cardiff=cardiff,
        st_mellons=make_group(parent=cardiff, name="St Mellons", kind=Group.Kind.TEAM, postcode="CF3 0EF", by=by),
        swansea=make_group(parent=wales, name="Swansea", postcode="SA1 3SN", by=by),
        manchester=make_group(parent=england, name="Manchester", postcode="M2 5DB", by=by),
        norwich=make_group(parent=england, name="Norwich", postcode="NR2 1NH", by=by),
        lambeth=make_group(parent=england, name="Lambeth", postcode="SW2 1RW", by=by),
        coalition=make_body(name="Cardiff Renters' Coalition", kind=Group.Kind.COALITION, by=by),
        partner=make_body(name="Refugee Women's Network", kind=Group.Kind.PARTNER, by=by),
        operator=by,
    )
    for persona, (given, family, group, role) in PERSONAS.items():
        cast.accounts[persona] = make_account(cast, given, family, getattr(cast, group), role)
    protect(cast)
    return cast


def make_account(cast: Cast, given: str, family: str, group: Group, role: Role) -> Account:
    """A person with an account and a role in a group."""
    name = f"{given}.{family}".lower().replace("'", "")
    email = f"{name.encode('ascii', 'ignore').decode()}@example.org"
    home = group if group.is_in_tree else cast.cardiff
    person = add_person(group=home, new=NewPerson(given, family, emails=[email]), by=cast.operator)
    account = Account.objects.create(email=email, person=person, password=password_hash())
    AccountRole.objects.create(account=account, group=group, role=role, given_by=cast.operator)
    return account


@cache
def password_hash() -> str:
    """The hash of the cast's one password, worked out once."""
    return make_password(PASSWORD)


def protect(cast: Cast) -> None:
    """Keep the protected member safe; the leader is her contact."""
    Protection.objects.create(
        person=cast.person("protected_member"),
        group=cast.cardiff,
        contact=cast.person("leader"),
        safe_contact_note="Ring on Tuesdays before noon; never write.",
        placed_by=cast.accounts["organiser"],
        placed_at=THEN,
        confirm_by=THEN,
    )
