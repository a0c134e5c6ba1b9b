"""What became of the demo's promises."""

from m4c.core.demo import Story


def tell(story: Story) -> None:
    """All of it."""
