from itertools import product

import pytest

from desktop.domain.courier.carriers import (
    CARRIERS,
    DEFAULT_CARRIER,
    ContentKind,
    Direction,
    carrier,
    check_carrier,
)
from desktop.domain.refusal import Refusal

OTHERS = [known.code for known in CARRIERS if not known.postal]
OUT, IN = Direction.OUTBOUND, Direction.INBOUND
NOTICE, LICENCE = ContentKind.NOTICE, ContentKind.LICENCE


@pytest.mark.parametrize(("kind", "direction"), list(product(ContentKind, Direction)))
def test_the_post_carries_everything_both_ways(kind: ContentKind, direction: Direction) -> None:
    assert carrier(DEFAULT_CARRIER).postal
    assert check_carrier(DEFAULT_CARRIER, direction, [kind]) is None


@pytest.mark.parametrize("code", OTHERS)
def test_anybody_carries_the_way_in(code: str) -> None:
    assert check_carrier(code, IN, list(ContentKind)) is None


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("justification", ["", "  \n"])
def test_official_documents_go_by_post(code: str, justification: str) -> None:
    with pytest.raises(Refusal) as refused:
        check_carrier(code, OUT, [ContentKind.RETURNED, NOTICE, LICENCE], justification)
    assert refused.value.code == "document_not_by_post"
    assert refused.value.data["article"] == "邮政法 第五十五条"


@pytest.mark.parametrize("code", OTHERS)
def test_a_reason_lets_them_through_and_a_licence_is_warned_of(code: str) -> None:
    assert check_carrier(code, OUT, [NOTICE], "邮政停运") is None
    assert check_carrier(code, OUT, [NOTICE, LICENCE], "邮政停运") == "licence_not_by_post"
    assert check_carrier(code, OUT, [LICENCE]) == "licence_not_by_post"
    assert check_carrier(code, OUT, [ContentKind.MATERIAL, ContentKind.RETURNED]) is None


def test_one_postal_enterprise_and_no_code_twice() -> None:
    assert [known.code for known in CARRIERS if known.postal] == ["ems"]
    assert len({known.code for known in CARRIERS}) == len(CARRIERS)


def test_an_unknown_carrier_is_refused() -> None:
    with pytest.raises(Refusal, match="unknown_carrier"):
        check_carrier("kuaidi", IN, [])
