"""`python -m m4c`: the same as `m4c`."""

from m4c.cli.main import main

main(prog_name="m4c")
