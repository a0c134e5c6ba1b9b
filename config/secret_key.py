"""The secret key: made at first start and kept in the data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path


def kept_secret_key(path: Path) -> str:
    """The key kept at `path`; made there when it is missing, and whole even when two processes start at once."""
    if path.exists():
        return path.read_text().strip()
    part = path.with_suffix(f".{os.getpid()}")
    part.touch(mode=0o600)
    part.write_text(secrets.token_urlsafe(50))
    try:
        os.link(part, path)  # fails where another process was first
    except FileExistsError:
        pass
    finally:
        part.unlink()
    return path.read_text().strip()
