"""What an applicant is told, and that wrong digits tell nothing."""

from dataclasses import replace

import pytest

from desktop.domain.cases.draft import Delivery, Way
from desktop.domain.courier.carriers import Direction
from desktop.domain.courier.plain import OUT, TO_DO, Plain, said
from desktop.domain.courier.steps import ShipmentStage, SignedBy
from desktop.domain.refusal import Refusal
from desktop.services.cases import acts
from desktop.services.courier import progress, shipments
from desktop.services.office import Office
from desktop.wording.parcels import progress as words
from tests.offices import CLERK, whole

_S = ShipmentStage


def sent(office: Office) -> tuple[str, str]:
    """A settled case by courier, and its parcel."""
    way = Delivery(
        way=Way.COURIER, receiver="李大敏", phone="13900139022", address="北京市大兴区荣华中路10号"
    )
    case = acts.finish(office, CLERK, whole(office, "SP06", delivery=way)).case
    told = shipments.suggest(office, case.number, Direction.OUTBOUND)
    return case.number, shipments.create(office, CLERK, told).shipment.number


def test_the_end_of_either_telephone_opens_it(office: Office) -> None:
    case, _parcel = sent(office)
    for digits in ("8021", "9022", " 8021 "):
        told = progress.told(office, case.lower(), digits)
        assert [one.plain for one in told.parcels] == [Plain.TO_BE_SENT]
    assert progress.told(office, f"{case}-SL1", "8021").number == case


@pytest.mark.parametrize("digits", ["8022", "", "021", "13800138021", "８０２１"])
def test_wrong_digits_say_no_more_than_a_wrong_number(office: Office, digits: str) -> None:
    case, _parcel = sent(office)
    refused = []
    for number in (case, "KFQ-20261123-A07-9999"):
        with pytest.raises(Refusal) as caught:
            progress.told(office, number, digits)
        refused.append((caught.value.code, caught.value.data))
    assert refused[0] == refused[1] == ("progress_unknown", {})


@pytest.mark.parametrize(
    ("by", "plain"),
    [
        (SignedBy.LOCKER, Plain.IN_LOCKER),
        (SignedBy.OTHER, Plain.SIGNED_BY_OTHER),
        (SignedBy.SELF, Plain.SIGNED),
        (None, Plain.SIGNED),
    ],
)
def test_who_signed_is_said_with_what_to_do(
    office: Office, by: SignedBy | None, plain: Plain
) -> None:
    case, parcel = sent(office)
    shipments.move(office, CLERK, parcel, _S.PICKED_UP)
    shipments.move(office, CLERK, parcel, _S.SIGNED, signed_by=by)
    (told,) = progress.told(office, case, "8021").parcels
    assert told.plain is plain
    assert bool(words.to_do(told)) is told.to_do is (plain in TO_DO)
    assert "11月23日 10:41" in words.happened(told)


def test_every_stage_has_words_and_none_of_them_promises(office: Office) -> None:
    _case, parcel = sent(office)
    shipment = shipments.load_shipment(office, parcel)
    for direction in Direction:
        for stage in ShipmentStage:
            at = replace(shipment.progress, stage=stage)
            told = said(replace(shipment, direction=direction, progress=at))
            text = words.happened(told) + words.to_do(told)
            assert "预计" not in text
            assert "{" not in text
    assert set(words.HAPPENED) == set(Plain)
    assert set(words.TO_DO) == TO_DO
    assert set(OUT) == set(ShipmentStage)
