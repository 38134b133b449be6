"""不予受理 of a case: ground, facts, article, the organ in charge, remedies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.entries import CaseRefused, RefusalGround
from desktop.services.cases import acts
from desktop.ui.desk import Desk
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

ARTICLES: dict[RefusalGround, str] = {
    RefusalGround.NOT_NEEDED: "行政许可法 第三十二条第一款第一项",
    RefusalGround.NO_JURISDICTION: "行政许可法 第三十二条第一款第二项",
    RefusalGround.NOT_MET: "",
}
LICENCE = "行政许可"


class RefusalPanel(QFrame):
    """`perform()` gives the verb with what stands on the screen."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._desk = desk
        self._case: Case | None = None
        self._title = label("", "title")
        self.ground = Pick(_("理由"), [(one, word(one)) for one in RefusalGround])
        self.facts = Field(_("事实和理由（必填）"))
        self.article = Field(_("依据条文"))
        self.organ = Field(_("应当向哪个机关申请"))
        self.address = Field(_("该机关地址"))
        self.phone = Field(_("该机关电话"))
        self.review = Field(_("行政复议机关"))
        self.court = Field(_("可起诉的人民法院"))
        self.button = KeyButton("finish", _("出不予受理决定"), primary=True)
        inside = column(self, margin=3, gap=3)
        inside.addWidget(self._title)
        inside.addWidget(label(_("材料全部退还。申请人可以复议或者起诉，文书上会写明。"), "quiet"))
        inside.addLayout(self._grid())
        inside.addStretch(1)
        foot = row()
        foot.addWidget(label(_("Esc 不办了"), "quiet"))
        foot.addStretch(1)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.ground.picked.connect(self._grounded)

    def open(self, case: Case) -> None:
        station = self._desk.office.station
        self._case = case
        self._title.setText(_("不予受理 · {name}").format(name=case.item_name))
        for field in (self.facts, self.organ, self.address, self.phone):
            field.set_text("")
        self.review.set_text(station.review_organ)
        self.court.set_text(station.court)
        self._grounded(self.ground.value)
        self.ground.setFocus()

    def perform(self) -> Callable[[], acts.Done]:
        assert self._case is not None
        number = self._case.number
        told = CaseRefused(
            ground=self.ground.value,
            facts=self.facts.text,
            article=self.article.text,
            competent_organ=self.organ.text,
            competent_address=self.address.text,
            competent_phone=self.phone.text,
            review_organ=self.review.text,
            court=self.court.text,
            returned=tuple(line.key for line in self._case.lines if line.tick.settled),
        )
        return lambda: acts.refuse(self._desk.office, self._desk.acting, number, told)

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(unit(4))
        grid.setVerticalSpacing(unit(3))
        grid.addWidget(self.ground, 0, 0)
        grid.addWidget(self.article, 0, 1)
        grid.addWidget(self.facts, 1, 0, 1, 2)
        rows = ((self.review, self.court), (self.organ, self.address), (self.phone,))
        for down, fields in enumerate(rows, 2):
            for across, field in enumerate(fields):
                grid.addWidget(field, down, across)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _grounded(self, ground: RefusalGround) -> None:
        """Only 行政许可 rests on the licensing law; another organ is asked for only where it is one."""
        licence = self._case is not None and self._case.item_type == LICENCE
        self.article.set_text(ARTICLES[ground] if licence else "")
        elsewhere = ground is RefusalGround.NO_JURISDICTION
        for field in (self.organ, self.address, self.phone):
            field.setVisible(elsewhere)
