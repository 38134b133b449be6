"""F4 读证: one key for the consent, the answers in the rows, 亮证码 by the scanner."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import stamina
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.cases.moves import Stage
from desktop.domain.cases.rows import CaseFilter
from desktop.domain.supervision.rows import LogFilter
from desktop.services.licences import checking
from desktop.services.office import Office
from desktop.ui.widgets.checklist.line import CheckLine
from tests.licensing.hall import DOWN, code, connected, holding, record
from tests.licensing.server import Server, serving, told
from tests.ui.conftest import NOW, Hand
from tests.ui.pages.intake.hands import Hands, K, focused


@pytest.fixture
def server(office: Office) -> Iterator[Server]:
    with serving() as server, stamina.set_testing(True, attempts=1):
        connected(office, server)
        yield server


def named(hands: Hands) -> None:
    """SP01 with its questions confirmed and the applicant written down."""
    hands.take("SP01")
    hands.confirm_questions()
    hands.press(K.Key_Return)
    hands.fill_person()


def agree(hands: Hands, qtbot: QtBot) -> None:
    """F4 and the first way of consent; until everybody has answered."""
    hands.press(K.Key_F4)
    hands.strike("1")
    qtbot.waitUntil(lambda: bool(hands.draft.evidence.answers))


def line(hands: Hands, name: str) -> CheckLine:
    lines = hands.page.middle.materials.list.lines.all
    return next(one for one in lines if one.key and name in one.name)


def test_one_key_agrees_and_spares(hands: Hands, server: Server, qtbot: QtBot) -> None:
    server.replies = [holding(E1=record())]
    named(hands)
    before = len(hands.sheet.to_hand_in)
    agree(hands, qtbot)
    assert hands.draft.licences == {"E1"}
    assert len(hands.sheet.to_hand_in) < before
    panel = hands.page.middle.licences
    assert (
        "✓ 法人证书：电子证照 · 2026-11-23 调取 · 有效至 2034-01-01 · 某市场监督管理局"
        in panel.text
    )
    hands.strike("1")
    assert "人证核验：一致" in hands.page.middle.said_now
    hands.press(K.Key_Escape)
    assert line(hands, "营业执照").state == "免交"
    assert "某市场监督管理局" in line(hands, "营业执照").detail


def test_what_was_agreed_stands_in_the_log(
    hands: Hands, server: Server, office: Office, qtbot: QtBot
) -> None:
    server.replies = [holding()]
    named(hands)
    agree(hands, qtbot)
    assert "○ 法人证书：电子证照查无" in hands.page.middle.licences.text
    wanted = LogFilter(first=NOW.date(), last=NOW.date())
    kinds = [row.kind for row in office.store.views.log(wanted)]
    assert kinds.count("licence.consent_given") == 1
    assert kinds.count("licence.fetched") == len(server.asked[0].json["categories"])


def test_without_an_applicant_it_goes_there(hands: Hands, server: Server) -> None:
    hands.take("SP01")
    hands.confirm_questions()
    hands.press(K.Key_F4)
    assert hands.page.middle.front == "step_who"
    assert "先填申请人" in hands.page.middle.said_now
    assert not server.asked


def test_a_revoked_licence_warns_and_spares_nothing(
    hands: Hands, server: Server, qtbot: QtBot
) -> None:
    server.replies = [holding(E1=record(status="吊销"))]
    named(hands)
    agree(hands, qtbot)
    assert hands.draft.licences == set()
    assert "已吊销" in line(hands, "营业执照").detail
    assert "不免交" in line(hands, "营业执照").detail


def test_another_number_drops_what_was_fetched(hands: Hands, server: Server, qtbot: QtBot) -> None:
    server.replies = [holding(E1=record())]
    named(hands)
    agree(hands, qtbot)
    hands.page.middle.go("step_who")
    hands.page.middle.who.applicant.number.setFocus()
    QTest.keyClicks(focused(), "7")
    assert hands.draft.licences == set()
    assert "重新读证" in hands.page.middle.said_now


def test_an_outage_accepts_and_is_listed(
    hands: Hands, server: Server, office: Office, qtbot: QtBot
) -> None:
    server.replies = [DOWN]
    named(hands)
    agree(hands, qtbot)
    hands.press(K.Key_Escape)
    assert line(hands, "营业执照").state == "免交 · 待核"
    hands.page.middle.go("step_sheet")
    hands.tick_all()
    hands.press(K.Key_F9)
    (row,) = office.store.views.cases(CaseFilter())
    case = office.store.views.case(row.number)
    assert case is not None
    assert case.stage is Stage.ACCEPTED
    assert [one.case for one in checking.open_checks(office)]


def test_a_code_fills_the_applicant_and_spares(
    hands: Hands, server: Server, hand: Hand, qtbot: QtBot
) -> None:
    server.replies = [told(code())]
    hands.take("SP01")
    hands.confirm_questions()
    hands.page.scanned("LZM:abc123")
    qtbot.waitUntil(lambda: hands.draft.licences == {"E1"})
    assert hands.draft.applicant.name == record()["holder"]["name"]
    assert server.asked[0].json["code"] == "abc123"


def test_a_used_code_says_so(hands: Hands, server: Server, qtbot: QtBot) -> None:
    server.replies = [told({"error": "used"}, 410)]
    hands.take("SP01")
    hands.confirm_questions()
    with qtbot.waitSignal(hands.page.desk.refused) as refused:
        hands.page.scanned("LZM:abc123")
    assert refused.args is not None
    assert refused.args[0] == "code_used"
    assert hands.draft.applicant.name == ""
