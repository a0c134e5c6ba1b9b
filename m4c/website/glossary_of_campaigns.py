"""Words of the glossary about campaigns: what they stand on, what they grew out of, and how they go on."""

from django.utils.translation import gettext_lazy as _

from m4c.website.glossary_term import Term

OF_CAMPAIGNS = [
    Term(
        "authorisation",
        _("Authorisation"),
        _("That a group said yes to a campaign, when, and how it was decided. Without one a campaign does not run."),
        ("campaign", "group"),
    ),
    Term(
        "community-project",
        _("Community project"),
        _("What people do themselves and demand of nobody: a homework club, a garden, a collection of toys."),
        ("campaign",),
    ),
    Term(
        "evidence",
        _("Evidence"),
        _("What shows that a campaign is right: prices, answers, photographs, figures, with their day and source."),
        ("campaign", "power-analysis"),
    ),
    Term(
        "lineage",
        _("Lineage"),
        _("What a campaign grew out of, and what grew out of it in turn."),
        ("campaign",),
    ),
    Term(
        "open-letter",
        _("Open letter"),
        _("A letter that many sign. Each says whether their name may be read in public, or is only counted."),
        ("backer", "decision-maker"),
    ),
    Term(
        "source-document",
        _("Source document"),
        _("What a council or a ministry once published, with its numbered promises and every year that repeated them."),
        ("commitment", "evidence"),
    ),
    Term(
        "step",
        _("Step"),
        _("A move that is planned before it is needed, and what sets it off. When it happens, it is an action."),
        ("action", "decision-maker"),
    ),
]
