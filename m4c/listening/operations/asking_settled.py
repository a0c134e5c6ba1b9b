"""An asking is answered by the 1-2-1 that came of it, whichever way that was written down. It checks no right."""

from collections.abc import Iterable

from m4c.core.operations import change
from m4c.listening.models import OneToOne, OneToOneAsk


def settle_askings(written: Iterable[OneToOne]) -> None:
    """Tie each of these 1-2-1s that is on to what was asked for it and waits. One statement where nothing waits."""
    by_pair: dict[tuple[int, int], list[OneToOne]] = {}
    for one in written:
        if not one.called_off_on:
            by_pair.setdefault((one.asker_id, one.other_id), []).append(one)
    if not by_pair:
        return
    askers, others = ({pair[side] for pair in by_pair} for side in (0, 1))
    waiting = OneToOneAsk.objects.open().filter(asker__in=askers, other__in=others)
    for asking in waiting:
        since = [one for one in by_pair.get((asking.asker_id, asking.other_id), []) if one.day >= asking.asked_on]
        taken = OneToOneAsk.objects.filter(became__in=since).values_list("became", flat=True)
        free = sorted((one for one in since if one.pk not in set(taken)), key=lambda one: one.day)
        if free:
            answered_on = asking.answered_on or asking.asked_on
            change(asking, answer=OneToOneAsk.Answer.YES, answered_on=answered_on, became=free[0])
