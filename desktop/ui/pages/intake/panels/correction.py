"""F3 补正告知: every defect at once, what is asked for each, what goes home and what stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.domain.cases.acts import sheet_line
from desktop.domain.cases.draft import Channel
from desktop.domain.cases.entries import Defect
from desktop.domain.cases.lines import defect_of
from desktop.domain.cases.sheet import Row
from desktop.domain.cases.tick import Check, Fault
from desktop.domain.days.deadline import deadline
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import clear, column, label
from desktop.wording import _
from desktop.wording.labels import label as word

HOME = (("keep", _("已收的留在窗口")), ("home", _("全部带回")))
AGREED = (5, 10, 15)
"""Working days to choose from for the agreed day."""
NO_DAY = "none"
WAYS = (("counter", _("到窗口补交")), ("courier", _("免费寄递补交")))


@dataclass(frozen=True, slots=True)
class Told:
    """What the notice will say."""

    defects: tuple[Defect, ...]
    taken_home: tuple[str, ...]
    hand_in: str
    by: date | None = None


class CorrectionPanel(QScrollArea):
    """`told()` is what the notice says as the panel stands; F9 of the page issues it."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._demands: dict[str, Field] = {}
        self.home, self.way, self.day = Chips(), Chips(), Chips()
        self._days: dict[str, date] = {}
        self.day.setAccessibleName(_("约定补交日"))
        self.home.setAccessibleName(_("材料去向"))
        self.way.setAccessibleName(_("怎么补交"))
        self._law = label(role="quiet", wrap=True)
        self._rows: QVBoxLayout = column(gap=3)
        self.setWidgetResizable(True)
        sheet = QWidget()
        inside = column(sheet, gap=3)
        inside.setContentsMargins(0, 0, unit(2), 0)
        inside.addWidget(label(_("补正告知：一次告全"), "heading"))
        inside.addWidget(self._law)
        inside.addLayout(self._rows)
        inside.addWidget(label(_("材料去向"), "heading"))
        inside.addWidget(self.home)
        inside.addWidget(label(_("怎么补交"), "heading"))
        inside.addWidget(self.way)
        inside.addWidget(label(_("约定补交日"), "heading"))
        inside.addWidget(self.day)
        inside.addStretch(1)
        self.setWidget(sheet)
        let_through(self)
        for chips in (self.home, self.way, self.day):
            chips.answered.connect(lambda _chosen: self.changed.emit())

    @property
    def count(self) -> int:
        """How many defects the notice names."""
        return len(self._demands)

    def open_panel(self) -> None:
        """Lay out every open row; the demands are suggestions to be written over."""
        sheet = self._session.sheet
        if sheet is None:
            return
        clear(self._rows)
        self._demands = {}
        for found in sheet.defects:
            field = Field(f"{found.number}  {found.line.material.name}")
            field.set_text(_demand(found))
            fault = word(found.tick.fault or Fault.MISSING)
            field.warn_plain(fault)
            self._rows.addWidget(field)
            self._demands[found.key] = field
        self._law.setText(
            _("依据《行政许可法》第三十二条第一款第四项，一次告知需要补正的全部内容。")
            if sheet.item.is_licence
            else _("一次告知需要补正的全部内容。")
        )
        self.home.offer(HOME, ("keep",))
        draft = self._session.draft
        by_courier = draft is not None and draft.channel is Channel.COURIER
        self.way.offer(WAYS, ("courier" if by_courier else "counter",))
        self._offer_days()

    def _offer_days(self) -> None:
        """Days that a calendar of working days gives; none need be agreed."""
        office = self._session.desk.office
        today = office.now().date()
        self._days = {str(n): deadline(office.calendar, today, n).due for n in AGREED}
        told = _("{n} 个工作日内（{day}）")
        days = [(n, told.format(n=n, day=f"{due:%m-%d}")) for n, due in self._days.items()]
        self.day.offer([(NO_DAY, _("不约定")), *days], (NO_DAY,))

    def focus(self) -> None:
        first = next(iter(self._demands.values()), None)
        (first or self.home).setFocus()

    def told(self) -> Told:
        """The defects with their demands, and where the papers go."""
        sheet, office = self._session.sheet, self._session.desk.office
        if sheet is None:
            return Told((), (), "counter")
        defects = tuple(
            defect_of(
                sheet_line(found.line, office.catalogue.sources, found.tick, found.number),
                self._demands[found.key].text,
            )
            for found in sheet.defects
            if found.key in self._demands
        )
        inside = tuple(
            found.key for found in sheet.rows if found.check in (Check.RECEIVED, Check.DEFECT)
        )
        by = self._days.get("".join(self.day.chosen))
        home = inside if self.home.chosen == ("home",) else ()
        return Told(defects, home, "".join(self.way.chosen), by)


def _demand(found: Row) -> str:
    """What is asked for, as a first wording."""
    material, fault = found.line.material, found.tick.fault or Fault.MISSING
    what = _("{type} {n} 份").format(type=material.type, n=material.copies or 1)
    asked = {
        Fault.MISSING: _("请提交{what}"),
        Fault.EXPIRED: _("请提交在有效期内的{what}"),
        Fault.UNSIGNED: _("请签字或盖章后提交{what}"),
        Fault.UNCLEAR: _("请提交清晰可辨的{what}"),
        Fault.INCONSISTENT: _("请更正不一致处后提交{what}"),
        Fault.FORM: _("请按法定形式提交{what}"),
    }
    return asked[fault].format(what=what)
