"""Two devices whose chains meet: entries of one in the other's journal, in the hall's order."""

from dataclasses import replace

import pytest

from db.exchange.taking import entries_of, take, wraps
from db.store import Store
from desktop.domain.cases.entries import CaseRefused, CaseSupplemented
from desktop.domain.cases.moves import Stage
from desktop.domain.exchange.batches import Confirmed
from desktop.domain.exchange.standing import overruled
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act, Entry
from desktop.domain.trust.order import in_order
from tests.db.examples import DAY, REFUSED, accept, accepted, line, received
from tests.db.test_care import rows
from tests.stores import Factory

HALL = "KFQ"


def everything(store: Store) -> list[Entry]:
    devices = [head.device for head in store.journal.heads()]
    return [entry for device in devices for entry in entries_of(store._link, device)]


def meet(one: Store, other: Store, order: list[str]) -> None:
    """Each takes what the other has, and both learn the hall's order."""
    for to, source in ((one, other), (other, one)):
        keys = wraps(source._link, source._link.vault.hall)
        take(to._link, [], keys, loose=everything(source))
    known = {entry.id: entry for entry in everything(one)}
    for to in (one, other):
        take(to._link, confirmed([known[id] for id in order]), {})


def confirmed(order: list[Entry]) -> list[Confirmed]:
    """In this order, stamped as a hub stamps."""
    rows: list[Confirmed] = []
    for entry in order:
        stamp = max(entry.logical, rows[-1].stamp + 1 if rows else 0)
        place = len(rows) + 1
        rows.append(
            Confirmed(hall=HALL, hall_seq=place, stamp=stamp, hall_hash=bytes(32), entry=entry)
        )
    return rows


def test_both_fold_the_same_and_both_chains_are_whole(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    first = accept(a.journal)
    meet(a, b, [entry.id for entry in everything(a)])
    case = b.views.case(first)
    assert case is not None
    assert case.applicant.name == "李䶮敏"
    # both go on with the same case while they are apart
    told = CaseSupplemented(lines=(replace(line(3), name="甲补"),))
    a.journal.append([Act(entity=f"case:{first}", payload=told)], "001")
    told = CaseSupplemented(lines=(replace(line(3), name="乙补"),))
    b.journal.append([Act(entity=f"case:{first}", payload=told)], "002")
    second = accept(b.journal, "王小明")
    own = [e.id for e in everything(a) if e.device == "A01"]
    theirs = [e.id for e in everything(b) if e.device == "B02"]
    meet(a, b, [*own[:2], *theirs, own[2]])
    assert rows(a) == rows(b)
    assert a.views.case(first) == b.views.case(first)
    assert a.views.case(second) == b.views.case(second)
    ended = a.views.case(first)
    assert ended is not None
    assert [sheet.name for sheet in ended.lines if sheet.key == "M3"] == ["甲补"]
    for store in (a, b):
        found = store.keeping.verify()
        assert (found.ok, found.devices) == (True, 2)
        before = rows(store)
        store.keeping.rebuild()
        assert rows(store) == before


def test_the_order_in_the_file_is_the_rules_order(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    number = accept(a.journal)
    meet(a, b, [])
    b.journal.append([Act(entity=f"case:{number}", payload=CaseSupplemented(lines=()))], "2")
    a.journal.append([Act(entity=f"case:{number}", payload=CaseSupplemented(lines=()))], "1")
    order = [entry.id for entry in everything(b) if entry.device == "B02"]
    meet(a, b, order)
    told = [fact.entry for fact in a.journal.facts(f"case:{number}")]
    assert told == in_order(told[::-1], {order[0]: (told[0].logical, HALL, 1)})
    assert told[0].device == "B02"


def test_of_two_decisions_the_earlier_in_the_halls_order_stands(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    with a.journal.transaction():
        number = f"KFQ-20261123-A01-{a.journal.next_number('', DAY):04d}"
        a.journal.append([Act(entity=f"case:{number}", payload=received())], "001")
    meet(a, b, [everything(a)[0].id])
    refused: CaseRefused = REFUSED
    a.journal.append([Act(entity=f"case:{number}", payload=accepted())], "001")
    b.journal.append([Act(entity=f"case:{number}", payload=refused)], "002")
    ids = {entry.device: entry.id for entry in everything(a)[1:] + everything(b)[1:]}
    meet(a, b, [everything(a)[0].id, ids["B02"], ids["A01"]])
    for store in (a, b):
        case = store.views.case(number)
        assert case is not None
        assert case.stage is Stage.REFUSED
        late = overruled(store.journal.facts(f"case:{number}"))
        assert [fact.entry.kind for fact in late] == ["case.accepted"]
    assert rows(a) == rows(b)


def test_taking_twice_changes_nothing(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    accept(a.journal)
    order = [entry.id for entry in everything(a)]
    meet(a, b, order)
    before = (rows(b), everything(b))
    meet(a, b, order)
    assert (rows(b), everything(b)) == before


def test_a_fork_a_gap_a_forgery_and_a_changed_order_are_refused(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    twin = store_factory("A01", name="twin")
    accept(a.journal)
    accept(twin.journal)
    entries = everything(a)
    with pytest.raises(Refusal, match="broken_chain"):
        take(b._link, [], {}, loose=entries[1:])
    with pytest.raises(Refusal, match="broken_chain"):
        take(b._link, [], {}, loose=[replace(entries[0], clerk="x")])
    assert everything(b) == []
    take(b._link, confirmed(entries[:1]), {}, loose=entries)
    with pytest.raises(Refusal, match="fork"):
        take(b._link, [], {}, loose=everything(twin))
    with pytest.raises(Refusal, match="order_changed"):
        take(b._link, confirmed(entries[1:]), {})


def test_without_the_key_a_case_arrives_without_its_person(store_factory: Factory) -> None:
    a, b = store_factory("A01", name="a"), store_factory("B02", name="b")
    number = accept(a.journal)
    take(b._link, [], {}, loose=everything(a))
    case = b.views.case(number)
    assert case is not None
    assert case.applicant.name == ""
    assert b.keeping.verify().ok


def test_a_case_key_can_be_wrapped_for_another_hall(store_factory: Factory) -> None:
    import secrets

    from db.vault import Vault, wrap

    theirs = Vault(secrets.token_bytes(32))
    key = secrets.token_bytes(32)
    wrapped = wrap(theirs.public, "case:1", key)
    assert theirs.open("case:1", wrapped) == key
    with pytest.raises(Refusal, match="case_key_damaged"):
        Vault(secrets.token_bytes(32)).open("case:1", wrapped)
    theirs.forget()
    with pytest.raises(Refusal, match="case_key_damaged"):
        theirs.open("case:2", wrapped)
