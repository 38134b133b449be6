from dataclasses import replace

import pytest

from desktop.domain.guidance.checklist import Need, ReasonKind, resolve
from desktop.domain.guidance.commitment import chosen, mode, offered
from desktop.domain.guidance.item import NoticeCommitment, ServiceItem
from desktop.domain.guidance.terms import CommitmentScope
from tests.domain.guidance.shipped import catalogue

ITEMS = catalogue().items
ASKED = {"RS01", "WS01", "XF01", "HB01"}


def scoped(item: ServiceItem, scope: CommitmentScope) -> ServiceItem:
    return replace(item, notice_commitment=NoticeCommitment(scope))


def test_where_a_question_asks_for_the_way_its_answer_chooses() -> None:
    assert {id for id, item in ITEMS.items() if mode(item)} == ASKED
    item = ITEMS["HB01"]
    assert chosen(item, {"q_mode": ("告知承诺审批",)}, said=False)
    assert not chosen(item, {"q_mode": ("一般审批",)}, said=True)


@pytest.mark.parametrize("scope", CommitmentScope)
def test_without_a_question_only_an_item_that_is_open_to_it_offers_it(
    scope: CommitmentScope,
) -> None:
    item = scoped(ITEMS["SP01"], scope)
    assert offered(item) is (scope is CommitmentScope.YES)
    assert chosen(item, {}, said=True) is offered(item)


def test_it_spares_the_materials_the_pack_names_and_says_why() -> None:
    item = scoped(ITEMS["SP01"], CommitmentScope.YES)
    key = item.materials[0].key
    named = replace(
        item, materials=tuple(replace(one, commitment=one.key == key) for one in item.materials)
    )
    line = resolve(named, {}, committed=True).line(key)
    assert (line.need, line.reason.kind) == (Need.EXEMPT, ReasonKind.COMMITTED)
    assert resolve(named, {}).line(key).need is not Need.EXEMPT
