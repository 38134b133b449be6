"""`hub`: setting one up, coming in, letting others in, a new device code, and how it stands."""

from __future__ import annotations

import click

from desktop import settings
from desktop.cli.answer import answer
from desktop.cli.exchange.standing import status_command
from desktop.domain.halls.roles import STATION
from desktop.services.exchange import membership, renewal
from desktop.services.exchange.crossing import handing
from desktop.services.office import Office
from desktop.wording import _

CODE = click.option(
    "--code", required=True, metavar="CODE", help=_("注册码；写 - 则在屏幕上询问，不留在命令里")
)
SEAL_IT = _("这是本厅新的恢复码，只显示这一次。请打印、装袋封存，旧的作废：")


@click.group("hub", help=_("联网中心：建立、加入、发码、停用、状态"))
def hub_command() -> None:
    """What it does stands at its parts."""


@hub_command.command("init", help=_("在 PostgreSQL 上建立联网中心，本厅为主厅"))
@click.option("--dsn", required=True, help=_("管理员的连接参数；写 - 则在屏幕上询问，不留在命令里"))
@click.option("--name", default="", help=_("主厅名称；不写用本机设置的"))
@click.pass_obj
def init_command(office: Office, dsn: str, name: str) -> None:
    """All or nothing; the administrator's login is used here and kept nowhere."""
    told = membership.found(office, STATION, _asked(dsn, _("管理员连接参数")), name)
    lines = [
        _("联网中心已建立，本厅（{hall}）为主厅。").format(hall=office.station.hall),
        _("地址：{address}").format(address=told.address),
        _("第一台机器的注册码（72 小时内用一次）：{code}").format(code=told.code),
        _('现在执行：hub join --address "{address}" --code -').format(address=told.address),
    ]
    answer({"hub": told.hub, "address": told.address, "code": told.code}, lines)


@hub_command.command("join", help=_("用注册码加入联网中心"))
@click.option("--address", required=True, help=_("中心地址：host=… port=… dbname=…"))
@CODE
@click.pass_obj
def join_command(office: Office, address: str, code: str) -> None:
    """The history comes with the first `sync`."""
    recovery = membership.join(office, STATION, address, _asked(code, _("注册码")))
    device = office.store.journal.device
    lines = [_("已加入，设备 {device}。执行 sync 取得本厅的记录。").format(device=device)]
    if recovery:
        lines += [SEAL_IT, recovery]
    value = {"hub": membership.member(office).hub, "device": device, "recovery_code": recovery}
    answer(value, lines)


@hub_command.command("code", help=_("给另一台机器发一次性注册码，72 小时有效"))
@click.option("--hall", default="", help=_("大厅代码；不写为本厅"))
@click.option("--name", default="", help=_("大厅名称"))
@click.option(
    "--dsn", default="", help=_("没有机器可发码时，由管理员发：连接参数；写 - 则在屏幕上询问")
)
@click.pass_obj
def code_command(office: Office, hall: str, name: str, dsn: str) -> None:
    """Shown once; a code for the own hall carries the hall's key, unless an administrator issues it."""
    hall = hall.strip().upper() or office.station.hall
    own = office.station.hall_name if hall == office.station.hall else ""
    known = membership.directory(office).hall(hall)
    name = name or own or (known.name if known else hall)
    if dsn:
        asked = _asked(dsn, _("管理员连接参数"))
        told = membership.let_in(office, STATION, asked, hall, name)
        code, address = told.code, told.address
    else:
        code = membership.issue_code(office, STATION, hall, name)
        address = membership.member(office).address
    lines = [
        _("{name}（{hall}）的注册码，{hours} 小时内用一次：").format(
            name=name, hall=hall, hours=membership.HOURS
        ),
        code,
        _("中心地址：{address}").format(address=address),
    ]
    hours = membership.HOURS
    answer({"hall": hall, "name": name, "code": code, "hours": hours, "address": address}, lines)


@hub_command.command("revoke", help=_("停用一台设备：不能再交换，写过的都在"))
@click.argument("device")
@click.option("--reason", required=True, help=_("为什么停用"))
@click.pass_obj
def revoke_command(office: Office, device: str, reason: str) -> None:
    """It takes effect at once."""
    device = device.strip().upper()
    membership.revoke(office, STATION, device, reason)
    answer(
        {"device": device, "reason": reason.strip()},
        [_("设备 {device} 已停用。").format(device=device)],
    )


@hub_command.command("renew", help=_("换新设备代码重新加入：磁盘被复制、代码被占用或本机被停用时"))
@CODE
@click.option("--address", default="", help=_("中心地址；不写用上次的"))
@click.pass_obj
def renew_command(office: Office, code: str, address: str) -> None:
    """What the hub does not hold under the old code goes over to the new one."""
    folder = settings.home()
    code = _asked(code, _("注册码"))
    done = renewal.renew(office, STATION, code, lambda told: settings.save(told, folder), address)
    lines = [
        _("本机新设备代码 {new}（原 {old}），{n} 条改记在新代码下。执行 sync 继续。").format(
            new=done.device, old=done.follows, n=done.moved.entries
        ),
        *(_("编号更换：{old} → {new}（文书上印的是旧号，凭旧号也查得到）").format(
            old=old, new=entity.partition(":")[2]) for entity, old in done.moved.numbers),
        *([_("换代码前的数据文件留作凭证：{name}").format(name=done.copy)] if done.copy else []),
        *([SEAL_IT, done.recovery] if done.recovery else []),
    ]  # fmt: skip
    value = {
        "device": done.device,
        "follows": done.follows,
        "entries": done.moved.entries,
        "numbers": [{"now": entity, "printed": printed} for entity, printed in done.moved.numbers],
        "copy": done.copy,
        "recovery_code": done.recovery,
    }
    answer(value, lines)


@hub_command.command("give", help=_("移交：把办件交给另一个大厅办理，出办件移交单"))
@click.argument("cases", nargs=-1, required=True, metavar="办件编号…")
@click.option("--to", "hall", required=True, help=_("接收的大厅代码"))
@click.option("--reason", required=True, help=_("为什么移交"))
@click.pass_obj
def give_command(office: Office, cases: tuple[str, ...], hall: str, reason: str) -> None:
    """The sheet is printed in the window, from the papers of each case; its clock runs on."""
    told = handing.hand_over(office, STATION, cases, hall, reason)
    given = office.store.views.case(cases[0])
    sheet = given.handed.sheet if given and given.handed else ""
    line = _("已移交「{hall}」，移交单 {sheet}，等对方接收。").format(
        hall=told.to_name, sheet=sheet
    )
    answer({"sheet": sheet, "cases": [one.case for one in told.cases]}, [line])


hub_command.add_command(status_command)
COMMANDS: tuple[click.Command, ...] = (hub_command,)


def _asked(told: str, what: str) -> str:
    return str(click.prompt(what, hide_input=True, err=True)) if told == "-" else told
