"""What the worker does for the site: publish what is due, and take off what has run out."""

from m4c.core.tasks import task
from m4c.website.operations.schedule import publish_due_pages


@task()
def publish_due() -> None:
    """Publish the pages that are scheduled for now, and unpublish those that run out."""
    publish_due_pages()
