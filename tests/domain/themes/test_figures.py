import json
from dataclasses import asdict
from pathlib import Path

import pytest

from desktop.domain.guidance.catalogue import Member, Stage, Theme
from desktop.domain.themes.figures import savings
from tests.domain.guidance.shipped import catalogue

GOLDEN = json.loads((Path(__file__).parents[2] / "golden/theme_savings.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("theme", "key"), [(theme, key) for theme, figures in GOLDEN.items() for key in figures]
)
def test_the_worked_examples(theme: str, key: str) -> None:
    every = key == "savings_all_optional_included"
    found = asdict(savings(catalogue().themes[theme], catalogue(), every))
    assert json.loads(json.dumps(found)) == GOLDEN[theme][key]


@pytest.mark.parametrize("theme", catalogue().themes.values(), ids=lambda theme: theme.id)
@pytest.mark.parametrize("every", [False, True])
def test_the_figures_of_every_theme_agree_with_each_other(theme: Theme, every: bool) -> None:
    found = savings(theme, catalogue(), every)
    keys = [
        *found.produced_inside_theme,
        *found.e_licence_exempt,
        *found.data_share_exempt,
        *found.to_upload,
    ]
    assert len(keys) == len(set(keys)) == found.materials_unique_excl_forms
    assert found.materials_theme_total == found.to_upload_count + found.forms_theme
    assert found.materials_theme_total <= found.materials_separate
    assert found.days_critical_path <= found.days_serial


def test_an_unknown_member_is_left_out() -> None:
    members = (Member("QY07", {}, False, None), Member("ZZ99", {}, False, None))
    theme = Theme("ZT99", "试", (Stage(1, "并联", members),))
    assert savings(theme, catalogue()).members == 1


def test_a_theme_of_nothing_saves_nothing() -> None:
    assert set(asdict(savings(Theme("ZT99", "空", ()), catalogue())).values()) == {0, ()}
