"""Children end with their parent, even where the parent was killed and could tell nobody."""

import os
import signal
import threading
import time


def end_with_parent(seconds: float = 1.0) -> None:
    """From now on, end this process within so many seconds of its parent's end."""
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(seconds)
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(5)
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=watch, name="end-with-parent", daemon=True).start()
