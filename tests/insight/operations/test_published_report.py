"""Publishing and withdrawing: whose right it is, and what is never published."""

import pytest

from m4c.core.errors import NotAllowed
from m4c.insight.models import PublishedReport
from m4c.insight.operations.published_report import PublishRefused, publish_report, withdraw_report
from tests.insight.story import NOW, SUMMER

FIGURES = {"by_group": [{"group": "Cardiff"}], "by_session": []}


def publish(cast, group=None, persona="editor", figures=FIGURES):
    return publish_report(
        group=group or cast.cardiff, period=SUMMER, figures=figures, pictures={}, by=cast.fresh(persona), at=NOW
    )


def test_a_report_published_again_has_an_address_of_its_own(cast):
    assert [publish(cast).slug for _time in range(3)] == [
        "cardiff-2010-06-01-2010-09-30",
        "cardiff-2010-06-01-2010-09-30-2",
        "cardiff-2010-06-01-2010-09-30-3",
    ]


def test_figures_about_leaders_are_never_published(cast):
    with pytest.raises(PublishRefused) as refused:
        publish(cast, figures=FIGURES | {"by_leader": []})
    assert refused.value.code == "leaders"


def test_an_empty_report_is_not_published(cast):
    with pytest.raises(PublishRefused) as refused:
        publish(cast, figures={"by_group": []})
    assert refused.value.code == "empty"


@pytest.mark.parametrize("persona", ["organiser", "national_organiser", "admin", "member"])
def test_only_an_editor_of_the_group_publishes(cast, persona):
    with pytest.raises(NotAllowed):
        publish(cast, persona=persona)


def test_an_editor_of_one_group_does_not_publish_for_another(cast):
    for group in (cast.manchester, cast.wales, cast.movement):
        with pytest.raises(NotAllowed):
            publish(cast, group=group)
    assert publish(cast, group=cast.st_mellons).group == cast.st_mellons


def test_withdrawing_leaves_the_row_and_hides_the_page(cast):
    report = publish(cast)
    with pytest.raises(NotAllowed):
        withdraw_report(report=report, by=cast.organiser, at=NOW)
    withdraw_report(report=report, by=cast.editor, at=NOW)
    assert (report.withdrawn_by, report.withdrawn_at) == (cast.editor, NOW)
    assert list(PublishedReport.objects.visible_to(cast.editor)) == []
