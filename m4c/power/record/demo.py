"""Who decides in the demo: the owner of a derelict site, and the council around it."""

from m4c.core.demo import Story


def tell(story: Story) -> None:
    """To be told."""
