"""Packs nobody wrote: valid, half valid, spoilt, rubbish. Taken whole or refused, never by halves.

`YICHUANG_PACKS=10000` looks at as many; the suite looks at a few.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from desktop.domain.packs.entries import Part
from desktop.domain.packs.kept import completed
from desktop.domain.refusal import Refusal
from desktop.services.office import Office
from desktop.services.packs.in_force import take_catalogue
from desktop.services.packs.incoming import incoming
from desktop.services.packs.parts import held
from desktop.services.packs.publish import publish
from desktop.services.packs.publishing.text import pack_text
from desktop.wording.refusals import sentence
from resources import ROOT
from tests.domain.guidance.shipped import catalogue

LABELS = ROOT / "catalog/labels.json"
MANY = int(os.environ.get("YICHUANG_PACKS", "60"))
SHIPPED: dict[str, Any] = json.loads(pack_text(catalogue()))
SMALL = {name: value for name, value in SHIPPED.items() if name != "items"}

texts = st.text(max_size=8) | st.sampled_from(["SP01", "䶮𠮷𬭎", "", "\x00", "\ud800", "9" * 400])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
ids = st.sampled_from(["SP01", "ZZ01", "ZZ02", "a.b-c_d"])
bases = st.lists(
    st.fixed_dictionaries({"source": st.sampled_from(["XKF", "BJYS", "无"])}), max_size=2
)
conditions = st.recursive(
    st.fixed_dictionaries(
        {
            "q": st.sampled_from(["q1", "q2"]),
            "in": st.lists(st.sampled_from(["是", "否"]), max_size=2),
        }
    ),
    lambda inner: st.one_of(
        st.fixed_dictionaries({"all": st.lists(inner, max_size=2)}),
        st.fixed_dictionaries({"any": st.lists(inner, max_size=2)}),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=4,
)
limits = st.fixed_dictionaries(
    {
        "value": st.none() | st.integers(0, 90),
        "unit": st.sampled_from(["工作日", "日", "月", "当场"]),
    }
)
materials = st.fixed_dictionaries(
    {
        "key": st.sampled_from(["M1", "M2", "M3"]),
        "name": st.sampled_from(["营业执照", "其他材料", "图"]),
    },
    optional={
        "copies": st.none() | st.integers(0, 9),
        "necessity": st.sampled_from(["必要", "非必要", "容缺后补"]),
        "condition": st.none() | conditions,
        "legal_source": bases,
        "deferral": st.none() | limits,
    },
)
questions = st.fixed_dictionaries(
    {
        "id": st.sampled_from(["q1", "q2"]),
        "text": st.just("是否？"),
        "kind": st.just("yesno"),
        "options": st.just(["是", "否"]),
    }
)
days = st.none() | st.dates().map(str)
items = st.fixed_dictionaries(
    {"id": ids, "name": st.sampled_from(["试办", "䶮𠮷许可"]), "type": st.just("行政许可")},
    optional={
        "questions": st.lists(questions, max_size=2),
        "materials": st.lists(materials, max_size=3),
        "statutory_limit": limits,
        "commitment_limit": limits,
        "status": st.sampled_from(["示例", "已核定"]),
        "in_force_from": days,
        "in_force_until": days,
    },
)
packs = st.fixed_dictionaries(
    {"items": st.lists(items, max_size=3)},
    optional={name: st.just(value) for name, value in SMALL.items()},
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place inside the value."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for name, one in inner:
        yield (*path, name)
        if isinstance(one, dict | list):
            yield from places(one, (*path, name))


PLACES = list(places(SHIPPED))


@st.composite
def spoilt(draw: st.DrawFn) -> bytes:
    """What ships with one place replaced, taken out, or its bytes cut."""
    form = json.loads(json.dumps(SHIPPED))
    *above, last = draw(st.sampled_from(PLACES))
    inside = form
    for name in above:
        inside = inside[name]
    if draw(st.booleans()):
        inside[last] = draw(values)
    else:
        del inside[last]
    raw = json.dumps(form, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return raw[: draw(st.integers(0, len(raw)))] if draw(st.integers(0, 9)) == 0 else raw


def told(form: Any) -> bytes:
    return json.dumps(form, ensure_ascii=False).encode("utf-8", "surrogatepass")


FILES = st.one_of(
    packs.map(told),
    st.dictionaries(st.sampled_from([*SHIPPED, "x"]), values, max_size=4).map(told),
    spoilt(),
    st.binary(max_size=300),
)


def taken(office: Office, file: Path) -> Refusal | None:
    """Publish the file; why it was refused."""
    try:
        publish(office, completed(office.catalogue, incoming(office, file)), source=file.name)
    except Refusal as refused:
        return refused
    return None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packs")


@settings(
    max_examples=MANY,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
)
@given(raw=FILES)
@example(raw=b"\xff\xfe")
@example(raw=b"[" * 20_000)
@example(raw=told({"items": [], "sources": {"": {"title": "x", "verified": "text"}}}))
def test_a_pack_is_taken_whole_or_refused(office: Office, folder: Path, raw: bytes) -> None:
    file = folder / "pack.json"
    file.write_bytes(raw)
    before, entries = office.catalogue, office.store.journal.heads()
    refused = taken(office, file)
    if refused is not None:
        assert sentence(refused) != refused.code
        assert office.catalogue == before
        assert office.store.journal.heads() == entries
        take_catalogue(office)
        assert office.catalogue == before
        return
    pack = completed(office.catalogue, incoming(office, file))
    for part in Part:
        assert held(pack, part).items() <= held(office.catalogue, part).items()
    for id, item in pack.items.items():
        versions = office.store.views.item_versions(id)
        assert office.catalogue.items.get(id) == item or versions
    again = publish(office, completed(office.catalogue, incoming(office, file)))
    heads = office.store.journal.heads()
    assert heads[0].seq >= entries[0].seq
    assert not again.added or any(pack.editions.values())
