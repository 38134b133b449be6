"""Counting consultations: what is asked most, and what the catalogue had nothing for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.advice.entries import ConsultationLogged, Shown


@dataclass(frozen=True, slots=True)
class Subject:
    """An item, theme or policy with how often it was asked for, by its latest name."""

    shown: Shown
    id: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Tally:
    """`subjects` most asked first; `nothing` the questions that found nothing, in the clerk's
    words, each with how often. `minutes` are those that were noted.
    """

    count: int
    subjects: tuple[Subject, ...]
    nothing: tuple[tuple[str, int], ...]
    by: dict[str, int]
    answered: dict[str, int]
    minutes: int


def tally(logged: Iterable[ConsultationLogged]) -> Tally:
    """Each consultation counts once; equal words count together, however they are spaced."""
    subjects, nothing = Counter[tuple[Shown, str]](), Counter[str]()
    by, answered = Counter[str](), Counter[str]()
    names: dict[tuple[Shown, str], str] = {}
    minutes = 0
    for told in logged:
        by[told.by] += 1
        answered[told.answered] += 1
        minutes += told.minutes
        if told.shown is Shown.NOTHING:
            nothing[" ".join(told.asked.split())] += 1
        else:
            subjects[told.shown, told.id] += 1
            names[told.shown, told.id] = told.name
    return Tally(
        count=by.total(),
        subjects=tuple(Subject(*key, names[key], count) for key, count in subjects.most_common()),
        nothing=tuple(nothing.most_common()),
        by=dict(by),
        answered=dict(answered),
        minutes=minutes,
    )
