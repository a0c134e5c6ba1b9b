"""What the site's search remembers of pages that are gone: SQLite's index drops old words only when it is tidied."""

from django.db import connection
from wagtail.search.models import IndexEntry


def forget_words_of_gone_pages() -> None:
    """Have the index hold no word that no page says any more. Other databases keep none."""
    if connection.vendor == "sqlite":
        index = connection.ops.quote_name(f"{IndexEntry._meta.db_table}_fts")
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
