"""The `m4c` command: a door to the same operations, for whoever holds the machine."""
