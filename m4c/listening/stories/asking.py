"""Who was asked for their story, and who said not to be asked again."""

from m4c.listening.models import StoryAsk


def never_again(person: int) -> bool:
    """Whether somebody, by id, said not to be asked again, and has not said otherwise since. One statement."""
    return last_said(person) == StoryAsk.Said.NEVER


def last_said(person: int) -> str:
    """What somebody last said to being asked; blank where they have said nothing."""
    said = StoryAsk.objects.filter(person=person).exclude(said="").values_list("said", flat=True).first()
    return said or ""
