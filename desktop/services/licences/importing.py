"""Licences from elsewhere, a table of them: every row enters the register, or none does.

Columns are found by their labels, in any order; what is not named is not read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.domain.halls.roles import Clerk, Right, require
from desktop.domain.identity.documents import IdKind
from desktop.domain.identity.party import PartyKind
from desktop.domain.identity.uscc import check_uscc
from desktop.domain.identity.verdict import Level, normal
from desktop.domain.licences.categories import category_of, named
from desktop.domain.licences.entries import EndWhy, LicenceEnded, LicenceHolder, LicenceIssued
from desktop.domain.licences.licence import Licence, licence_id
from desktop.domain.licences.rows import LicenceFilter
from desktop.domain.refusal import Refusal
from desktop.domain.trust.entry import Act
from desktop.services.licences.register import load
from desktop.services.office import Office

Cells = Sequence[str]

KIND, NUMBER, HOLDER, DOCUMENT, ISSUER, ISSUED, FROM, UNTIL, STATUS = range(9)
LABELS: Mapping[int, tuple[str, ...]] = {
    KIND: ("证照类型", "证照名称", "类型", "名称"),
    NUMBER: ("证照编号", "编号", "证照号码"),
    HOLDER: ("持有人", "持证人", "持有人名称"),
    DOCUMENT: ("证件号码", "持有人证件号码", "统一社会信用代码"),
    ISSUER: ("发证机关", "颁发机构"),
    ISSUED: ("发证日期", "颁发日期"),
    FROM: ("有效期起", "有效期自"),
    UNTIL: ("有效期止", "有效期至"),
    STATUS: ("状态", "证照状态"),
}
NEEDED = (KIND, NUMBER, HOLDER, DOCUMENT, ISSUED)
ENDS: Mapping[str, EndWhy | None] = {
    "": None,
    "有效": None,
    "注销": EndWhy.CANCELLED,
    "撤销": EndWhy.REVOKED,
    "吊销": EndWhy.STRIPPED,
    "暂扣": EndWhy.SUSPENDED,
    "过期": EndWhy.LAPSED,
    "失效": EndWhy.LAPSED,
}
ENDLESS = frozenset({"", "长期", "长期有效"})


@dataclass(frozen=True, slots=True)
class Imported:
    """How many rows entered, and how many said what the register holds already."""

    entered: int
    same: int


@dataclass(frozen=True, slots=True)
class _Row:
    number: int
    id: str
    told: LicenceIssued
    ended: LicenceEnded | None


def import_licences(office: Office, clerk: Clerk, rows: Sequence[Cells], source: str) -> Imported:
    """Enter the table; `source` says where it is from and stands as the reason.

    Refuses `licence_table` with row, column and reason for the first thing wrong, and then nothing
    has entered.
    """
    require(clerk, Right.MANAGE_ITEMS)
    head, body = _head(rows)
    told = [
        _row(office, _Line(head, cells, number), source)
        for number, cells in enumerate(body, 2)
        if any(cell.strip() for cell in cells)
    ]
    _once(told)
    acts: list[Act] = []
    same = 0
    for one in told:
        new = _acts(one, office.store.views.licence(one.id))
        same += not new
        acts += new
    if acts:
        with office.store.journal.transaction():
            office.store.journal.append(acts, clerk.code)
    return Imported(entered=len(told) - same, same=same)


def _head(rows: Sequence[Cells]) -> tuple[dict[int, int], Sequence[Cells]]:
    if not rows:
        raise Refusal("licence_table", row=1, column="", reason="empty", value="")
    titles = [cell.strip().lstrip("\ufeff") for cell in rows[0]]
    head = {
        field: place
        for field, labels in LABELS.items()
        for place in [next((titles.index(one) for one in labels if one in titles), -1)]
        if place >= 0
    }
    for field in NEEDED:
        if field not in head:
            column = LABELS[field][0]
            raise Refusal("licence_table", row=1, column=column, reason="no_column", value="")
    return head, rows[1:]


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the table, asked by what its columns mean."""

    head: Mapping[int, int]
    cells: Cells
    number: int

    def cell(self, field: int) -> str:
        place = self.head.get(field, -1)
        return self.cells[place].strip() if 0 <= place < len(self.cells) else ""

    def wrong(self, field: int, reason: str) -> Refusal:
        column, value = LABELS[field][0], self.cell(field)[:40]
        return Refusal("licence_table", row=self.number, column=column, reason=reason, value=value)

    def day(self, field: int) -> date:
        try:
            return date.fromisoformat(self.cell(field).replace("/", "-"))
        except ValueError:
            raise self.wrong(field, "not_a_day") from None


