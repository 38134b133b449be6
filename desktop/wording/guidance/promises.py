"""容缺受理 and 告知承诺 in words: who is excluded and how to repair it, refusals, acts of the log."""

from __future__ import annotations

from datetime import date

from desktop.domain.identity.verdict import Verdict
from desktop.domain.promises import entries
from desktop.wording import _
from desktop.wording.papers import day_text

STANDING: dict[str, str] = {
    "promise_broken": _(
        "申请人在办件 {case} 中承诺不实或未履行（{found}认定：{reason}），修复前不适用容缺受理和告知承诺。"
        "请按一般程序收齐材料；已整改的，由主管在该办件登记信用修复。"
    ),
    "record_found": _(
        "申请人在失信名单上：{what}（{organ}认定{until}），名单截至 {as_of}。修复前不适用容缺受理和"
        "告知承诺，请按一般程序收齐材料；对名单有异议或者要修复的，请向{organ}申请，修复后导入新名单。"
    ),
    "record_by_name": _(
        "失信名单上有同名主体：{name}，{what}（{organ}认定{until}），名单截至 {as_of}。证件号码没有对上，"
        "请核对是否同一主体。"
    ),
    "records_absent": _("未导入失信名单，按申请人书面承诺受理。"),
    "record_none": _("不在失信名单上，名单截至 {as_of}。"),
}
"""What is found of an applicant who promises: code of the verdict → sentence."""

REFUSALS: dict[str, str] = {
    "promise_excluded": _("{verdict}"),
    "deferral_without_limit": _(
        "{names} 不能容缺：本事项没有承诺期限，也没有法定期限，定不出补交的期限。请收取后再受理。"
    ),
    "deferral_day_wrong": _(
        "「{name}」约定 {day} 补交，要在 {first} 至 {last} 之间（不超过办理期限），请改日期。"
    ),
    "deferred_not_settled": _("当场办结要材料齐全，{names} 还在容缺。请收取后再办结。"),
    "granted_though_deferred": _(
        "{names} 还没有补交，不能准予。请催补；逾期不补的，依法终止或者不予。"
    ),
    "no_commitment": _("这个办件没有按告知承诺办理，或者承诺已经撤回。"),
    "commitment_too_late": _("办件现在是「{stage}」，承诺只能在受理以后、作出决定以前撤回。"),
    "breach_known": _("这个办件已登记承诺不实，没有重复登记。"),
    "no_breach": _("这个办件没有登记过承诺不实，不用修复。"),
    "no_promise_made": _("这个办件没有书面承诺（容缺或者告知承诺），谈不上承诺不实。"),
    "records_in_future": _("名单截至日 {as_of} 还没有到，请核对。"),
    "records_headless": _(
        "名单里找不到这些列：{names}。请在前 10 行内用这些列名写一行表头，另可有认定日期、有效期至、"
        "修复日期；一行也没有导入。"
    ),
    "records_empty": _("表头下面没有一行名单，没有导入。要清空名单，请导入认定机关出具的新名单。"),
    "records_wrong": _(
        "第 {row} 行第 {column} 列「{label}」写着「{value}」：{reason}。请改正后重新导入，一行也没有导入。"
    ),
}
CELLS: dict[str, str] = {
    "needed": _("不能空"),
    "too_long": _("太长"),
    "control": _("有看不见的控制字符"),
    "not_a_day": _("不是日期，请写成 2026-02-12"),
    "number_form": _("不像证件号码，只能有字母、数字和掩码的星号"),
    "number_check": _("十八位的校验码不对"),
    "after_list": _("晚于名单截至日"),
}
"""Why a cell of the list cannot be taken."""

ACTS: dict[str, str] = {
    "case.committed": _("告知承诺"),
    "case.commitment_withdrawn": _("撤回承诺"),
    "case.commitment_breached": _("认定承诺不实"),
    "case.breach_repaired": _("信用修复"),
    "records.imported": _("导入失信名单"),
}


def standing_text(verdict: Verdict) -> str:
    """What is known of who promises; another verdict has its own words elsewhere."""
    until, found = verdict.data.get("until"), verdict.data.get("found")
    told = {
        **verdict.data,
        "found": day_text(found) if isinstance(found, date) else "",
        "until": _("，有效期至 {day}").format(day=until) if until else "",
    }
    return STANDING[verdict.code].format_map(told)


def imported(told: entries.RecordsImported) -> str:
    """Counts and the day of the list; no row."""
    before = _("，替换截至 {day} 的名单").format(day=told.replaced) if told.replaced else ""
    return (
        _("名单截至 {day}，{rows} 行，{file}，sha256 {sha}").format(
            day=told.as_of, rows=told.rows, file=told.file, sha=told.sha256[:16]
        )
        + before
    )


def committed(told: entries.Committed) -> str:
    """How many materials it spares, and the digest of what was told and promised."""
    return _("免交 {n} 项，承诺书摘要 {sha}").format(n=len(told.keys), sha=told.digest[:16])


def withdrawn(told: entries.CommitmentWithdrawn) -> str:
    owed = _("；按一般程序补交 {n} 项").format(n=len(told.lines)) if told.lines else ""
    return told.reason + owed


def breached(told: entries.CommitmentBreached) -> str:
    kind = _("承诺不实") if told.false else _("未履行承诺")
    return _("{kind}，{day}认定：{reason}").format(
        kind=kind, day=day_text(told.found_on), reason=told.reason
    )


def repaired(told: entries.BreachRepaired) -> str:
    return _("{day}修复：{reason}").format(day=day_text(told.repaired_on), reason=told.reason)


SENTENCES = (imported, committed, withdrawn, breached, repaired)
"""One per payload, for the log; each says its payload by its annotation."""
