"""Golden files: the schema as it stands, and one released line per kind that decodes for ever.

A changed golden file is a changed promise. A new kind's line, and a schema after a new migration,
are written by running this file with `YICHUANG_GOLDEN=new`; a line that exists is never rewritten.
"""

import json
import os
from pathlib import Path

import pytest

from db.encoding import decode, encode
from desktop.domain.kinds import KINDS
from tests.db.examples import EXAMPLES
from tests.stores import Template

GOLDEN = Path(__file__).parents[1] / "golden"
NEW = os.environ.get("YICHUANG_GOLDEN") == "new"


def line_of(kind: tuple[str, int]) -> Path:
    return GOLDEN / "journal" / f"{kind[0]}.v{kind[1]}.json"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind[0]))
def test_a_released_line_decodes_for_ever(kind: tuple[str, int]) -> None:
    path, example = line_of(kind), EXAMPLES[kind]
    if NEW and not path.exists():
        told = encode(example)
        line = {"body": told.body, "personal": told.personal.decode()}
        path.write_text(json.dumps(line, ensure_ascii=False, indent=1) + "\n", "utf-8")
    line = json.loads(path.read_text("utf-8"))
    assert decode(*kind, line["body"], line["personal"].encode()) == example


def test_no_golden_line_is_without_its_kind() -> None:
    assert {path.name for path in (GOLDEN / "journal").iterdir()} == {
        line_of(kind).name for kind in KINDS
    }


def test_the_schema_is_the_one_written_down(template: Template) -> None:
    from db.link import connect

    conn = connect(template.path, template.keys.file, read_only=True)
    rows = conn.execute(
        "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'case_search_%'"
        " ORDER BY type, name"
    ).fetchall()
    conn.close()
    text = ";\n\n".join(row[0] for row in rows) + ";\n"
    path = GOLDEN / "schema.sql"
    if NEW:
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text
