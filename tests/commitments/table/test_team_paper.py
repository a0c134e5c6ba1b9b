"""What the team alone knows is read in one place: no document, feed, file, search or report of ours names its table."""

from pathlib import Path

import m4c

READ_BY = {
    "commitments/models/__init__.py",
    "commitments/models/negotiation_paper.py",
    "commitments/operations/negotiation.py",
    "commitments/table/page.py",  # the page of the negotiation, of what the account sees
    "commitments/table/registering.py",  # what becomes of a name in it when somebody is erased
}
ROOT = Path(m4c.__file__).parent


def test_only_its_page_its_operation_and_erasure_read_it() -> None:
    files = (path for path in ROOT.rglob("*.py") if "migrations" not in path.parts)
    found = {
        str(path.relative_to(ROOT)) for path in files if "TeamPaper" in path.read_text().replace("TeamPaperForm", "")
    }
    assert found == READ_BY


def test_its_words_stand_in_one_template() -> None:
    files = (path for path in ROOT.rglob("*.html") if "paper.walk_away" in path.read_text())
    assert [path.name for path in files] == ["negotiation.html"]
