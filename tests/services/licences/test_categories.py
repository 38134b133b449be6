"""The eight categories are the hall's to keep: added, renamed, marked, in force at once."""

from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.licences.categories import CategorySet, category_of, issuing, named
from desktop.domain.refusal import Refusal
from desktop.services.licences.categories import set_category, take_categories
from desktop.services.office import Office
from tests.offices import CLERK, SUPERVISOR

TOLD = CategorySet(id="e9", name=" 残疾人证 ", covers=("残疾人证", " "), reason="某通知")


def test_a_category_is_added_and_stays(office: Office) -> None:
    set_category(office, SUPERVISOR, TOLD)
    added = office.catalogue.e_licences["E9"]
    assert (added.name, added.covers, added.assumed) == ("残疾人证", ("残疾人证",), True)
    office.catalogue = office.shipped
    take_categories(office)
    assert office.catalogue.e_licences["E9"] == added


def test_a_category_is_renamed_and_its_mark_taken_off(office: Office) -> None:
    before = office.catalogue.e_licences["E5"]
    set_category(office, SUPERVISOR, replace(TOLD, id="E5", name="北京市居住证", assumed=False))
    after = office.catalogue.e_licences["E5"]
    assert (before.assumed, after.assumed, after.name) == (True, False, "北京市居住证")
    assert (after.basis, after.given_in_seed) == (before.basis, False)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "category_incomplete"),
        ({"name": "长" * 61}, "category_incomplete"),
        ({"id": "类9"}, "category_id"),
        ({"id": ""}, "category_id"),
        ({"id": "X1"}, "category_id"),
        ({"name": "居住证"}, "category_known"),
        ({"reason": ""}, "reason_missing"),
    ],
)
def test_what_a_category_may_not_be(office: Office, change: dict[str, Any], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        set_category(office, SUPERVISOR, replace(TOLD, **change))


def test_a_clerk_sets_no_category(office: Office) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        set_category(office, CLERK, TOLD)


def test_a_result_belongs_to_the_category_its_item_issues(office: Office) -> None:
    catalogue = office.catalogue
    assert (category_of(catalogue, "QY01"), category_of(catalogue, "SP01")) == ("E1", "X1")
    assert (category_of(catalogue, "E2"), category_of(catalogue, "SP07")) == ("E2", "")
    assert issuing(catalogue, "X1") == {"X1", "SP01", "SP02", "SP03", "SP05"}


def test_a_category_is_known_by_what_it_covers(office: Office) -> None:
    catalogue = office.catalogue
    assert named(catalogue, "居民身份证") == named(catalogue, "E2") == "E2"
    assert named(catalogue, "事业单位法人证书") == "E1"
    assert (named(catalogue, "药品经营许可证"), named(catalogue, "护照")) == ("X3", "")
