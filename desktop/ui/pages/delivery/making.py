"""制证: name, number and validity of the result, as it is made out."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.handling.entries import Produced
from desktop.domain.licences.renewal import validity_end
from desktop.services.packs.in_force import item_of
from desktop.ui.desk import Desk
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.switch import Switch
from desktop.ui.widgets.labels import column, label
from desktop.wording import _


class Making(QWidget):
    """Filled with what the item says of its result; what was made once stays to be mended."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._years: int | None = None
        today = desk.office.today()
        self.name = Field(_("结果名称"))
        self.number = Field(_("证照编号"), _("照证照原样录入，可扫码"))
        self.issued = DayField(_("发证日期"), today)
        self.first = DayField(_("有效期起"), today)
        self.last = DayField(_("有效期止"), today)
        self.endless = Switch(_("长期有效"))
        self.electronic = Switch(_("同时有电子证照"))
        self._hint = label("", "quiet", wrap=True)
        self._build()

    def open(self, case: Case) -> None:
        """A new result, or the one that was made, to put it right before it is handed out."""
        item = item_of(self._desk.office, case)
        known = item.result if item else None
        self._years = known.validity_years if known else None
        made = case.course.produced
        name = made.name if made else known.name if known else ""
        again = case.course.reissued and case.course.delivered
        self.name.set_text(name)
        self.number.set_text(made.number if made else "")
        self.electronic.setChecked(made.electronic if made else self._known(name))
        today = self._desk.office.today()
        self.issued.set_day(made.issued_on if made and not again else today)
        self.first.set_day(made.valid_from if made else today)
        self.endless.setChecked(made.valid_until is None if made else self._years is None)
        self._reckon()
        if made and made.valid_until:
            self.last.set_day(made.valid_until)
        self._hint.setText(
            _("本事项的结果有效期 {n} 年，已预填到届满前一日；以证照上印的为准。").format(
                n=self._years
            )
            if self._years
            else _("本事项没有规定有效期；以证照上印的为准。")
        )

    def told(self) -> Produced:
        """What stands on the screen."""
        endless = self.endless.isChecked()
        return Produced(
            name=self.name.text,
            number=self.number.text,
            issued_on=self.issued.day,
            valid_from=self.first.day,
            valid_until=None if endless else self.last.day,
            electronic=self.electronic.isChecked(),
        )

    def start(self) -> QWidget:
        """Where work begins."""
        return self.number if self.name.text else self.name

    def field_of(self, code: str) -> QWidget | None:
        """The field that a refusal is about."""
        fields: dict[str, QWidget] = {
            "result_unnumbered": self.start(),
            "validity_reversed": self.last,
            "before_decision": self.issued,
            "in_the_future": self.issued,
        }
        return fields.get(code)

    def _known(self, name: str) -> bool:
        """Whether the catalogue knows an e-licence of this name."""
        return any(one.name == name for one in self._desk.office.catalogue.e_licences.values())

    def _reckon(self) -> None:
        """The last day follows the first by as many years as the item says."""
        if self._years:
            self.last.set_day(validity_end(self.first.day, self._years))

    def _issued(self, day: object) -> None:
        self.first.set_day(self.issued.day)
        self._reckon()

    def _build(self) -> None:
        inside = column(self, gap=3)
        inside.setContentsMargins(0, 0, unit(2), 0)
        inside.addWidget(label(_("制证"), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(3))
        grid.setVerticalSpacing(unit(3))
        grid.addWidget(self.name, 0, 0, 1, 2)
        grid.addWidget(self.number, 0, 2, 1, 2)
        grid.addWidget(self.issued, 1, 0)
        grid.addWidget(self.first, 1, 1)
        grid.addWidget(self.last, 1, 2)
        grid.addWidget(self.endless, 2, 0)
        grid.addWidget(self.electronic, 2, 1)
        grid.setColumnStretch(3, 1)
        inside.addLayout(grid)
        inside.addWidget(self._hint)
        inside.addStretch(1)
        self.issued.picked.connect(self._issued)
        self.first.picked.connect(lambda _day: self._reckon())
        self.endless.toggled.connect(lambda on: self.last.setVisible(not on))
        self.name.finished.connect(self.name.line.focusNextChild)
        self.number.finished.connect(self.number.line.focusNextChild)
