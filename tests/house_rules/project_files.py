"""The project's own files, as the house rules look at them."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {".git", ".venv", "var", "node_modules", "__pycache__"}  # as in .gitignore


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file of the project below a folder: not what was installed, made by running, or hidden by a tool."""
    for path in sorted(folder.iterdir()):
        if path.name in NOT_OURS or path.name.endswith(("_cache", ".egg-info")):
            continue
        if path.is_dir():
            yield from project_files(path)
        else:
            yield path


def python_files(folder: str) -> Iterator[Path]:
    """The Python files below a folder of the project."""
    return (path for path in project_files(ROOT / folder) if path.suffix == ".py")


def shown(path: Path) -> str:
    """A path as a developer would write it."""
    return path.relative_to(ROOT).as_posix()
