"""A pack before it is in force: what it would change, what is wrong with it, and who agrees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.guidance.catalogue import Catalogue
from desktop.domain.packs.kept import completed
from desktop.domain.packs.lint import Finding, FindingLevel
from desktop.services.packs.incoming import incoming
from desktop.services.packs.pinyin import load_readings
from desktop.services.packs.publish import findings_on, publish
from desktop.services.packs.publishing import propose
from desktop.services.packs.publishing.compare import differences
from desktop.ui.desk import Desk
from desktop.ui.pages.items.columns import CHANGES, FINDINGS, Told, key_of_finding
from desktop.ui.widgets.buttons import KeyButton
from desktop.ui.widgets.forms.ask import Ask
from desktop.ui.widgets.forms.rows_pane import RowsPane, all_of
from desktop.ui.widgets.labels import column, frame, label, row
from desktop.wording import _
from desktop.wording.guidance.items import finding_article, finding_sentence
from desktop.wording.guidance.packs import change_sentence, pack_counts
from resources import ROOT

LABELS = ROOT / "catalog/labels.json"


class Arriving(QWidget):
    """`finish_asked` and `decline_asked` of its buttons; `declined(reason)` once why is said."""

    finish_asked = Signal()
    decline_asked = Signal()
    declined = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.proposal = ""
        self._source = ""
        self._pack = Catalogue(items={})
        self._findings: Sequence[Finding] = ()
        self._told: Sequence[Told] = ()
        self._title = label("", "heading", wrap=True)
        self.changes = RowsPane(
            CHANGES, all_of(lambda: self._told), lambda one: f"{one.item}{one.message}",
            _("差别"), (_("事项没有差别"), ""),
        )  # fmt: skip
        self.findings = RowsPane(
            FINDINGS, all_of(lambda: self._findings), key_of_finding, _("问题"),
            (_("没有发现问题"), ""),
        )  # fmt: skip
        self._change, self._finding = label("", wrap=True), label("", wrap=True)
        self.why = Ask(_("为什么退回"), _("退回"))
        self.decline = KeyButton("decline_pack", _("退回"))
        self.button = KeyButton("save_form", _("发布"), primary=True)
        self._build()

    def show_file(self, path: Path) -> Catalogue:
        """Read the file; Refusal `pack_broken` for what is wrong with it."""
        pack = completed(self._desk.office.catalogue, incoming(self._desk.office, path))
        self._show(pack, path.name, "")
        return pack

    def show_proposal(self, id: str) -> Catalogue:
        """What somebody proposed."""
        office = self._desk.office
        told = {one.id: one for one in office.store.views.proposals()}
        pack = propose.proposed(office, id)
        self._show(pack, told[id].source if id in told else id, id)
        return pack

    def verb(self) -> Callable[[], str]:
        """What F9 does with it; the answer is what became of it, in words."""
        office, clerk = self._desk.office, self._desk.acting
        readings = load_readings(ROOT / "catalog/readings.json")

        def act() -> str:
            if self.proposal:
                propose.agree(office, clerk, self.proposal, readings)
                return _("已发布。")
            if propose.second_person(office):
                propose.propose(office, clerk, self._pack, self._source)
                return _("已提交，等另一人在「待复核」里发布。")
            publish(office, self._pack, clerk, self._source, readings)
            return _("已发布。")

        return act

    def take_focus(self) -> None:
        self.changes.take_focus()

    def _show(self, pack: Catalogue, source: str, proposal: str) -> None:
        office = self._desk.office
        self._pack, self._source, self.proposal = pack, source, proposal
        found = findings_on(office.catalogue, pack)
        self._findings = sorted(found, key=lambda one: one.level is not FindingLevel.RED)
        self._told = [
            Told(one.item, change_sentence(one, old, new))
            for one, old, new in differences(office, pack)
        ]
        red = sum(one.level is FindingLevel.RED for one in found)
        self._title.setText(pack_counts(source, pack, len(self._told), red, len(found) - red))
        second = not proposal and propose.second_person(office)
        self.button.set_words(_("提交复核") if second else _("发布"))
        self.button.set_ready(not red, _("先改正红色问题"))
        self.decline.setVisible(bool(proposal))
        self.why.put_away()
        self._change.setText("")
        self._finding.setText("")
        self.changes.reload()
        self.findings.reload()

    def _build(self) -> None:
        inside = column(self)
        inside.addWidget(self._title)
        across = row(gap=2.5)
        for words, pane, whole in (
            (_("会有的差别"), self.changes, self._change),
            (_("检查出的问题"), self.findings, self._finding),
        ):
            panel = frame("panel")
            down = column(panel, margin=3)
            down.addWidget(label(words, "heading"))
            down.addWidget(pane, 1)
            down.addWidget(whole)
            across.addWidget(panel, 1)
        inside.addLayout(across, 1)
        inside.addWidget(self.why)
        foot = row(gap=3)
        foot.addWidget(label(_("Esc 返回，什么都不变"), "quiet"))
        foot.addStretch(1)
        foot.addWidget(self.decline)
        foot.addWidget(self.button)
        inside.addLayout(foot)
        self.button.clicked.connect(lambda _checked=False: self.finish_asked.emit())
        self.decline.clicked.connect(lambda _checked=False: self.decline_asked.emit())
        self.why.answered.connect(self.declined)
        self.why.let_be.connect(self.button.show)
        self.changes.looked_at.connect(lambda one: self._change.setText(one.message))
        self.findings.looked_at.connect(self._look)

    def ask_why(self) -> None:
        """Why the proposal goes back; F9 belongs to the question meanwhile."""
        self.button.hide()
        self.why.ask()

    def _look(self, one: Finding) -> None:
        """The whole sentence, which a narrow list cuts, and the article."""
        article = finding_article(one, self._desk.office.catalogue)
        self._finding.setText(finding_sentence(one) + (f"（{article}）" if article else ""))
