"""日志: its refusals, and what a check of an exported file found."""

from __future__ import annotations

from desktop.domain.supervision.log.altered import Altered, Fault
from desktop.domain.supervision.log.figures import Figure
from desktop.domain.supervision.log.views import By
from desktop.wording import _
from desktop.wording.log import COLUMN_TITLES, GROUPS, figure_name

REFUSALS: dict[str, str] = {
    "manifest_broken": _("清单文件不完整或被改过，读不出来。请找回导出时的原清单再核对。"),
    "cannot_read": _("读不了文件「{name}」，请核对路径。"),
    "unknown_profile": _("没有叫「{name}」的导出方案，已有：{known}。"),
    "profile_name": _("请给方案起个名字，不超过 {longest} 个字。"),
}
FAULTS: dict[Fault, str] = {
    Fault.NO_MANIFEST: _("旁边没有清单 {where}，日志里也没有这个文件的导出记录"),
    Fault.MANIFEST: _("清单被改过：与导出时记入日志的校验值不同"),
    Fault.FILE: _("文件被改过：现在的校验值是 {told}，导出时是 {holds}"),
    Fault.UNKNOWN: _("日志里没有这次导出的记录，不能证明文件出自本厅"),
    Fault.CHAIN: _("日志链断在 {where}"),
    Fault.HEAD: _("日志被改过：链位 {where} 的哈希与清单不同"),
    Fault.FIGURE: _("统计不同：{where}，清单写 {told}，日志现有 {holds}"),
    Fault.DAMAGED: _("文件已损坏，打不开或读到一半读不下去，不能逐行核对"),
    Fault.ROW: _("行被改过：链位 {where} 的「{column}」，文件写「{told}」，日志是「{holds}」"),
    Fault.MISSING_ROW: _("少了一行：链位 {where}"),
    Fault.EXTRA_ROW: _("多出一行，日志里没有：{told}"),
}


def fault_line(found: Altered) -> str:
    """One thing that is wrong, named."""
    where = found.where
    if found.fault is Fault.FIGURE:
        by, _colon, key = where.partition(":")
        one = Figure(by=By(by), key=key, count=0)
        where = f"{GROUPS[one.by]} {figure_name(one)}"
    return FAULTS[found.fault].format(
        where=where, told=found.told, holds=found.holds or _("没有这一条"),
        column=COLUMN_TITLES.get(found.column, found.column),
    )  # fmt: skip
