from desktop.domain.advice.entries import Answered, AskedBy, ConsultationLogged, Shown
from desktop.domain.advice.tally import tally


def told(id: str = "", asked: str = "", minutes: int = 0) -> ConsultationLogged:
    return ConsultationLogged(
        by=AskedBy.COUNTER if id else AskedBy.PHONE,
        answered=Answered.TOLD if id else Answered.OPEN,
        shown=Shown.ITEM if id else Shown.NOTHING,
        id=id,
        name=f"事项{id}",
        minutes=minutes,
        asked=asked,
    )


def test_the_most_asked_stands_first_and_what_found_nothing_is_told_in_words() -> None:
    found = tally(
        [
            told("SP01"),
            told("SP01", minutes=3),
            told("QY01"),
            told(asked=" 养 蜂 "),
            told(asked="养 蜂"),
        ]
    )
    assert [(one.id, one.count) for one in found.subjects] == [("SP01", 2), ("QY01", 1)]
    assert found.nothing == (("养 蜂", 2),)
    assert (found.count, found.minutes) == (5, 3)
    assert found.by == {"counter": 3, "phone": 2}
    assert found.answered == {"told": 3, "open": 2}


def test_nothing_logged_counts_nothing() -> None:
    found = tally([])
    assert (found.count, found.subjects, found.nothing, found.minutes) == (0, (), (), 0)
