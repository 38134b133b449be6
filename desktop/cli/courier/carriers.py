"""`courier`: ask carriers, take in what they push, how the asking stands, and what they know us by."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import click

from desktop import settings
from desktop.cli.answer import answer
from desktop.domain.courier.carrying.credentials import CarrierPlace, Credentials
from desktop.domain.courier.carrying.tracking import TrackOutcome
from desktop.domain.halls.roles import STATION
from desktop.domain.refusal import Refusal
from desktop.services.courier import pickups, pushes, tracking
from desktop.services.courier.credentials import held, known_names, required, with_service
from desktop.services.courier.tracking import Recorded
from desktop.services.office import Office
from desktop.wording import _
from desktop.wording.carrying import polls_text
from desktop.wording.labels import label

PAUSE = 60
"""Seconds between two looks at what is due."""
SECRETS = ("key", "secret", "salt")
NAMES = {
    "customer": _("客户号"),
    "key": _("密钥"),
    "secret": _("下单密钥"),
    "salt": _("推送密钥"),
}


@click.group("courier", help=_("快递：向承运人查询进度，收推送，看查询情况，设置账号"))
def courier_command() -> None:
    """Commands for a scheduler and a hall server."""


@courier_command.command(
    "poll", help=_("查询到时的运单；同一单号半小时内只问一次。不写 --once 就一直查下去")
)
@click.option("--once", is_flag=True, help=_("查完到时的就结束"))
@click.pass_obj
def poll(office: Office, once: bool) -> None:
    """Exit code 1 where the service does not accept who asks: somebody must see to it."""
    required(office)
    told = _round(office)
    while not once:
        if told.asked:
            click.echo(_said(told), err=True)
        Event().wait(PAUSE)
        told = _round(office)
    polls = tracking.due(office)
    denied = polls.worst is not None and polls.worst.outcome is TrackOutcome.DENIED
    lines = [_said(told), polls_text(polls, office.now())]
    answer(told, lines, ok=not denied)


@courier_command.command("push", help=_("收进一条推送（文件里是对方发来的表单），打印应答的内容"))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def push(office: Office, file: Path) -> None:
    """What is printed is what the service waits for."""
    try:
        taken = pushes.take_push(office, file.read_bytes())
    except Refusal as refusal:
        if refusal.code != "no_carrier_service":
            click.echo(pushes.refusal_reply(office).decode())
        raise
    value = {"shipment": taken.shipment, "waybill": taken.waybill, "new": taken.new}
    answer(value | {"reply": taken.reply.decode()}, [taken.reply.decode()])


@courier_command.command("subscribe", help=_("请对方把这件快递的进度推送到大厅服务器的网址"))
@click.argument("shipment")
@click.option("--callback", metavar="URL", required=True, help=_("收推送的 https 网址"))
@click.pass_obj
def subscribe(office: Office, shipment: str, callback: str) -> None:
    """A number subscribed before is as good as one subscribed now."""
    outcome = pushes.subscribe(office, STATION, shipment, callback)
    good = outcome is TrackOutcome.TOLD
    said = _("已订阅") if good else label(outcome)
    answer({"shipment": shipment, "outcome": outcome}, [f"{shipment}  {said}"], ok=good)


@courier_command.command("status", help=_("承运人查询的情况：在查几件、上次何时、有没有失败"))
@click.pass_obj
def status(office: Office) -> None:
    """Asks nothing."""
    polls = tracking.due(office)
    answer(polls, [polls_text(polls, office.now())])


@courier_command.command(
    "credentials",
    help=_("承运人查询的地址写进设置，账号存入本机加密库，从不显示；不写选项即看存了哪些"),
)
@click.option("--address", metavar="URL", help=_("查询、订阅的 https 地址；写空即停用"))
@click.option("--orders", metavar="URL", help=_("上门取件的 https 地址；写空即停用"))
@click.option("--customer", metavar="C", help=_("客户号"))
@click.option("--key-file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--secret-file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--salt-file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_obj
def credentials(
    office: Office,
    /,
    address: str | None,
    orders: str | None,
    customer: str | None,
    **files: Path | None,
) -> None:
    """Secrets come from files: on a command line others could read them."""
    station = office.station
    if any(one is not None for one in (address, orders, customer, *files.values())):
        told = {name: _read(files[f"{name}_file"]) for name in SECRETS}
        place = CarrierPlace(
            tracking=station.courier_address if address is None else address,
            orders=station.courier_orders if orders is None else orders,
        )
        station = with_service(office, STATION, place, Credentials(customer=customer or "", **told))
        settings.save(station, settings.home())
        office.station = station
    known = known_names(office)
    shown = [NAMES[name] for name, there in known.items() if there]
    line = _("承运人查询：{address}；上门取件：{orders}；已存：{known}").format(
        address=station.courier_address or _("没有设置"),
        orders=station.courier_orders or _("没有设置"),
        known="、".join(shown) or _("无"),
    )
    value = {"address": station.courier_address, "orders": station.courier_orders}
    answer(value | {"held": known, "complete": bool(held(office).key)}, [line])


def _round(office: Office) -> Recorded:
    """All that is due now, batch after batch: pushes whose number is known by now, pickups, numbers."""
    pushes.match_kept(office)
    for sending in pickups.due(office):
        pickups.record(office, STATION, sending, pickups.sent(sending))
    moved: list[str] = []
    asked = failed = left_out = 0
    while (asking := tracking.ask(office)) is not None:
        told = tracking.record(office, tracking.answered(asking))
        asked, failed = asked + told.asked, failed + told.failed
        left_out += told.left_out
        moved += told.moved
    return Recorded(asked, tuple(moved), failed, left_out)


def _said(told: Recorded) -> str:
    line = _("问了 {asked} 件，{moved} 件有新动态，{failed} 件没有查到").format(
        asked=told.asked, moved=len(told.moved), failed=told.failed
    )
    if told.left_out:
        line += _("；{n} 条动态没有时刻，没有采用").format(n=told.left_out)
    return line


def _read(file: Path | None) -> str:
    return file.read_text("utf-8").strip() if file is not None else ""


COMMANDS: tuple[click.Command, ...] = (courier_command,)
