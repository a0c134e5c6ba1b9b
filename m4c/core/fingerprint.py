"""Whether files changed since something was made of them: by their names, sizes and times, without reading them."""

import hashlib
from collections.abc import Iterable
from pathlib import Path


def fingerprint(base: Path, sources: Iterable[str]) -> str:
    """A hash of these files, and of all below these folders: paths or patterns below `base`."""
    digest = hashlib.sha256()
    for source in sources:
        for path in sorted(base.glob(source)):
            for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
                if file.is_file() and file.suffix != ".pyc":
                    stat = file.stat()
                    digest.update(f"{file.relative_to(base)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()
