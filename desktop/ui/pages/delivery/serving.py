"""送达: what is handed out, in which way, to whom; the 送达回证 states it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Way
from desktop.domain.handling.endings import originals
from desktop.domain.handling.entries import Delivered, DeliveryWay, Relation
from desktop.services.handling.ready import outgoing, parcel
from desktop.ui.desk import Desk
from desktop.ui.pages.delivery import columns
from desktop.ui.pages.delivery.columns import Piece
from desktop.ui.pages.delivery.post import Post
from desktop.ui.pages.delivery.receiver import Receiver
from desktop.ui.theme.dress import unit
from desktop.ui.widgets.fields import Field
from desktop.ui.widgets.forms.day import DayField
from desktop.ui.widgets.forms.pick import Pick
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, label, row
from desktop.wording import _
from desktop.wording.labels import label as word

WAYS = tuple(DeliveryWay)
MOST_PAGES = 9999


class Serving(QWidget):
    """Papers and result go out unless taken off; originals stay unless ticked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._case: Case | None = None
        self.pieces: list[Piece] = []
        self.way = Pick(_("怎么送达"), [(one, word(one)) for one in WAYS])
        self.day = DayField(_("送达日期"), desk.office.today())
        self.pages = Field(_("退还原件页数"))
        self.pages.line.setValidator(QIntValidator(0, MOST_PAGES, self))
        self.pane = RowsPane(
            columns.PIECES, all_of(lambda: self.pieces), lambda one: f"{one.key} {one.name}",
            _("交出什么"), (_("没有可交出的文书"), ""),
        )  # fmt: skip
        self.receiver = Receiver(desk, self.day)
        self.post = Post()
        self.place = Field(_("送到哪里"), _("如：北京通、企业电子档案、电子邮箱"))
        self.note = Field(_("备注"), _("代收、拒收的理由；可不填"))
        self._parts = QStackedWidget()
        self._build()

    def open(self, case: Case) -> None:
        """What is known beforehand: the way that was chosen, what goes out, who comes."""
        self._case = case
        self.pieces = [Piece(name) for name in outgoing(self._desk.office, case)]
        self.pieces += [
            Piece(line.name, line.key, line.tick.pages, out=False) for line in originals(case)
        ]
        self.pages.set_text("")
        self.note.set_text("")
        self.place.set_text("")
        posted = case.delivery.way is Way.COURIER
        self.way.set_value(DeliveryWay.COURIER if posted else DeliveryWay.COUNTER)
        self.receiver.open(case)
        self.post.open(case)
        self.pane.reload()
        self._turned(self.way.value)

    def look_for_parcel(self) -> None:
        """Whether a parcel holds the result by now; the day it was signed for is the day."""
        if self._case is None:
            return
        signed = self.post.take_parcel(parcel(self._desk.office, self._case.number))
        if signed is not None and self.by is DeliveryWay.COURIER:
            self.day.set_day(signed)

    @property
    def by(self) -> DeliveryWay:
        told: DeliveryWay = self.way.value
        return told

    def told(self) -> Delivered:
        """What stands on the screen. Refuses a document's number that cannot be one."""
        out = [piece for piece in self.pieces if piece.out]
        told = Delivered(
            way=self.by,
            delivered_on=self.day.day,
            papers=tuple(piece.name for piece in out if not piece.key),
            returned=tuple(piece.key for piece in out if piece.key),
            pages=int(self.pages.text or 0),
            note=self.note.text,
        )
        match self.by:
            case DeliveryWay.COUNTER:
                return self._at_the_counter(told)
            case DeliveryWay.COURIER:
                post = self.post
                return replace(told, waybill=post.waybill.text, receiver=post.receiver.text)
        return replace(told, place=self.place.text)

    def toggle(self) -> None:
        """Put the chosen piece in or leave it; pages follow the originals."""
        piece: Piece | None = self.pane.current
        if piece is None:
            return
        self.pieces[self.pieces.index(piece)] = replace(piece, out=not piece.out)
        self.pane.reload()
        self.pane.view.step()
        pages = sum(one.pages for one in self.pieces if one.key and one.out)
        self.pages.set_text(str(pages) if pages else "")

    def take_number(self, text: str) -> None:
        """What a scanner read: the document of who collects, or the waybill."""
        if self.by is DeliveryWay.COUNTER:
            self.receiver.take_number(text)
        elif self.by is DeliveryWay.COURIER:
            self.post.take_number(text)

    def start(self) -> QWidget:
        """Where work begins."""
        match self.by:
            case DeliveryWay.COUNTER:
                return self.receiver.start()
            case DeliveryWay.COURIER if not self.post.waybill.text:
                return self.post.waybill
            case DeliveryWay.COURIER:
                return self.pane.view
        return self.place

    def field_of(self, code: str) -> QWidget | None:
        """The field that a refusal is about."""
        receiver, post = self.receiver, self.post
        fields: dict[str, QWidget] = {
            "nothing_delivered": self.pane.view,
            "waybill_missing": post.waybill,
            "waybill_wrong": post.waybill,
            "receiver_unknown": receiver.start(),
            "document_wrong": receiver.number,
            "mandate_missing": receiver.mandate,
            "before_decision": self.day,
            "in_the_future": self.day,
        }
        return fields.get(code)

    def _at_the_counter(self, told: Delivered) -> Delivered:
        relation: Relation = self.receiver.who
        return replace(
            told,
            relation=relation,
            place=self._desk.office.station.hall_name,
            receiver=self.receiver.name.text,
            checked=self.receiver.checked(),
            mandate=self.receiver.mandated(),
        )

    def _turned(self, way: DeliveryWay) -> None:
        """Each way has its day: today, or by post that of the signing."""
        self._parts.setCurrentIndex(WAYS.index(way))
        self.day.set_day(self._desk.office.today())
        self.look_for_parcel()
        self.receiver.judge()

    def _build(self) -> None:
        inside = column(self, gap=2)
        inside.setContentsMargins(0, 0, unit(2), 0)
        top = row(gap=3)
        for widget in (self.way, self.day, self.pages):
            top.addWidget(widget)
        top.addStretch(1)
        inside.addLayout(top)
        head = row()
        head.addWidget(label(_("交出什么"), "heading"))
        head.addWidget(label(_("空格 交出或留下"), "quiet"), 1)
        inside.addLayout(head)
        self.pane.setMinimumHeight(unit(32))
        # grows where there is room, but never pushes the fields out of sight
        self.pane.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        inside.addWidget(self.pane, 1)
        electronic = QWidget()
        column(electronic).addWidget(self.place)
        for part in (self.receiver, self.post, electronic):
            self._parts.addWidget(part)
        inside.addWidget(self._parts)
        inside.addWidget(self.note)
        self.way.picked.connect(self._turned)
        self.pages.finished.connect(self.pane.take_focus)
