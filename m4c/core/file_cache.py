"""The cache of files: Django's, but for counting all its files with each one that it writes."""

import random

from django.core.cache.backends.filebased import FileBasedCache

ONCE_IN = 2_000  # writes


class FileCache(FileBasedCache):
    """Looks for too many files now and then: with ten thousand of them each look takes longer than most pages."""

    def _cull(self) -> None:
        """Let go of files beyond the limit, by chance once in so many writes."""
        if random.randrange(ONCE_IN) == 0:
            super()._cull()  # type: ignore[misc] # Django's own, which its types leave out
