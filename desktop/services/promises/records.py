"""失信名单: a list is imported whole and takes the place of the one before; who is on it is looked up.

The rows are people's bad records from elsewhere: this station keeps them for as long as the list is in
force and no longer. So they lie in a local table and go with the next import, while the journal says
that a list as of which day was taken over, with its count and sha256.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from pathlib import Path

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.party import Party
from desktop.domain.identity.verdict import Level, Verdict, normal
from desktop.domain.promises.entries import RecordsImported
from desktop.domain.promises.record_sheet import read_records
from desktop.domain.promises.records import BadRecord, ListInForce, standing
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.office import Office

ENTITY = "records:list"
IN_FORCE = "records in force"


def import_list(office: Office, clerk: Clerk, path: Path, as_of: date) -> ListInForce:
    """Read the CSV or the first sheet of the XLSX, and take it over in one commit with its entry.

    Refuses `records_in_future`, `no_such_file`, `pack_broken` for no table, and what `read_records` does.
    """
    require(clerk, Right.MANAGE_ITEMS)
    if as_of > office.today():
        raise Refusal("records_in_future", as_of=as_of)
    raw = _bytes(path)
    rows, digest = (
        read_records(office.spreadsheets().read(path)[0].rows, as_of),
        sha256(raw).hexdigest(),
    )
    before = in_force(office)
    told = RecordsImported(
        as_of=as_of,
        rows=len(rows),
        sha256=digest,
        file=path.name,
        replaced=before.as_of if before else None,
    )
    known = ListInForce(as_of=as_of, rows=len(rows), sha256=digest)
    with office.store.journal.transaction():
        office.store.journal.append([Act(entity=ENTITY, payload=told)], clerk.code)
        office.store.local.replace_records(rows)
        office.store.local.remember(IN_FORCE, _written(known))
    return known


def take_over(office: Office, known: ListInForce, rows: Sequence[BadRecord]) -> None:
    """The main hall's list, as it came with an exchange; its import stands in that hall's entries."""
    with office.store.journal.transaction():
        office.store.local.replace_records(rows)
        office.store.local.remember(IN_FORCE, _written(known))


def in_force(office: Office) -> ListInForce | None:
    """The list that this station imported last."""
    told = office.store.local.recall(IN_FORCE)
    if not told:
        return None
    values = json.loads(told)
    return ListInForce(
        as_of=date.fromisoformat(values["as_of"]), rows=values["rows"], sha256=values["sha256"]
    )


def check(office: Office, party: Party) -> Verdict:
    """Whether this applicant's written promise may be taken today."""
    number = normal(party.id_number)
    return standing(
        party,
        office.store.views.breaches(number),
        office.store.local.records(number, party.name),
        in_force(office),
        office.today(),
    )


def require_good(office: Office, party: Party) -> None:
    """Refuses `promise_excluded` with the verdict where the promise may not be taken."""
    verdict = check(office, party)
    if verdict.level is Level.ERROR:
        raise Refusal("promise_excluded", verdict=verdict)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise Refusal("no_such_file", path=str(path)) from None


def _written(known: ListInForce) -> str:
    return json.dumps({**asdict(known), "as_of": known.as_of.isoformat()})
