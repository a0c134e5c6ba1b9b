"""What the worker does for the site: publish what is due, and take off what has run out."""

from m4c.core.tasks import task
from m4c.website.operations.schedule import publish_due_pages
from m4c.website.searched import forget_words_of_gone_pages


@task()
def publish_due() -> None:
    """Publish the pages that are scheduled for now, and unpublish those that run out."""
    publish_due_pages()


@task()
def forget_gone_words() -> None:
    """Have the site's search forget the words of pages that are gone, after it has written anew those that stay."""
    forget_words_of_gone_pages()
