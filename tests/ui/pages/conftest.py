"""A day at the counter for the pages beside the intake: cases in several stages, parcels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.cases.case import Case
from desktop.domain.cases.draft import Delivery, Draft, Way, answer, mark
from desktop.domain.cases.tick import Check, Tick
from desktop.domain.halls.roles import Clerk
from desktop.domain.identity.party import Party, Presence
from desktop.services.cases import acts, intake
from desktop.services.office import Office
from desktop.ui.desk import Desk
from desktop.ui.scanner import Scanner
from desktop.ui.shell import Shell
from tests.ui.conftest import CLERK, SUPERVISOR

PEOPLE = ("李晓敏", "欧阳建国", "王䶮", "张伟", "周若溪")
DeskOf = Callable[[Clerk], Desk]


class Day:
    """Serves applicants through the services, one after another."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._next = count()

    def draft(self, item: str = "", ticked: bool = True) -> Draft:
        """A draft with everything that 收件 asks; `ticked`: all materials received as well."""
        found = self.office.item(item) if item else next(iter(self.office.catalogue.items.values()))
        draft = replace(
            intake.begin(self.office, CLERK),
            item=found.id,
            presence=Presence.SELF,
            applicant=Party(
                name=PEOPLE[next(self._next) % len(PEOPLE)],
                id_number="11010519491231002X",
                phone="13800138000",
            ),
            delivery=Delivery(
                way=Way.COURIER, receiver="李晓敏", phone="13800138000",
                address="北京市朝阳区建国路 88 号 3 号楼 1201 室",
            ),
        )  # fmt: skip
        for question in found.questions:
            draft = answer(draft, question.id, (question.options[0],))
        if ticked:
            for row in acts.sheet_of(self.office, draft).rows:
                draft = mark(draft, row.key, Tick(check=Check.RECEIVED))
        return draft

    def received(self, item: str = "") -> Case:
        """Received with every material still open."""
        return acts.receive(self.office, CLERK, self.draft(item, ticked=False)).case

    def accepted(self, item: str = "") -> Case:
        return acts.finish(self.office, CLERK, self.draft(item)).case

    def held(self) -> Draft:
        return intake.hold(self.office, CLERK, self.draft())


@pytest.fixture
def day(office: Office) -> Day:
    return Day(office)


@pytest.fixture
def supervisor(desk: Desk) -> Desk:
    """The desk with the supervisor signed in."""
    desk.sign_in(SUPERVISOR)
    return desk


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, scanner: Scanner) -> Callable[[Clerk], Shell]:
    """Opens the real window with this clerk signed in, 1280×720."""

    def open_for(clerk: Clerk) -> Shell:
        desk.sign_in(clerk)
        made = Shell(desk, scanner)
        qtbot.addWidget(made)
        made.resize(1280, 720)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        return made

    return open_for
