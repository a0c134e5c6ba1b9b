"""When a group becomes part of another, its themes come along, and two of one name are one."""

from django.utils import timezone

from m4c.listening.models import Theme
from m4c.listening.operations.theme import make_theme
from m4c.people.operations.group_merge import merge_group
from tests.cast import Cast
from tests.factories import NOW, TODAY
from tests.listening.coding import as_seen, campaign_of, names, said, theme_of


def test_two_of_one_name_are_one_and_the_others_come_along(cast: Cast) -> None:
    here = theme_of(cast, None, concerns=[said(cast, None, "Damp")])
    for name, words in (("Housing", "Mould"), ("Travel", "No bus")):
        there = said(cast, None, words, group=cast.swansea)
        make_theme(group=cast.swansea, name=name, seen=as_seen(there), at=NOW, by=cast.operator)
    merge_group(groups=[cast.swansea, cast.cardiff], on=TODAY, at=timezone.now(), by=cast.operator)
    assert names(None) == {"Damp": "Housing", "Mould": "Housing", "No bus": "Travel"}
    standing = Theme.objects.standing().values_list("name", "group__name")
    assert set(standing) == {("Housing", "Cardiff"), ("Travel", "Cardiff")}
    assert Theme.objects.get(merged_into=here).group == cast.cardiff


def test_themes_of_a_campaign_stay_its_own(cast: Cast) -> None:
    campaign = campaign_of(cast, group=cast.swansea)
    make_theme(group=cast.swansea, campaign=campaign, name="Housing", at=NOW, by=cast.operator)
    theme_of(cast, None)
    merge_group(groups=[cast.swansea, cast.cardiff], on=TODAY, at=timezone.now(), by=cast.operator)
    assert Theme.objects.standing().filter(group=cast.cardiff).count() == 2
