"""`python -m bench [NAME ...]`: run the measurements, each on a database of its own."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
NAMES = sorted(path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_"))


def main(wanted: list[str]) -> int:
    """Run those named, or all; 1 where one failed."""
    if unknown := set(wanted) - set(NAMES):
        print(f"There is no measurement called {', '.join(sorted(unknown))}; there are: {', '.join(NAMES)}.")
        return 1
    failed = 0
    for name in wanted or NAMES:
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory(prefix=f"m4c-bench-{name}-") as data:
            done = subprocess.run(
                [sys.executable, "-m", f"bench.{name}"],
                cwd=HERE.parent,
                env=os.environ | {"M4C_DATA": data},
                check=False,
            )
        failed += done.returncode != 0
    return min(failed, 1)


raise SystemExit(main(sys.argv[1:]))
