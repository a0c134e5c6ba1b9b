"""No file names a package registry or says where packages come from: each machine brings its own."""

import re

from tests.house_rules.project_files import project_files, shown

FORBIDDEN = re.compile(  # each with a bracket, so that this file is no find of its own
    r"(pypi|pythonhosted|npmjs|yarnpkg|crates|anaconda|jsdelivr|unpkg)[.](org|com|io|net)\b"
    r"|--(extra-|default-)?index[-]url|find[-]links|--trusted[-]host"
    r"|https?://\S+[.](whl|tar[.]gz|tgz)\b"
)
TEXT = {"", ".cfg", ".css", ".html", ".in", ".js", ".json", ".md", ".py", ".sh", ".toml", ".txt", ".yaml", ".yml"}


def finds(text: str) -> list[str]:
    """What a text says of registries."""
    return [match[0] for match in FORBIDDEN.finditer(text)]


def test_no_file_names_a_package_registry():
    found = {}
    for path in project_files():
        if path.suffix in TEXT and (hits := finds(path.read_text(encoding="utf-8", errors="replace"))):
            found[shown(path)] = hits
    assert found == {}


def test_the_rule_knows_an_address_when_it_sees_one():
    option, archive = "--index" + "-url", "https://files.example/m4c-1.0" + ".whl"
    assert finds(f"{option} https://mirror.example/simple") == [option]
    assert finds(f"see {archive} now") == [archive]
    assert finds("django==5.2.19 --hash=sha256:00") == []
