"""The filters of the list that people itself has: by what stands on a record, and who was in touch."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from m4c.people.consent_rules import who_may_be_contacted
from m4c.people.filters.conditions import at_postcode, engaged
from m4c.people.filters.register import DONE, PEOPLE_FILTERS, REACH, WHERE, WHO, Chosen, PeopleFilter
from m4c.people.models import Account, Channel, Consent, Membership, Person, PersonContact, Purpose, Tag, Tagging
from m4c.people.sight import within

MOST_DAYS = 36_500
MAY, MAY_NOT, UNASKED = "may", "may-not", "unasked"
MINE, NEW, SOMEBODYS, NOBODYS = "mine", "new", "somebody", "nobody"


def choice(label: Any, choices: list[tuple[str, Any]]) -> forms.ChoiceField:
    """A choice that may be left open."""
    listed = [("", gettext_lazy("Any")), *((value, capfirst(name)) for value, name in choices)]
    return forms.ChoiceField(label=label, choices=listed, required=False)


def name_of(choices: list[tuple[str, Any]], value: str) -> str:
    """What one of these choices is called."""
    return str(dict(choices)[value])


def role_fields(account: Account) -> Mapping[str, forms.Field]:
    """The role held now, in the chosen group where one is chosen."""
    return {"role": choice(gettext_lazy("Role in a group"), Membership.Role.choices)}


def with_role(chosen: Chosen) -> Q:
    """Those who hold the role now, by the memberships that the account sees."""
    held = Membership.objects.visible_to(chosen.account).open().filter(person=OuterRef("pk"), role=chosen["role"])
    return Q(Exists(held.filter(within("group__path", chosen.group)) if chosen.group else held))


class TagField(forms.ModelChoiceField[Tag]):
    """A tag, told with its group from others of its name."""

    def label_from_instance(self, obj: Tag) -> str:
        """The tag and its group."""
        return f"{obj.name} ({obj.group.name})"

    def to_python(self, value: Any) -> Tag | None:
        """The tag. Raises ValidationError for what is none, whatever it holds."""
        try:
            return super().to_python(value)
        except ValidationError as error:
            raise ValidationError(_("There is no such tag among those that you see.")) from error


def tag_fields(name: str, label: Any) -> Callable[[Account], Mapping[str, forms.Field]]:
    """A field of this name for one of the tags that the account sees, named by its uid."""

    def fields(account: Account) -> Mapping[str, forms.Field]:
        tags = Tag.objects.visible_to(account).select_related("group")
        any_of_them = gettext_lazy("Any")
        return {name: TagField(tags, label=label, required=False, to_field_name="uid", empty_label=any_of_them)}

    return fields


def with_tag(tag: Tag) -> Q:
    """Those who have the tag: few, so that the database begins with them."""
    return Q(pk__in=Tagging.objects.filter(tag=tag).order_by().values("person"))


def language_fields(account: Account) -> Mapping[str, forms.Field]:
    """The language that somebody speaks with us."""
    return {"language": choice(gettext_lazy("Speaks with us"), Person.Language.choices)}


def postcode_fields(account: Account) -> Mapping[str, forms.Field]:
    """The beginning of a postcode."""
    hint = gettext_lazy("Ward and council are told by it too: near a border a home may lie in the next one.")
    field = forms.CharField(label=gettext_lazy("Postcode begins"), required=False, max_length=8, help_text=hint)
    return {"postcode": field}


def touch_fields(account: Account) -> Mapping[str, forms.Field]:
    """How long nobody was in touch, or how lately somebody was."""
    days: dict[str, Any] = {"required": False, "min_value": 1, "max_value": MOST_DAYS}
    return {
        "quiet": forms.IntegerField(label=gettext_lazy("Days without contact, more than"), **days),
        "lately": forms.IntegerField(label=gettext_lazy("In touch within days"), **days),
    }


def in_touch(chosen: Chosen) -> Q:
    """By the last engagement that the account sees."""
    condition = ~Q(pk__in=[])
    if chosen["quiet"]:
        condition &= ~engaged(chosen.account, since=chosen.now - timedelta(days=chosen["quiet"]))
    if chosen["lately"]:
        condition &= engaged(chosen.account, since=chosen.now - timedelta(days=chosen["lately"]))
    return condition


def touch_in_words(chosen: Chosen) -> str:
    """Since when."""
    said = []
    if days := chosen["quiet"]:
        pattern = ngettext("no contact for more than {days} day", "no contact for more than {days} days", days)
        said.append(pattern.format(days=days))
    if days := chosen["lately"]:
        said.append(ngettext("in touch within {days} day", "in touch within {days} days", days).format(days=days))
    return ", ".join(said)


def contact_fields(account: Account) -> Mapping[str, forms.Field]:
    """Who stays in touch with them."""
    whose = [
        (MINE, gettext_lazy("I do")),
        (NEW, gettext_lazy("I do, since the last two weeks")),
        (SOMEBODYS, gettext_lazy("somebody does")),
        (NOBODYS, gettext_lazy("nobody does")),
    ]
    return {"contact": choice(gettext_lazy("Who stays in touch"), whose)}


def with_contact(chosen: Chosen) -> Q:
    """By the contacts that the account sees."""
    seen = PersonContact.objects.visible_to(chosen.account).open().filter(person=OuterRef("pk"))
    if chosen["contact"] == MINE:
        return Q(Exists(seen.filter(contact=chosen.account.person_id)))
    if chosen["contact"] == NEW:
        return Q(Exists(seen.new_for(chosen.account, timezone.localdate())))
    return ~Q(Exists(seen)) if chosen["contact"] == NOBODYS else Q(Exists(seen))


def contact_in_words(chosen: Chosen) -> str:
    """Who stays in touch."""
    words = {
        MINE: _("with whom I stay in touch"),
        NEW: _("new for me, within two weeks"),
        SOMEBODYS: _("with whom somebody stays in touch"),
        NOBODYS: _("with whom nobody stays in touch, as far as I may see"),
    }
    return words[chosen["contact"]]


CONSENTS = [
    (MAY, gettext_lazy("may be reached so")),
    (MAY_NOT, gettext_lazy("may not be reached so")),
    (UNASKED, gettext_lazy("was never asked")),
]


def consent_fields(account: Account) -> Mapping[str, forms.Field]:
    """A way to reach somebody, and whether it is open: open, where nothing else is said."""
    said = [("" if value == MAY else value, capfirst(name)) for value, name in CONSENTS]
    return {
        "by": choice(gettext_lazy("Way to reach them"), Channel.choices),
        "said": forms.ChoiceField(label=gettext_lazy("Which of them"), choices=said, required=False),
    }


def check_consent(values: Mapping[str, Any]) -> str:
    """What somebody said is said about one way."""
    return "" if values.get("by") or not values.get("said") else _("Say which way to reach them you mean.")


def with_consent(chosen: Chosen) -> Q:
    """By all that somebody said, as the rules of the channel have it for news."""
    if chosen["said"] == UNASKED:
        said = Consent.objects.filter(person=OuterRef("pk"), channel=chosen["by"])
        return ~Q(Exists(said.filter(purpose__in=[Purpose.NEWS, Purpose.ALL])))
    one = Person.objects.filter(pk=OuterRef("pk"))
    reached = Q(Exists(who_may_be_contacted(one, Channel(chosen["by"]), Purpose.NEWS, chosen.now)))
    return ~reached if chosen["said"] == MAY_NOT else reached


def consent_in_words(chosen: Chosen) -> str:
    """Which way, and whether it is open."""
    patterns = {
        MAY: _("may be reached by {way}"),
        MAY_NOT: _("may not be reached by {way}"),
        UNASKED: _("never asked about {way}"),
    }
    return patterns[chosen["said"] or MAY].format(way=Channel(chosen["by"]).label)


def register() -> None:
    """Offer these filters."""
    filters = {
        "role": PeopleFilter(
            WHO, role_fields, with_role,
            lambda chosen: _("as {role}").format(role=name_of(Membership.Role.choices, chosen["role"])), 10,
        ),
        "tag": PeopleFilter(
            WHO, tag_fields("tag", gettext_lazy("Tag")), lambda chosen: with_tag(chosen["tag"]),
            lambda chosen: _("tagged “{tag}”").format(tag=chosen["tag"].name), 20,
        ),
        "also_tagged": PeopleFilter(
            WHO, tag_fields("also_tagged", gettext_lazy("And the tag")), lambda chosen: with_tag(chosen["also_tagged"]),
            lambda chosen: _("and “{tag}”").format(tag=chosen["also_tagged"].name), 21,
        ),
        "not_tagged": PeopleFilter(
            WHO, tag_fields("not_tagged", gettext_lazy("Without the tag")),
            lambda chosen: ~with_tag(chosen["not_tagged"]),
            lambda chosen: _("without the tag “{tag}”").format(tag=chosen["not_tagged"].name), 22,
        ),
        "language": PeopleFilter(
            WHO, language_fields, lambda chosen: Q(language=chosen["language"]),
            lambda chosen: _("speaking {language}").format(
                language=name_of(Person.Language.choices, chosen["language"])
            ), 30,
        ),
        "postcode": PeopleFilter(
            WHERE, postcode_fields, lambda chosen: at_postcode(chosen["postcode"]),
            lambda chosen: _("with a postcode that begins {postcode}").format(postcode=chosen["postcode"].upper()), 40,
        ),
        "touch": PeopleFilter(DONE, touch_fields, in_touch, touch_in_words, 60),
        "contact": PeopleFilter(WHO, contact_fields, with_contact, contact_in_words, 65),
        "consent": PeopleFilter(
            REACH, consent_fields, with_consent, consent_in_words, 100, check=check_consent
        ),
    }  # fmt: skip
    for name, each in filters.items():
        PEOPLE_FILTERS.add(f"people.{name}", each)
