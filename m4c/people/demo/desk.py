"""The front desk's chapter of the demo: who joined by the site, who wrote, who complained, and what the site says."""

from datetime import datetime, timedelta

from m4c.core.demo import Story
from m4c.core.permissions import Role
from m4c.people.desk.agreements import agreed_wordings
from m4c.people.desk.written import Written
from m4c.people.models import Account, Channel, Complaint
from m4c.people.operations.complaint import complain
from m4c.people.operations.contact_message import leave_message
from m4c.people.operations.public_words import BothLanguages, say_who_pays, set_imprint
from m4c.people.operations.sign_up import Joining, ask_to_join, confirm_sign_up, sign_up_letter

JOINED = [  # name, postcode, days ago
    ("Nest Abara", "CF10 1EP", 9),
    ("Callum Boateng", "M22 4HX", 8),
    ("Sabiha Chowdhury", "CF3 0EF", 2),
]
WHO_PAYS = BothLanguages(
    "Our members pay for us: most give five pounds a month.\n\n"
    "## Larger gifts\n- A trades council gave £900 for the hall and the coaches.\n"
    "- We take nothing from those whom we ask for something.",
    "Ein haelodau sy'n talu: mae'r rhan fwyaf yn rhoi pum punt y mis.\n\n"
    "## Rhoddion mwy\n- Rhoddodd cyngor undebau £900 at y neuadd a'r bysiau.\n"
    "- Nid ydym yn derbyn dim gan y rhai y gofynnwn am rywbeth ganddynt.",
)


def tell(story: Story) -> None:
    """Put people, a message and a complaint on the desk, and words on the site."""
    desk = Account.objects.of_system(Role.WEBSITE)
    for name, postcode, days in JOINED:
        join(name, postcode, story.now - timedelta(days=days), desk)
    asks = Written("Gwilym Tate", "gwilym.tate@example.org", "Is there a step-free way into the hall?", "en-gb")
    leave_message(written=asks, postcode="CF10 1EP", notice=1, at=story.now - timedelta(days=1), by=desk)
    minds = Written("Oona Fell", "oona.fell@example.org", "I asked you to stop ringing me, and you rang.", "en-gb")
    complain(written=minds, kind=Complaint.Kind.DATA, notice=1, at=story.now - timedelta(days=3), by=desk)
    set_imprint(
        promoter_name="Delroy Bent",
        promoter_address="Lamp House\n1 Example Street\nCardiff CF10 1EP",
        on_behalf_of="Movement for Change",
        valid_from=story.today,
        by=story.by,
    )
    say_who_pays(words=WHO_PAYS, valid_from=story.today, by=story.by)


def join(name: str, postcode: str, at: datetime, desk: Account) -> None:
    """Somebody signs up and opens the letter."""
    given, _space, family = name.partition(" ")
    email = f"{given}.{family}@example.org".lower()
    joining = Joining(given, family, email, postcode, agreed_wordings([Channel.EMAIL]), "en-gb")
    sign_up = ask_to_join(joining=joining, notice=1, at=at, by=desk)
    letter = sign_up_letter(sign_up=sign_up, by=Account.objects.of_system(Role.WORKER))
    confirm_sign_up(token=letter.token, at=at, by=desk)
