"""What a line of a case's checklist says: whether it still lacks, whether it lies in the hall."""

from __future__ import annotations

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import Defect, SheetLine
from desktop.domain.cases.tick import Check, Fault, Kept


def defect_of(line: SheetLine, demand: str = "", alternative: str = "") -> Defect:
    """A line of the notice; what nobody handed in is 缺."""
    return Defect(
        key=line.key,
        name=line.name,
        fault=line.tick.fault or Fault.MISSING,
        demand=demand,
        basis=line.basis,
        alternative=alternative,
    )


def open_lines(case: Case) -> tuple[SheetLine, ...]:
    """What the case still lacks."""
    return tuple(line for line in case.lines if _open(line))


def complete(case: Case) -> bool:
    """Nothing lacks any more: it must be accepted (许可法 32(5))."""
    return not open_lines(case)


def waiting(case: Case) -> tuple[SheetLine, ...]:
    """What may follow later (容缺) and has not come."""
    return tuple(line for line in case.lines if line.tick.check is Check.PENDING)


def inside(case: Case) -> tuple[str, ...]:
    """Keys of the materials that lie in the hall."""
    return tuple(line.key for line in case.lines if _inside(line))


def _inside(line: SheetLine) -> bool:
    """Paper that lies in the hall: not what was only looked at (验后退还), never came (缺), or is
    electronic.
    """
    tick = line.tick
    if tick.kept in (Kept.SEEN, Kept.ELECTRONIC) or tick.fault is Fault.MISSING:
        return False
    return tick.check in (Check.RECEIVED, Check.DEFECT)


def _open(line: SheetLine) -> bool:
    if line.need == "not_applicable":
        return False
    match line.tick.check:
        case Check.RECEIVED | Check.EXEMPT:
            return False
        case Check.PENDING:
            return line.need != "deferrable"
        case Check.UNCHECKED:
            return line.need != "optional"
        case Check.DEFECT:
            return True
