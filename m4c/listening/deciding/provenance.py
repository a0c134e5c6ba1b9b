"""Where an issue comes from: its themes, and through them concerns, conversations and people, counted and named as far
as one may see.
"""

from dataclasses import dataclass

from django.db.models import Count

from m4c.listening.deciding.heard import concerns_of
from m4c.listening.models import Issue, IssueTheme, Theme
from m4c.people.models import Account, Person

MOST_NAMED = 100


@dataclass(frozen=True)
class Provenance:
    """What led to an issue. People who may not be seen are counted in no name, and in the numbers only as a group's."""

    themes: list[tuple[Theme, int]]
    concerns: int
    people: int
    unnamed: int
    one_to_ones: int
    house_meetings: int
    questionnaires: int
    named: list[Person]


def provenance_of(issue: Issue, account: Account) -> Provenance:
    """All that led to an issue, for one account. In a constant number of statements."""
    seen = concerns_of(issue).filter(account.sight.unless_protected("person"))
    counted = seen.aggregate(
        concerns=Count("pk"),
        named=Count("person", distinct=True),
        with_person=Count("person"),
        one_to_ones=Count("one_to_one", distinct=True),
        house_meetings=Count("house_meeting", distinct=True),
        questionnaires=Count("questionnaire", distinct=True),
    )
    unnamed = counted["concerns"] - counted["with_person"]
    shown = IssueTheme.objects.filter(issue=issue, theme__in=Theme.objects.visible_to(account))
    themes = {row.theme_id: row.theme for row in shown.select_related("theme")}
    of_themes = dict(seen.order_by().values("theme").annotate(number=Count("pk")).values_list("theme", "number"))
    people = Person.objects.visible_to(account).filter(pk__in=seen.values("person")).order_by("sort_name", "pk")
    return Provenance(
        themes=[(theme, of_themes.get(pk, 0)) for pk, theme in themes.items()],
        concerns=counted["concerns"],
        people=counted["named"] + unnamed,
        unnamed=unnamed,
        one_to_ones=counted["one_to_ones"],
        house_meetings=counted["house_meetings"],
        questionnaires=counted["questionnaires"],
        named=list(people[:MOST_NAMED]),
    )
