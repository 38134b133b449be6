from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.courier.carriers import Direction
from desktop.services.courier import shipments
from desktop.ui.theme.dress import dress
from desktop.ui.theme.tokens import Theme
from tests.ui.conftest import SUPERVISOR


@pytest.mark.parametrize(
    ("theme", "px"), [(Theme.LIGHT, 16), (Theme.LIGHT, 22), (Theme.DARK, 15), (Theme.CONTRAST, 22)]
)
def test_gallery(qtbot, day, window, shoot, theme, px, dressed, office, tmp_path):
    from desktop.ui.pages.entry.door import Door

    dress(dressed, theme, px)
    ids = list(office.catalogue.items)
    cases = [day.accepted(ids[0]), day.received(ids[1]), day.accepted(ids[2]), day.received(ids[3])]
    day.held()
    for c, d in ((cases[0], Direction.OUTBOUND), (cases[1], Direction.INBOUND)):
        told = shipments.suggest(office, c.number, d)
        shipments.create(
            office,
            SUPERVISOR,
            replace(told, waybill="EA966331020CN" if d is Direction.OUTBOUND else ""),
        )
    win = window(SUPERVISOR)

    def pic(n):
        for _ in range(3):
            QApplication.processEvents()
        win.desk._pool.waitForDone()
        for _ in range(3):
            QApplication.processEvents()
        shoot(win, f"{n}-{theme}-{px}")

    win.go("cases")
    pic("cases-list")
    page = win.page("cases")
    page.lists.tabs.choose(0)
    pic("cases-drafts")
    win.go("cases", cases[0].number)
    pic("cases-detail")
    page.detail.tabs.choose(3)
    pic("cases-history")
    page.detail.tabs.choose(1)
    pic("cases-papers")
    win.go("cases", cases[1].number)
    pic("cases-received")
    page._press("withdraw")
    pic("cases-withdraw")
    page.detail.ask.put_away()
    page._press("supplement")
    page.ticking.tick()
    page.ticking.fault()
    pic("cases-ticking")
    win.front.step_back()
    page._press("notify")
    pic("cases-notice")
    win.front.step_back()
    page._press("refuse")
    pic("cases-refusal")
    win.front.step_back()
    page._press("finish")
    pic("cases-refused")
    win.go("courier")
    pic("courier-list")
    c = win.page("courier")
    c.new(cases[0].number)
    pic("courier-form")
    c.step_back()
    c.lists.take_focus()
    c._press("move_parcel")
    pic("courier-detail")
    c.step_back()
    c.step_back()
    c._press("handover")
    pic("courier-handover")
    c.step_back()
    papers = [r.number for r in office.store.views.papers(cases[0].number)]
    win.go("papers", "cases|" + ",".join(papers))
    pic("papers")
    win.go("log")
    pic("log")
    win.front._open_export()
    pic("log-export")
    win.go("hall")
    pic("hall-look")
    for n in (1, 2, 3):
        win.front.tabs.choose(n)
        pic(f"hall-{n}")
    win.go("help")
    pic("help")
    win.front.show_what("keys")
    pic("help-keys")
    door = Door(win.desk, "7K2M-9QXC-4D8T-WZ3H-0R5V-J6NA-BYE1-GF7P", print_code=lambda c: "x")
    win.set_door(door)
    win.lock()
    pic("entry-recovery")
    door.recovery = None
    win.lock()
    door.choose()
    pic("entry-lock")
    win.desk.sign_in(None)
    door.choose()
    pic("entry-signin")
    office.station = replace(office.station, unnamed=True)
    door.choose()
    pic("entry-first")
    office.station = replace(office.station, unnamed=False)
