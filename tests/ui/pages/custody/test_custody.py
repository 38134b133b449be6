from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop.domain.cases.case import Case
from desktop.domain.courier.carriers import ContentKind, Direction
from desktop.domain.courier.entries import Content, ShipmentCreated
from desktop.domain.custody.entries import CustodyRuleSet, PaperRefused
from desktop.domain.custody.misdelivery import Follow
from desktop.domain.custody.moves import Whereabouts
from desktop.domain.halls.roles import Clerk
from desktop.services.courier import handover, shipments
from desktop.services.custody import arrivals, misdeliveries, pieces, rule, sealing
from desktop.services.custody.alarms import load_terms, overdue
from desktop.services.office import Office
from desktop.ui import reminders
from desktop.ui.pages.courier.levels import Level as CourierLevel
from desktop.ui.pages.courier.page import CourierPage
from desktop.ui.pages.custody.lists import ALL, ALONE, TERMS
from desktop.ui.pages.custody.page import CustodyPage, Level
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from tests.handled import Handled
from tests.offices import Clock
from tests.ui.conftest import CLERK, SUPERVISOR
from tests.ui.pages.keyboard import press, type_text

Window = Callable[[Clerk], Shell]


@pytest.fixture
def case(office: Office, clock: Clock) -> Case:
    return Handled(office, clock).produced()


@pytest.fixture
def parcel(office: Office, case: Case) -> str:
    keys = [one.key for one in pieces.candidates(office, case.number) if one.key != "result"][:2]
    pieces.register(office, CLERK, case.number, keys)
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    return shipments.create(office, CLERK, told).shipment.number


def courier(window: Window, number: str) -> tuple[Shell, CourierPage]:
    shell = window(CLERK)
    shell.go("courier", number)
    page = shell.front
    assert isinstance(page, CourierPage)
    return shell, page


def custody(window: Window, what: str = "", clerk: Clerk = CLERK) -> tuple[Shell, CustodyPage]:
    shell = window(clerk)
    shell.go("custody", what)
    page = shell.front
    assert isinstance(page, CustodyPage)
    return shell, page


def codes(office: Office, parcel: str) -> list[str]:
    told = sealing.sheet(office, parcel).expected
    return [next(iter(sorted(one.numbers)), one.content.case) for one in told]


def test_a_bag_is_sealed_scan_by_scan(office: Office, parcel: str, window: Window) -> None:
    _shell, page = courier(window, parcel)
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.level.name == CourierLevel.SEALING.name
    panel = page.sealing
    for left, code in enumerate(codes(office, parcel)[::-1]):
        assert f"还差 {len(codes(office, parcel)) - left} 件" in panel._left.text()
        page.scanned(code)
    assert "全部扫到" in panel._left.text()
    page.scanned("F0001")
    assert panel.bag.text == "F0001"
    press(Qt.Key.Key_F9)
    assert page.level.name == CourierLevel.DETAIL.name
    assert "已封袋" in page.banner.text
    seal = sealing.seal(office, parcel)
    assert seal is not None
    assert seal.told.bag == "F0001"
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    type_text("漏装一份")
    press(Qt.Key.Key_F9)
    assert sealing.seal(office, parcel) is None


def test_a_paper_of_another_case_is_refused_on_screen_and_in_the_journal(
    office: Office, clock: Clock, parcel: str, window: Window
) -> None:
    other = Handled(office, clock).accepted()
    _shell, page = courier(window, parcel)
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    page.scanned(other.number)
    assert "不属于这个包裹" in page.banner.text
    assert not page.sealing.done
    told = [fact.payload for fact in office.store.journal.facts(f"shipment:{parcel}")]
    assert any(isinstance(one, PaperRefused) and one.case == other.number for one in told)


def test_what_arrives_is_counted_by_keys(
    office: Office, case: Case, window: Window, scanner: Scanner
) -> None:
    lines = (("M1", "租赁合同"), ("M2", "身份证明"), ("M3", "平面图"))
    told = ShipmentCreated(
        direction=Direction.INBOUND, carrier="shunfeng",
        contents=tuple(
            Content(case=case.number, kind=ContentKind.MATERIAL, key=key, name=name, original=True)
            for key, name in lines
        ),
    )  # fmt: skip
    number = shipments.create(office, CLERK, told).shipment.number
    shell, page = courier(window, number)
    assert "开拆清点" in page.detail.buttons["seal_parcel"].text()
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.level.name == CourierLevel.OPENING.name
    press(Qt.Key.Key_F9)
    assert arrivals.opened(office, number) is None
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_N)
    scanner.give_on()
    press(Qt.Key.Key_X)
    scanner.give_on()
    type_text("右下角浸水")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F7)
    type_text("户口本")
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)
    opened = arrivals.opened(office, number)
    assert opened is not None
    assert [one.found.value for one in opened.counted] == ["as_told", "missing", "damaged", "extra"]
    assert shell.front is not page
    names = [row.name for row in pieces.of_case(office, case.number)]
    assert sorted(names) == sorted(["租赁合同", "平面图", "户口本"])


