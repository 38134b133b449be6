from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.guidance.item import ServiceItem
from desktop.domain.guidance.terms import Late
from desktop.domain.licences.entries import EndWhy, LicenceHolder
from desktop.domain.licences.renewal import RenewalState
from desktop.domain.licences.rows import LicenceFilter, Watched
from desktop.domain.refusal import Refusal
from desktop.services.licences import register, renewals
from desktop.services.office import Office
from desktop.wording.refusals import sentence
from tests.offices import CLERK, NOW, PERSON, SUPERVISOR

TODAY = NOW.date()
FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
HOLDER = LicenceHolder(name=PERSON.name, id_number=PERSON.id_number)


def put(office: Office, number: str, until: date | None, item: str = "SP01") -> str:
    valid = (date(2021, 1, 1), until)
    told = register.by_hand(office, item, number, HOLDER, valid, "既有证照登记")
    return register.enter(office, CLERK, told).id


def numbers(due: list[Watched]) -> list[str]:
    return [one.row.number for one in due]


@pytest.fixture
def stocked(office: Office) -> Office:
    """Licences around 23 November 2026, named by how they stand."""
    put(office, "EXPIRED", date(2026, 10, 31))
    put(office, "LATE", date(2026, 12, 4))
    put(office, "CLOSING", date(2026, 12, 17))
    put(office, "OPEN", date(2027, 2, 26))
    put(office, "OPENS", date(2027, 4, 9))
    put(office, "EARLY", date(2031, 11, 22))
    put(office, "ENDLESS", None)
    put(office, "ENDED", date(2026, 12, 17))
    register.end(office, SUPERVISOR, "SP01:ENDED", EndWhy.CANCELLED, TODAY, "申请注销")
    return office


def test_what_opens_and_what_closes_this_month(stocked: Office) -> None:
    due = renewals.due_renewals(stocked, FIRST, LAST)
    assert numbers(due) == ["LATE", "CLOSING", "OPEN", "OPENS"]
    assert numbers(renewals.closing(due, LAST)) == ["LATE", "CLOSING"]
    assert numbers(renewals.opening(due, TODAY)) == ["CLOSING", "OPEN", "OPENS"]
    assert numbers(renewals.turning(due, FIRST, LAST)) == ["LATE", "CLOSING", "OPENS"]
    assert [one.state for one in due] == [
        RenewalState.LATE, RenewalState.OPEN, RenewalState.OPEN, RenewalState.EARLY,
    ]  # fmt: skip


def test_the_windows_are_those_of_the_calendar(stocked: Office) -> None:
    due = {one.row.number: one for one in renewals.due_renewals(stocked, FIRST, LAST)}
    window = due["CLOSING"].window
    assert window is not None
    assert (window.closes, window.provisional) == (date(2026, 11, 26), False)
    assert window.closing(TODAY)
    opens = due["OPENS"].window
    assert opens is not None
    assert opens.provisional, "it is counted through 2027, which has no notice yet"
    assert opens.opens is not None
    assert FIRST <= opens.opens <= LAST


def test_an_expired_licence_was_due_while_it_lasted(stocked: Office) -> None:
    october = renewals.due_renewals(stocked, date(2026, 10, 1), date(2026, 10, 31))
    assert numbers(october)[0] == "EXPIRED"
    assert october[0].state is RenewalState.EXPIRED


def test_more_than_a_page_is_read_whole(stocked: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = renewals.due_renewals(stocked, FIRST, LAST)
    monkeypatch.setattr(renewals, "PAGE", 2)
    assert renewals.due_renewals(stocked, FIRST, LAST) == whole


def test_days_in_the_wrong_order_are_refused(office: Office) -> None:
    with pytest.raises(Refusal, match="dates_reversed"):
        renewals.due_renewals(office, LAST, FIRST)


def test_rows_that_nothing_renews_have_no_window(stocked: Office) -> None:
    rows = stocked.store.views.licences(LicenceFilter())
    shown = {one.row.number: one for one in renewals.watched(stocked, rows, TODAY)}
    assert {n for n, one in shown.items() if one.window is None} == {"ENDLESS", "ENDED"}


def check(office: Office, item: str, today: date = TODAY, **answers: str) -> Watched | None:
    asked = {question: (option,) for question, option in answers.items()}
    return renewals.check_renewal(office, office.item(item), asked, PERSON.id_number, today)


@pytest.mark.parametrize(
    ("until", "state"),
    [
        (date(2026, 10, 31), RenewalState.EXPIRED),
        (date(2026, 12, 4), RenewalState.LATE),
        (date(2027, 2, 26), RenewalState.OPEN),
        (date(2031, 11, 22), RenewalState.EARLY),
    ],
)
def test_an_application_to_renew_is_early_open_or_late(
    office: Office, until: date, state: RenewalState
) -> None:
    put(office, "JY1", until)
    found = check(office, "SP03")
    assert found is not None
    assert (found.row.number, found.state) == ("JY1", state)


def test_whoever_applied_in_time_stays_in_time(office: Office) -> None:
    put(office, "JY1", date(2026, 12, 4))
    found = check(office, "SP03", date(2026, 11, 13))
    assert found is not None
    assert found.state is RenewalState.OPEN


def test_who_renews_nothing_is_told_nothing(office: Office) -> None:
    put(office, "PW1", date(2026, 12, 4), "HB02")
    assert check(office, "SP03") is None, "another kind of licence"
    assert check(office, "SP01") is None, "renews nothing"
    assert check(office, "HB02", q_sit="变更") is None, "not in this situation"
    found = check(office, "HB02", q_sit="延续")
    assert found is not None
    assert found.state is RenewalState.LATE
    for nobody in ("", " - ", "110105199001011234"):
        told = renewals.check_renewal(
            office, office.item("HB02"), {"q_sit": ("延续",)}, nobody, TODAY
        )
        assert told is None


def test_late_is_refused_with_the_article_where_the_pack_says_so(office: Office) -> None:
    devices = replace(office.item("YX02"), renews=("YX02",))
    items: dict[str, ServiceItem] = {**office.catalogue.items, "YX02": devices}
    office.catalogue = replace(office.catalogue, items=items)
    put(office, "YX1", date(2026, 12, 31), "YX02")
    rule = register.load(office, "YX02:YX1").renewal
    assert rule is not None
    assert rule.late is Late.REFUSE
    with pytest.raises(Refusal, match="renewal_late") as refused:
        check(office, "YX02")
    told = sentence(refused.value)
    assert "截止（有效期至 2026-12-31）" in told
    assert told.endswith("（《医疗器械经营监督管理办法》第十六条）")
    assert check(office, "YX02", date(2026, 11, 18)) is not None


def test_one_open_window_is_enough(office: Office) -> None:
    put(office, "LATE", date(2026, 12, 4))
    put(office, "OPEN", date(2027, 2, 26))
    found = check(office, "SP03")
    assert found is not None
    assert found.row.number == "OPEN"
