"""`m4c demo`: a movement that has lived, to look around in."""

from collections.abc import Callable
from random import Random

import click
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string
from rich.progress import Progress

from m4c.cli.shell import prepare
from m4c.core import demo_mode
from m4c.core.demo import CHAPTERS, SIZES, Story
from m4c.core.errors import Refused
from m4c.core.permissions import Role
from m4c.people.models import Account, Group

SEED = 2010


@click.command()
@click.option("--size", type=click.Choice(SIZES), default="chapter", show_default=True, help="How large a movement.")
@click.option("--seed", type=int, default=SEED, show_default=True, help="Same seed, same movement.")
def demo(size: str, seed: int) -> None:
    """Fill an empty database with the demo movement. Its sign-in page then offers the cast by role.

    Example:  M4C_DATA=/tmp/demo m4c demo --size chapter
    """
    prepare()
    if Group.objects.exists():
        raise Refused(
            "This database is not empty, and the demo never shares one. Choose another data folder: M4C_DATA."
        )
    build(size, seed)
    click.echo("The demo movement is ready: m4c serve")


def fill_if_empty(echo: Callable[[str], None]) -> bool:
    """Build the demo where there is no group at all. Returns whether it did."""
    if Group.objects.exists():
        return False
    echo("This data folder is empty: building the demo movement, which takes less than a minute.")
    build("chapter", SEED)
    return True


def build(size: str, seed: int) -> None:
    """Tell every app's chapter, and open the demo's door."""
    now = timezone.localtime()
    story = Story(
        by=Account.objects.of_system(Role.OPERATOR), random=Random(seed), today=now.date(), now=now, size=size
    )
    with Progress(transient=True) as progress:
        bar = progress.add_task("The demo movement", total=len(CHAPTERS.names()))
        for name in sorted(CHAPTERS.names(), key=lambda name: CHAPTERS[name].order):
            progress.update(bar, description=f"The demo movement: {name}")
            import_string(CHAPTERS[name].tell)(story)
            progress.advance(bar)
    demo_mode.turn_on()


def sign_in_lines() -> list[str]:
    """What to print about signing in: the cast of the demo, or how to make an account."""
    if not demo_mode.is_demo():
        return [
            "Make an account with: m4c account create --email YOU@example.org --role organiser",
            f"Data folder: {settings.DATA_DIR}",
        ]
    cast = [f"{email}  {sentence}" for email, sentence in demo_mode.DEMO_CAST.all()]
    return ["The demo: sign in with one click on the sign-in page, or with these addresses:", *cast]
