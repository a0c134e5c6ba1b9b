"""What others read of public tables of office-holders, and who represents whom."""


def register() -> None:
    """Nothing: these tables are of public roles, and tell of none of our people."""
