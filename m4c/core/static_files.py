"""Static files as they leave the server: one style sheet, hashed names, our own module imports included."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import rcssmin
from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

# Of all pages; besides, of those of power and campaigns, and of commitments.
ENTRIES = ("css/m4c.css", "css/campaigns.css", "css/commitments.css")
IMPORT = re.compile(r'@import url\("(?P<file>[\w/.-]+)"\)(?: layer\((?P<layer>[\w-]+)\))?(?:;|$)')
IMPORTS = HashedFilesMixin._js_module_import_aggregation_patterns[1]  # type: ignore[attr-defined]
OURS = ("css/", "js/", "icons/", "fonts/", "pictures/", "django_htmx/")  # what our own pages ask for


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names carry a hash of the content, so that a browser may keep a file for a year.

    Each of `ENTRIES` and all it imports become one file, so that a page asks once for it. Before that step, as in
    tests and with DEBUG, browsers follow the imports themselves.
    """

    support_js_module_import_aggregation = True
    # Only our own modules: minified code of others holds words that look like imports.
    _js_module_import_aggregation_patterns = ("js/*.js", IMPORTS)
    manifest_strict = False

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool]]:
        """Bundle our style sheets among the collected files, then hash and compress as usual."""
        for entry in ENTRIES if not dry_run else ():
            if entry in paths:
                bundled = bundle(entry, partial(read, paths))
                self.delete(entry)
                self._save(entry, ContentFile(bundled.encode()))
                paths = paths | {entry: (self, entry)}
        yield from super().post_process(paths, dry_run=dry_run, **options)

    def compress_files(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Compress what our own pages ask for: the editor's many files would take twenty seconds, for a few people."""
        yield from super().compress_files(path for path in paths if path.startswith(OURS))


def read(paths: dict[str, Any], name: str) -> str:
    """The text of a collected file, from the folder it came from."""
    storage, path = paths[name]
    with storage.open(path) as file:
        return str(file.read().decode())


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """The style sheet `entry` with each import replaced by the file's rules, within its layer, and no space or comment.

    Each file is made small before it stands in its layer: within one, the space before `:is` would pass for that of a
    property. `read` gives a file's text by its name. Raises ValueError where a file of another folder points to a third
    with `url()`, which would lead astray from the bundle's place.
    """
    folder = entry.rpartition("/")[0]

    def inline(found: re.Match[str]) -> str:
        text = read(f"{folder}/{found['file']}")
        if "/" in found["file"] and "url(" in text:
            raise ValueError(f"{found['file']} may not use url(): only style sheets beside {entry} do.")
        text = rcssmin.cssmin(text)
        return f"@layer {found['layer']}{{{text}}}" if found["layer"] else text

    return IMPORT.sub(inline, rcssmin.cssmin(read(entry)))
