"""The chip of a person: initials, a name, and nothing that is typed comes through as markup."""

from m4c.core.components import chip


def test_chip_leads_to_the_person():
    assert chip.draw("Bethan Rees", "/here/", "", "", "").split() == [
        *["<span", 'class="chip', '"', ">", "<span", 'class="chip-mark"', 'aria-hidden="true">BR</span>'],
        *["<span", 'class="chip-words"><a', 'href="/here/">Bethan', "Rees</a></span>", "</span>"],
    ]


def test_chip_escapes_all_that_it_is_given():
    drawn = chip.draw("<b>A & B", '"/>', "<i>", '"><i>', "")
    assert not any(piece in drawn for piece in ("<b>", "<i>", '"/>'))
    assert "&lt;b&gt;A &amp; B" in drawn