def _row(office: Office, line: _Line, source: str) -> _Row:
    cell = line.cell
    for field in NEEDED:
        if not cell(field):
            raise line.wrong(field, "cell_empty")
    category = named(office.catalogue, cell(KIND))
    if not category:
        raise line.wrong(KIND, "no_category")
    if cell(STATUS) not in ENDS:
        raise line.wrong(STATUS, "no_status")
    issued = line.day(ISSUED)
    begins = line.day(FROM) if cell(FROM) else issued
    until = None if cell(UNTIL) in ENDLESS else line.day(UNTIL)
    if until is not None and until < begins:
        raise line.wrong(UNTIL, "reversed")
    told = LicenceIssued(
        item=category,
        name=_name(office, category, cell(KIND)),
        number=cell(NUMBER),
        issued_on=issued,
        valid_from=begins,
        valid_until=until,
        reason=source,
        issuer=cell(ISSUER),
        holder=_holder(cell(HOLDER), cell(DOCUMENT)),
    )
    why = ENDS[cell(STATUS)]
    ended = LicenceEnded(why=why, on=office.today(), reason=source) if why else None
    return _Row(line.number, *_standing(office, told), ended)


def _name(office: Office, category: str, text: str) -> str:
    """As the table calls it, unless that is only the category's id."""
    catalogue = office.catalogue
    known = catalogue.e_licences.get(text) or catalogue.data_shares.get(text)
    return known.name if known and text == category else text


def _holder(name: str, number: str) -> LicenceHolder:
    """An organisation where the number is a 统一社会信用代码."""
    organisation = check_uscc(number).level is not Level.ERROR
    return LicenceHolder(
        kind=PartyKind.ORGANISATION if organisation else PartyKind.PERSON,
        name=name,
        id_kind=IdKind.USCC if organisation else IdKind.RESIDENT_ID,
        id_number=normal(number),
    )


def _standing(office: Office, told: LicenceIssued) -> tuple[str, LicenceIssued]:
    """The entry that stands for it already, also one of this hall's own item, whose renewal it
    keeps; else a new one.
    """
    for row in office.store.views.licences(LicenceFilter(number=told.number)):
        known = load(office, row.id)
        alike = category_of(office.catalogue, known.item) == told.item
        if alike and known.holder.id_number == told.holder.id_number:
            return row.id, replace(told, item=known.item, name=known.name, renewal=known.renewal)
    return licence_id(told.item, told.number), told


def _acts(one: _Row, known: Licence | None) -> list[Act]:
    """What the row changes. What this hall issued keeps its item, its case and its renewal."""
    told, ended = one.told, one.ended
    stands = known is not None and _same(known, told)
    alive = known is not None and known.ended is None
    acts: list[Act] = []
    if (not stands or (ended is None and not alive)) and (known is None or not known.case):
        acts.append(_act(one.id, told))
    if ended is not None and (alive or known is None or bool(acts)):
        acts.append(_act(one.id, ended))
    return acts


def _same(known: Licence, told: LicenceIssued) -> bool:
    facts = ("valid_from", "valid_until", "issued_on")
    return all(getattr(known, fact) == getattr(told, fact) for fact in facts)


def _once(rows: Sequence[_Row]) -> None:
    seen: set[str] = set()
    for one in rows:
        if one.id in seen:
            column = LABELS[NUMBER][0]
            raise Refusal(
                "licence_table",
                row=one.number,
                column=column,
                reason="twice",
                value=one.told.number,
            )
        seen.add(one.id)


def _act(id: str, payload: LicenceIssued | LicenceEnded) -> Act:
    return Act(entity=f"licence:{id}", payload=payload, subject=f"licence:{id}")