def test_the_case_page_leads_to_registering_and_labels_follow(
    office: Office, case: Case, window: Window
) -> None:
    shell = window(CLERK)
    shell.go("cases", case.number)
    press(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    page = shell.front
    assert isinstance(page, CustodyPage)
    assert page.level.name == Level.REGISTERING.name
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    (row,) = pieces.of_case(office, case.number)
    assert row.at is Whereabouts.WINDOW
    assert shell.front is not page


def test_a_piece_is_found_by_its_label_and_moved(
    office: Office, case: Case, parcel: str, window: Window
) -> None:
    row = pieces.of_case(office, case.number)[0]
    _shell, page = custody(window)
    page.scanned(row.number.lower())
    assert page.level.name == Level.PIECE.name
    press(Qt.Key.Key_F6)
    press(Qt.Key.Key_F9)
    assert pieces.load(office, row.number).at is Whereabouts.BACK_OFFICE
    press(Qt.Key.Key_Escape)
    assert page.level.name == Level.LISTS.name


def test_what_did_not_come_home_stands_on_top_and_is_said_at_sign_in(
    office: Office, clock: Clock, parcel: str, window: Window
) -> None:
    done = frozenset(one.id for one in sealing.sheet(office, parcel).expected)
    sealing.close(office, CLERK, parcel, "F1", done)
    assert overdue(office, load_terms(TERMS)) == 0
    clock.on(days=4)
    assert overdue(office, load_terms(TERMS)) == len(done)
    said = reminders.said(office, CLERK)
    assert said is not None
    assert f"原件逾期未归还 {len(done)} 件" in said[1]
    _shell, page = custody(window)
    assert "▲" in page.lists.pane.model.columns[0].text(page.lists.pane.current)


def test_a_misdelivery_is_recorded_followed_and_closed(
    office: Office, parcel: str, window: Window
) -> None:
    handover.hand_over(office, CLERK, "ems", (parcel,))
    shell, page = custody(window, f"astray:{parcel}")
    assert page.level.name == Level.ASTRAY.name
    press(Qt.Key.Key_F9)
    assert "还缺：信息种类" in page.banner.text
    next(iter(page.astray.kinds.values())).setChecked(True)
    for name in ("to", "cause", "consequence", "measures", "relief"):
        page.astray.texts[name].set_text("写明")
    press(Qt.Key.Key_F9)
    assert shell.front is not page
    assert {row.at for row in pieces.of_case(office, shipments.load_shipment(
        office, parcel).cases[0])} >= {Whereabouts.ASTRAY}  # fmt: skip
    shell.go("custody", f"astray:{parcel}")
    assert page.astray.step.value is Follow.TOLD
    for _step in range(3):
        page.astray.finish()
        shell.go("custody", f"astray:{parcel}")
    known = misdeliveries.misdelivery(office, parcel)
    assert known is not None
    assert [one.step for one in known.steps] == [Follow.TOLD, Follow.RECALLED, Follow.CLOSED]
    kinds = [row for row in office.store.views.misdeliveries() if row.closed_on]
    assert len(kinds) == 1
    assert office.store.views.paper(f"{parcel}-CL2") is not None


def test_the_supervisor_sets_the_rule_and_looks_at_what_was_done_alone(
    office: Office, parcel: str, window: Window
) -> None:
    rule.set_rule(office, SUPERVISOR, CustodyRuleSet(two_to_seal=True))
    done = frozenset(one.id for one in sealing.sheet(office, parcel).expected)
    sealing.close(office, CLERK, parcel, "F1", done, rule.Signature(alone="一人值守"))
    _shell, page = custody(window, clerk=SUPERVISOR)
    page.lists.tabs.choose(ALONE)
    assert page.lists.rules["two_to_seal"].isChecked()
    page.lists.rules["two_to_open"].click()
    assert rule.rule(office).two_to_open
    page.lists.take_focus()
    press(Qt.Key.Key_Return)
    type_text("情况属实")
    press(Qt.Key.Key_F9)
    assert office.store.views.done_alone() == []
    page.lists.tabs.choose(ALL)
    assert page.lists.pane.current is not None
