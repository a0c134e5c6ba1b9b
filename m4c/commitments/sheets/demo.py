"""The Showcase of 2014 in the demo."""

from m4c.core.demo import Story


def tell(story: Story) -> None:
    """Nothing yet."""
