"""`hub status`: halls, devices, what waits, how far behind; asked of the hub, else as last told."""

from __future__ import annotations

from datetime import datetime

import click

from desktop.cli.answer import answer
from desktop.domain.days import BEIJING
from desktop.domain.exchange.batches import DeviceHead
from desktop.domain.refusal import Refusal
from desktop.services.exchange import membership
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.refusals import sentence


@click.command("status", help=_("大厅、设备、上次联网、待同步、分歧、落后多少"))
@click.pass_obj
def status_command(office: Office) -> None:
    """Exit 1 where the hub does not answer or exchanging has stopped: for a scheduler."""
    why = _looked(office)
    standing, told = membership.standing(office), membership.directory(office)
    waiting = office.store.exchange.waiting()
    halls = [(one, one.seq - office.store.exchange.cursor(one.code).seq) for one in told.halls]
    stopped = sentence(Refusal(standing.why, **standing.data)) if standing.stopped else ""
    value = {
        "hub": membership.member(office).hub,
        "address": membership.member(office).address,
        "device": office.store.journal.device,
        "reachable": not why,
        "why": why or stopped,
        "as_of": told.as_of,
        "exchanged_at": standing.whole_at,
        "waiting": waiting,
        "behind": sum(lag for _hall, lag in halls),
        "halls": [
            {"code": one.code, "name": one.name, "main": one.main, "entries": one.seq, "lag": lag}
            for one, lag in halls
        ],
        "devices": [_device(one) for one in told.devices],
    }
    lines = [
        _("本机 {device}：待同步 {waiting} 条，落后 {behind} 条，上次交换 {at}").format(
            device=value["device"], waiting=waiting, behind=value["behind"],
            at=_moment(standing.whole_at),
        ),
        *(_("大厅 {code} {name}：{n} 条，本机落后 {lag} 条").format(
            code=one.code, name=one.name, n=one.seq, lag=lag) for one, lag in halls),
        *(_line(one) for one in told.devices),
        *([_("以上为 {at} 所知。").format(at=_moment(told.as_of))] if why else []),
        *filter(None, (why, stopped)),
    ]  # fmt: skip
    answer(value, lines, ok=not (why or stopped))


def _looked(office: Office) -> str:
    """Asks the hub and remembers its answer; else the sentence that says why not."""
    try:
        membership.look(office)
    except Refusal as refusal:
        if refusal.code in ("no_hub", "no_hubs"):
            raise
        return sentence(refusal)
    return ""


def _device(one: DeviceHead) -> dict[str, object]:
    return {
        "code": one.code,
        "hall": one.hall,
        "revoked": one.revoked,
        "seen_at": one.seen_at,
        "entries": one.seq,
        "waiting": one.waiting,
        "behind": one.behind,
        "disagreements": one.disagreements,
    }


def _line(one: DeviceHead) -> str:
    told = _("设备 {code}（{hall}）：上次联网 {at}，待同步 {waiting} 条，分歧 {disagreements} 项").format(
        code=one.code, hall=one.hall, at=_moment(one.seen_at), waiting=one.waiting,
        disagreements=one.disagreements,
    )  # fmt: skip
    return told + (_("，已停用") if one.revoked else "")


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(BEIJING):%Y-%m-%d %H:%M}" if at else "—"
