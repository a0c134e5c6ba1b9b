"""A wire between a browser and the server that can be cut: no signal, for pages and their workers alike."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from urllib.parse import urlsplit


class Wire:
    """Carries what comes to `address` to the server, while it is whole."""

    def __init__(self, server: str) -> None:
        self.to = (urlsplit(server).hostname, urlsplit(server).port)
        self.door = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.door.getsockname()[1]}"
        self.whole = True
        self.live: set[socket.socket] = set()
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self) -> None:
        """Take in whoever calls, until the door is closed."""
        with suppress(OSError):
            while True:
                caller, _from = self.door.accept()
                if self.whole:
                    self.join(caller)
                else:
                    caller.close()

    def join(self, caller: socket.socket) -> None:
        """Carry both ways."""
        server = socket.create_connection(self.to)
        self.live |= {caller, server}
        for one, other in ((caller, server), (server, caller)):
            threading.Thread(target=self.carry, args=(one, other), daemon=True).start()

    def carry(self, one: socket.socket, other: socket.socket) -> None:
        """Carry one way, until either end hangs up."""
        with suppress(OSError):
            while part := one.recv(65_536):
                other.sendall(part)
        for end in (one, other):
            self.hang_up(end)

    def hang_up(self, end: socket.socket) -> None:
        """Close one end, whether it is open or not."""
        self.live.discard(end)
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
        end.close()

    def cut(self) -> None:
        """Carry nothing any more, and drop what is under way."""
        self.whole = False
        for end in list(self.live):
            self.hang_up(end)

    def mend(self) -> None:
        """Carry again."""
        self.whole = True


@contextmanager
def wire_to(server: str) -> Iterator[Wire]:
    """A whole wire to a server, while the block runs."""
    wire = Wire(server)
    try:
        yield wire
    finally:
        wire.cut()
        wire.door.close()
