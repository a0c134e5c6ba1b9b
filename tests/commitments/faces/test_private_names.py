"""Whatever is written of a public commitment, and wherever: no private name reaches a page, a file or a feed."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.test import Client

from m4c.commitments.models import (
    Amendment,
    Answer,
    Ask,
    Commitment,
    Condition,
    ConditionState,
    DueDate,
    Inheritance,
    Judgement,
    Milestone,
    OfficeReply,
    Progress,
    PublicName,
)
from tests.campaigns.press.telling import a_councillor, an_owner
from tests.cast import Cast
from tests.commitments.faces.facing import a_public_promise
from tests.commitments.promising import an_entry
from tests.factories import NOW, TODAY, words_of

HERE = "/commitments/"
DAY = timedelta(days=1)
SAID = "Kapadia, Siân Prosser, 07700 900123"
TOLD_OF = (Commitment, Ask, Answer, Amendment, DueDate, Milestone, Condition, ConditionState, Progress, Judgement)
ADDRESS = "https://news.example.org/mr-kapadia-mends-a-fence"
OUR_OWN = {"reference", "slug"}  # a name in these is refused when it is published


def with_a_whole_history(cast: Cast) -> Commitment:
    """One of an owner who is not named, with a row of each kind that a public page tells of."""
    group = {"group": cast.cardiff, "made_by": cast.organiser, "made_at": NOW}
    owner = an_owner(cast)
    ask = Ask.objects.create(words="Will you?", powerholder=owner, asked_on=TODAY - 40 * DAY, **group)
    for number in range(2):
        Answer.objects.create(
            ask=ask,
            kind="yes",
            on=TODAY - 40 * DAY,
            says_who="Us",
            typed_by=cast.organiser,
            typed_at=NOW + number * DAY,
        )
    made = a_public_promise(
        cast, owner, ask=ask, keeper=cast.person("leader"), measure="count", target=Decimal(3), unit="houses"
    )
    days: dict[str, Any] = {"commitment": made, "by": cast.organiser, "at": NOW}
    told: dict[str, Any] = {"commitment": made, "made_by": cast.organiser, "made_at": NOW}
    an_entry(cast, made, kind="reached", amount=Decimal(1))
    condition = Condition.objects.create(words="If", **told)
    ConditionState.objects.create(condition=condition, state="met", on=TODAY, **days)
    for number in (3, 2):
        DueDate.objects.create(commitment=made, known_on=TODAY - number * DAY, due_on=TODAY, by=cast.organiser, at=NOW)
    Milestone.objects.create(commitment=made, on=TODAY, level=Decimal(1), known_on=TODAY - DAY, words="One")
    Amendment.objects.create(on=TODAY, words_before="A", words_after="B", because="C", agreed_with="D", **days)
    for taken in (None, TODAY):
        Judgement.objects.create(
            commitment=made,
            verdict="disputed",
            on=TODAY,
            counts_from=TODAY,
            withdrawn_on=taken,
            reasons="R",
            evidence="E",
            judged_by=cast.organiser,
            judged_at=NOW,
        )
    OfficeReply.objects.create(
        commitment=made,
        words="W",
        writer="A clerk",
        role="Clerk",
        received_at=NOW,
        confirmed_at=NOW,
        confirmed_by=cast.organiser,
    )
    heir = a_councillor(cast, "Cllr After")
    PublicName.objects.create(slug="cllr-after", powerholder=heir)
    Inheritance.objects.create(powerholder=heir, on=TODAY, stance="takes_on", says_who="S", **days)
    return made


def fill(model: type[models.Model]) -> None:
    """Say private names in every text of every row of a model."""
    texts = {}
    for field in model._meta.concrete_fields:
        if field.choices or field.name in OUR_OWN or field.name.endswith("hash"):
            continue
        if isinstance(field, models.URLField):
            texts[field.name] = ADDRESS
        elif isinstance(field, models.CharField | models.TextField):
            texts[field.name] = SAID[: field.max_length]
    assert texts, model
    model._default_manager.update(**texts)


def test_no_private_name_goes_out_wherever_it_was_written(cast: Cast) -> None:
    made = with_a_whole_history(cast)
    for model in (*TOLD_OF, Inheritance, OfficeReply):
        fill(model)
    pages = [f"{HERE}{made.slug}/", HERE, f"{HERE}commitments.csv", f"{HERE}commitments.json", f"{HERE}feed.xml"]
    pages += [f"{HERE}?status=disputed", f"{HERE}who/cllr-after/", f"{HERE}{made.slug}/?on={TODAY - DAY}"]
    for address in pages:
        answer: Any = Client().get(address)
        assert answer.status_code == 200, address
        text = b"".join(answer.streaming_content).decode() if answer.streaming else words_of(answer)
        for name in ("Kapadia", "kapadia", "Prosser", "900123"):
            assert name not in text, (address, name, text[max(0, text.find(name) - 200) :][:400])
    whole = words_of(Client().get(f"{HERE}{made.slug}/?page=2"))
    for said in (
        "We asked",
        "Counted: 1 more",
        "Amended",
        "Judged: disputed",
        "We took that back",
        "replied",
        "Left to",
    ):
        assert said in whole
