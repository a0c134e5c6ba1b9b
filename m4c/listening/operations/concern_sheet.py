"""What a sheet of concerns writes besides people and concerns: its campaign where there is none, the themes that it
names, and the questionnaires that it tells of.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from m4c.core.operations import change
from m4c.listening.models import ListeningCampaign, Questionnaire, Theme, ThemeStep
from m4c.people import ledger
from m4c.people.models import Account
from m4c.people.names import fold

LONGEST_THEME = 80


def themes_by_name(campaign: ListeningCampaign | None) -> dict[str, Theme]:
    """The standing themes of a campaign by their folded names."""
    if campaign is None:
        return {}
    return {fold(theme.name): theme for theme in Theme.objects.filter(campaign=campaign).standing()}


def make_themes(
    campaign: ListeningCampaign, names: Iterable[str], at: datetime, made_by: Account
) -> tuple[list[Theme], list[ThemeStep]]:
    """Write themes of these names, which the campaign has not yet, each with the first step of its history."""
    themes = [Theme(group=campaign.group, campaign=campaign, name=name, made_by=made_by) for name in names]
    Theme.objects.bulk_create(themes, batch_size=500)
    steps = [ThemeStep(theme=theme, kind=ThemeStep.Kind.MADE, by=made_by, at=at) for theme in themes]
    ThemeStep.objects.bulk_create(steps, batch_size=500)
    return themes, steps


def stretch(campaign: ListeningCampaign, days: Iterable[date]) -> None:
    """Let a campaign that a sheet made reach over these days too."""
    reached = [campaign.starts_on, campaign.ends_on, *days]
    change(campaign, starts_on=min(reached), ends_on=max(reached))


def keep_questionnaires(fresh: Sequence[Questionnaire]) -> None:
    """Write what people answered on a sheet, whose words stand as concerns, and that they did."""
    Questionnaire.objects.bulk_create(fresh)
    ledger.write(fresh)
