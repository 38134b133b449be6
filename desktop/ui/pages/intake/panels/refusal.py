"""F7 不予受理: ground, facts, article, the organ in charge, remedies."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget

from desktop.domain.cases.entries import CaseRefused, RefusalGround
from desktop.domain.cases.tick import Check
from desktop.ui.desk import Desk
from desktop.ui.pages.intake.session import Session
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.chips import Chips
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.scroll import let_through
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

GROUNDS = tuple((ground.value, word(ground)) for ground in RefusalGround)
ARTICLES = {
    RefusalGround.NOT_NEEDED: _("行政许可法 第三十二条第一款第一项"),
    RefusalGround.NO_JURISDICTION: _("行政许可法 第三十二条第一款第二项"),
    RefusalGround.NOT_MET: "",
}
LONGEST_FACTS = 4000


class RefusalPanel(QScrollArea):
    """`told()` is the refusal as the panel stands; F9 of the page issues it."""

    changed = Signal()

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self.ground = Chips()
        self.ground.setAccessibleName(_("不予受理的情形"))
        self.facts = QPlainTextEdit()
        self.facts.setAccessibleName(_("事实和理由"))
        self.facts.setTabChangesFocus(True)
        self.facts.setFixedHeight(unit(22))
        self.article = Field(_("依据条文"))
        self.organ = Field(_("应当向哪个机关申请"))
        self.address, self.phone = Field(_("机关地址")), Field(_("机关电话"))
        self.review, self.court = (
            Field(_("行政复议机关（60 日内）")),
            Field(_("行政诉讼法院（六个月内）")),
        )
        self._other = QWidget()
        self._build()
        self.ground.answered.connect(self._grounded)
        self.facts.textChanged.connect(self.changed)

    def open_panel(self) -> None:
        """Fresh for this draft; remedies as the station knows them."""
        station = self._desk.office.station
        self.ground.offer(GROUNDS)
        self.facts.clear()
        for field in (self.article, self.organ, self.address, self.phone):
            field.line.clear()
        self.review.set_text(station.review_organ)
        self.court.set_text(station.court)
        self._other.hide()

    def focus(self) -> None:
        self.ground.setFocus()

    def told(self) -> CaseRefused | None:
        """None while no ground was chosen."""
        chosen, sheet = self.ground.chosen, self._session.sheet
        if not chosen or sheet is None:
            self.ground.setFocus()
            return None
        inside = tuple(found.key for found in sheet.rows if found.check is Check.RECEIVED)
        return CaseRefused(
            ground=RefusalGround(chosen[0]),
            facts=self.facts.toPlainText().strip()[:LONGEST_FACTS],
            article=self.article.text,
            competent_organ=self.organ.text,
            competent_address=self.address.text,
            competent_phone=self.phone.text,
            review_organ=self.review.text,
            court=self.court.text,
            returned=inside,
        )

    def _build(self) -> None:
        self.setWidgetResizable(True)
        sheet = QWidget()
        inside = column(sheet, gap=3)
        inside.setContentsMargins(0, 0, unit(2), 0)
        inside.addWidget(label(_("不予受理：说明理由，告知去处和救济"), "heading"))
        inside.addWidget(self.ground)
        inside.addWidget(label(_("事实和理由"), "quiet"))
        inside.addWidget(self.facts)
        inside.addWidget(self.article)
        other = column(self._other, gap=3)
        other.addWidget(self.organ)
        beside = row(gap=3)
        beside.addWidget(self.address)
        beside.addWidget(self.phone)
        other.addLayout(beside)
        inside.addWidget(self._other)
        remedies = row(gap=3)
        remedies.addWidget(self.review)
        remedies.addWidget(self.court)
        inside.addLayout(remedies)
        inside.addStretch(1)
        self.setWidget(sheet)
        let_through(self)

    def _grounded(self, chosen: tuple[str, ...]) -> None:
        """Articles of 行政许可法 are cited for 行政许可 alone."""
        ground, sheet = RefusalGround(chosen[0]), self._session.sheet
        licence = sheet is not None and sheet.item.is_licence
        self.article.line.setText(ARTICLES[ground] if licence else "")
        self._other.setVisible(ground is RefusalGround.NO_JURISDICTION)
        self.facts.setFocus()
        self.changed.emit()
