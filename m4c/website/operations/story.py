"""A story that was told in the workspace becomes a draft on the site, and leaves it as soon as its teller says less."""

from collections.abc import Iterator
from html import escape

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from m4c.core.operations import operation
from m4c.listening.models import Story
from m4c.listening.models.story import Level, Use
from m4c.listening.operations.story_levels import StoryRefused
from m4c.listening.permissions import KEEP_STORIES
from m4c.listening.stories.followers import Shown
from m4c.listening.stories.levels import standing_of
from m4c.listening.stories.rules import ruling
from m4c.people.models import Account, Person
from m4c.people.names import fold
from m4c.people.names_out_of_use import names_of
from m4c.website import tasks
from m4c.website.models import GroupPage, StoryIndexPage, StoryPage
from m4c.website.models.consented import lower_draft
from m4c.website.models.page import SitePage
from m4c.website.operations.site import pages_of
from m4c.website.story_consent import names_of_teller

LEAD = 400


@operation(KEEP_STORIES, on="story")
def draft_story_page(*, story: Story, by: Account) -> Story:
    """Put a draft of the story below its group's page, in its teller's language, for an editor to publish.

    Done twice it is done once. Raises StoryRefused where its teller has not agreed to the website.
    """
    if not Story.objects.visible_to(by).filter(pk=story.pk).exists():
        raise StoryRefused(_("That story cannot be changed by you."), code="unseen")
    today = timezone.localdate()
    ruled = ruling(story, Use.WEBSITE, today)
    if not ruled:
        raise StoryRefused(ruled.why_not, code="not_agreed")
    if StoryPage.objects.filter(from_story=story).exists():
        return story
    parent = page_below(story)
    consent = standing_of(story.pk, today)[Use.WEBSITE]
    page = StoryPage(
        title=story.title,
        teller=name_at(story, ruled.level),
        given_name=story.teller.given_name,
        family_name=story.teller.family_name,
        told_on=story.told_on,
        group=story.group,
        lead=story.words.partition("\n")[0][:LEAD],
        body=[("words", paragraphs(story.words))],
        consent_level=ruled.level,
        consent_wording=consent.wording,
        consent_on=consent.given_on,
        approved_on=timezone.localdate(story.approved_at),
        parent_agreed=story.parent_agreed,
        from_story=story,
        locale=parent.locale,
        live=False,
    )
    parent.add_child(instance=page)
    page.save_revision()
    return story


def paragraphs(words: str) -> str:
    """The words as Wagtail's editor writes them too, so that publishing them unchanged changes nothing."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines if line)


def name_at(story: Story, level: int) -> str:
    """What a teller is called at a level."""
    if level < Level.FIRST_NAME:
        return ""
    return story.teller.short_name if level == Level.FIRST_NAME else story.teller.name


def follow_story(story: Story) -> None:
    """Take the story's pages off where they go further than its teller says now, in the same transaction."""
    level = ruling(story, Use.WEBSITE, timezone.localdate()).level
    for page in StoryPage.objects.filter(from_story=story, consent_level__gt=level).order_by("pk"):
        page.consent_level = level
        page.take_back(None)
        for draft in page.revisions.filter(content__consent_level__gt=level):
            lower_draft(draft, level)
    if story.taken_back_at:
        for page in StoryPage.objects.filter(from_story=story).order_by("pk"):
            page.delete()
        tasks.forget_gone_words.enqueue()


def follow_hidden(person: Person) -> None:
    """Take what an editor wrote down as told by somebody of this name off the site, in every language, at once.

    It goes out again by an editor's hand alone, once they are hidden no more. What was told in the workspace follows
    the story there.
    """
    hers = names_of(person)
    written = StoryPage.objects.filter(from_story=None).order_by("pk")
    keys = {page.translation_key for page in written if hers & {fold(name) for name in names_of_teller(page)}}
    for page in written.filter(translation_key__in=keys):
        page.revisions.update(approved_go_live_at=None)
        page.unpublish()


def page_below(story: Story) -> SitePage:
    """The page that the draft stands below: its group's, else that of all stories; in its teller's language.

    Raises StoryRefused where there is none.
    """
    pages_of(story.group)
    found: list[SitePage] = [*GroupPage.objects.filter(group=story.group).order_by("path")]
    found = found or [*StoryIndexPage.objects.order_by("path")]
    if not found:
        raise StoryRefused(_("There is no page yet below which it could stand."), code="no_page")
    told_in = [page for page in found if page.locale.language_code == story.teller.written_in]
    return (told_in or found)[0]


def places_of(story: Story) -> Iterator[Shown]:
    """The story's pages that are read now."""
    for page in StoryPage.objects.filter(from_story=story, live=True).order_by("pk"):
        with translation.override(page.locale.language_code):
            yield Shown(_("On the website: {title}").format(title=page.title), page.url or "")
