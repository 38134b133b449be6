"""Every refusal's sentence: what was wrong, and what to do. `{name}` is the refusal's data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.domain.identity.verdict import Verdict
from desktop.domain.refusal import Refusal
from desktop.wording import _, custody
from desktop.wording.arrivals.acts import REFUSALS as ARRIVAL_REFUSALS
from desktop.wording.billing import words as billing
from desktop.wording.carrying import REFUSALS as CARRIER_REFUSALS
from desktop.wording.closing.labels import REFUSALS as CLOSING_REFUSALS
from desktop.wording.exchange.disagreements import REFUSALS as DISAGREEMENT_REFUSALS
from desktop.wording.exchange.refusals import REASONS as EXCHANGE_REASONS
from desktop.wording.exchange.refusals import REFUSALS as EXCHANGE_REFUSALS
from desktop.wording.guidance import promises
from desktop.wording.guidance.items import guidance_refusal, verdict_sentence
from desktop.wording.guidance.policies import POLICIES
from desktop.wording.labels import label
from desktop.wording.licences.fetching import REFUSALS as LICENCE_REFUSALS
from desktop.wording.licences.fetching import TABLE_REASONS
from desktop.wording.parcels import addresses, coverage
from desktop.wording.supervision.log import REFUSALS as LOG_REFUSALS
from desktop.wording.supervision.oversight import REFUSALS as OVERSIGHT_REFUSALS
from desktop.wording.themes.acts import REFUSALS as THEME_REFUSALS
from desktop.wording.troubles.acts import REFUSALS as TROUBLE_REFUSALS

SENTENCES: dict[str, str] = {
    **promises.REFUSALS,
    **billing.REFUSALS,
    **POLICIES,
    **TROUBLE_REFUSALS,
    **OVERSIGHT_REFUSALS,
    "no_such_move": _("办件现在是「{stage}」，不能{move}。"),
    "no_such_step": _("快递现在是「{stage}」，不能改为「{then}」。"),
    "not_allowed": _("「{role}」没有这项权限：{right}。请主管办理。"),
    "unknown_answer": _("问题 {question} 没有「{option}」这个选项。"),
    "one_answer_only": _("问题 {question} 只能选一项，给了「{option}」。"),
    "own_proposal": _("自己提交的事项包要由另一人复核发布。"),
    "proposal_settled": _("这份事项包已经复核过，或已退回。"),
    "proposed_already": _("同样的事项包已经提交，正等待复核。"),
    "unknown_item": _("没有编号为 {item} 的事项。"),
    "unknown_case": _("没有编号为 {case} 的办件。"),
    "unknown_paper": _("没有编号为 {paper} 的文书。"),
    "unknown_shipment": _("没有编号为 {shipment} 的快递。"),
    "unknown_draft": _("这份草稿已不在本机。"),
    "draft_gone": _("这份草稿已交给别人或已释放，这里不再保存；由现在的经办人接着办。"),
    "unknown_carrier": _("不认识的承运人：{carrier}。"),
    "unknown_form": _("没有编号为 {what} 的事项或主题。"),
    "no_form": _("「{item}」在这一情形下不用填申请表。"),
    "advice_only": _("本厅对「{item}」只提供咨询，不收件。请打印办事清单（F2）交申请人。"),
    "already_received": _("这份草稿已收件，编号 {case}，没有重复办理。"),
    "materials_open": _("还差：{names}。请收取后再受理，或按 F3 一次告知补正。"),
    "not_ready": _("还差 {count} 处，先看这一处。"),
    "nothing_to_correct": _("材料齐全、符合法定形式，应当受理，不能出补正告知。"),
    "refusal_without_facts": _("不予受理要写明事实和理由。"),
    "refusal_without_organ": _("不属于本机关职权的，要写明应当向哪个机关申请。"),
    "document_not_by_post": _(
        "决定书、通知书是国家机关公文，须由邮政企业（EMS）寄递；改用其他承运人须主管写明理由。"
    ),
    "needed_time_missing": _("要写明需要多长时间，书面告知申请人。"),
    "procedure_without_basis": _("「{procedure}」不计入期限，要写明本事项的依据。"),
    "before_acceptance": _("{on} 早于受理日 {accepted}，请核对日期。"),
    "procedures_overlap": _("{on} 还在上一段特别程序之内，请核对开始日期。"),
    "result_missing": _("请写明特别程序的结果。"),
    "no_open_request": _("没有等待意见的技术审查（第 {number} 件），已出的意见不能改写。"),
    "opinion_missing": _("请写明意见。"),
    "technical_incomplete": _("请写明委托谁审查、审查什么。"),
    "technical_open": _("技术审查意见还没有出（{to}），出了再决定。"),
    "unknown_step": _("本事项没有「{step}」这个环节。"),
    "two_checkers": _("实质核查要由两名以上工作人员进行，请写明同行人员。"),
    "no_extension": _("本事项没有可以延长的期限。"),
    "extended_already": _("已经延长过一次，不能再延。"),
    "extension_too_long": _("最多延长 {most} {unit}，请改短。"),
    "extension_unapproved": _("延期要写明理由和批准的负责人。"),
    "extension_too_late": _("期限已于 {due} 届满，不能再延期；请作出决定并写明逾期原因。"),
    "steps_open": _("这些环节还没有审查：{names}。"),
    "handler_missing": _("请写明经办人；经办人和首席代表两人签字即可。"),
    "denial_without_reasons": _("不予决定要写明理由和依据的条文。"),
    "granted_though_failed": _("这些环节的审查结论是「不符合」：{names}。要准予，请先重新审查。"),
    "overdue_reason_missing": _("已超过期限，请写明逾期的原因，一并告知申请人。"),
    "nothing_overdue": _("没有超期的期限，不用出逾期说明。"),
    "nothing_granted": _("没有作出准予的决定，没有证照可制。"),
    "result_unnumbered": _("请填写结果证照的名称和编号。"),
    "validity_reversed": _("有效期的截止日 {last} 早于起始日 {first}，请核对。"),
    "produce_first": _("准予的决定要先制证（填写证照编号和有效期），再送达。"),
    "nothing_delivered": _("请选明送达哪些文书。"),
    "waybill_missing": _("寄递送达要填运单号。"),
    "before_decision": _("{on} 早于决定或制证的日期 {since}，请核对。"),
    "document_wrong": _("领取人的证件号码不对：{verdict}请核对后重输。"),
    "receiver_unknown": _("请填写领取人，并核对其证件。"),
    "mandate_missing": _("代领要有委托：收件时的授权含领取且未过期，或者现场核验委托书。"),
    "transfer_where": _("转办要么转到本厅的另一事项，要么写明转给哪个机关，二选一。"),
    "transfer_to_itself": _("已经是「{item}」了，请选另一个事项。"),
    "nothing_amended": _("没有改动任何内容。"),
    "contact_missing": _("请写明联系人。"),
    "nothing_to_review": _("这一行为不需要复核，或已复核过。"),
    "own_act": _("自己的行为要由别人复核。"),
    "nothing_to_hand_in": _("没有选中要移送的办件。"),
    "batch_to_nobody": _("请写明材料移送给谁（承办机构或人员）。"),
    "already_handed_in": _("办件 {case} 的材料已移送，或已不在窗口。"),
    "unknown_batch": _("没有编号为 {batch} 的交接单。"),
    "batch_taken": _("交接单 {batch} 已清点签收过。"),
    "batch_by_nobody": _("请写明清点的人。"),
    "batch_by_giver": _("交出的人不能自己清点签收，请由另一人清点。"),
    "waybill_wrong": _("运单号不对：{verdict}请核对后重扫。"),
    "waybill_in_use": _("运单号 {waybill} 已用于快递 {shipment}，请核对。"),
    "parcel_closed": _("快件 {shipment} 已交出，不能再改内件。"),
    "parcel_not_waiting": _("快件 {shipment} 不在待揽收，不能列入交接单。"),
    "nothing_to_hand_over": _("没有待交给{carrier}的快件。"),
    "in_the_future": _("时间 {at} 还没有到，请核对。"),
    "password_short": _("密码至少 {shortest} 位。"),
    "pin_short": _("锁屏 PIN 至少 {shortest} 位数字。"),
    "pin_digits": _("锁屏 PIN 只能是数字。"),
    "wrong_password": _("工号或密码不对，请重输。"),
    "wait": _("输错次数较多，请 {seconds} 秒后再试。账号不会被锁死。"),
    "clerk_incomplete": _("请填写工号和姓名。"),
    "last_supervisor": _("至少要保留一名在用的主管。"),
    "station_incomplete": _("请填写{field}（大厅代码、设备码用 2–8 位字母或数字）。"),
    "already_opened": _("本机已完成首次设置。"),
    "collect_without_organ": _("「{item}」设为代收时，要写明代哪个机关收。"),
    "dates_reversed": _("开始日期 {first} 晚于结束日期 {last}。"),
    "unknown_hall": _("没有编号为 {hall} 的大厅。本机知道的有：{known}。"),
    "unknown_format": _("不支持的格式 {format}，可用：{known}。"),
    "reason_needed": _("导出未遮盖的个人信息，须写明理由。"),
    "codes_stay": _("大厅代码 {hall} 和设备码 {device} 印在每个编号上，不能改。"),
    "passwords_differ": _("两次输入的密码不一样，请重输。"),
    "printer_failed": _("打印机「{printer}」没有接受《{title}》，请检查打印机后再打，不算补打。"),
    "not_signed_in": _("请先登录。"),
    "cancelled": _("已取消，没有留下文件。"),
    "cannot_write": _("写不了文件「{name}」：{reason}。请换个位置或腾出空间再试。"),
    "no_glyph": _("这些字没有可用的字形，打印会缺字：{characters}。请核对是否录错。"),
    "cannot_encode": _("内容里有不能保存的字符或太长：{reason}。请删去后再试。"),
    "disk_full": _("磁盘已满，这一步没有写入，屏幕上的内容都在。请腾出空间后再按一次。"),
    "busy": _("数据文件正被另一个程序占用，这一步没有写入。请稍候再按一次。"),
    "newer_database": _("数据文件是更新版本的程序写的，请先升级本程序。"),
    "wrong_key": _("密钥打不开数据文件。请检查本机凭据，或用恢复码从备份恢复。"),
    "not_a_backup": _("这不是一窗的备份文件，或文件已损坏：{reason}。"),
    "days_out_of_range": _("天数超出可计算的范围（最多 {most}）。"),
    "suspension_reversed": _("特别程序的结束日 {last} 早于开始日 {first}。"),
    "no_credential": _("找不到本机凭据文件，打不开数据。请从备份恢复。"),
    "credential_damaged": _("本机凭据文件已损坏，打不开数据。请用恢复码从备份恢复。"),
    "bad_device_suffix": _("新设备码的后缀「{drawn}」不对，应为三位字母或数字。"),
    "credential_exists": _("本机已有凭据，不会覆盖。"),
    "recovery_code_mistyped": _("恢复码抄写有误，请逐组核对。"),
    "recovery_code_wrong": _("恢复码与这个备份不符。"),
    "not_a_store": _("这个文件不是一窗的数据文件。"),
    "file_damaged": _("数据文件已损坏。请从最近的备份恢复。"),
    "no_such_file": _("没有这个文件：{path}"),
    "file_exists": _("文件已存在，不会覆盖：{path}。请换个名字。"),
    "sealed_part_damaged": _("一条记录的加密部分已损坏，打不开。请从最近的备份恢复。"),
    "case_key_damaged": _("办件密钥已损坏，个人信息打不开。"),
    "case_forgotten": _("该办件的个人信息已按期销毁，不能再写入。"),
    "unknown_licence_number": _("证照库里没有 {licence}。"),
    "licence_without_item": _("请先选定证照属于哪个事项。"),
    "licence_incomplete": _("请填写证照名称、编号和持有人。"),
    "licence_known": _("「{name}」{number} 已在证照库，内容相同，没有重复登记。"),
    **LICENCE_REFUSALS,
    **custody.REFUSALS,
    **CARRIER_REFUSALS,
    "licence_ended": _("「{name}」{number} 已经终止，不能再终止一次。"),
    "renewal_late": _(
        "「{name}」{number} 的延续申请已于 {closes} 截止（有效期至 {valid_until}），不再受理延续。"
        "请告知申请人重新申请。"
    ),
    "foreign_number": _("编号 {number} 不是本设备的。"),
    "reason_missing": _("请写明理由。"),
    "fork": _("日志在 {at} 处出现分叉，请停用该设备并联系技术人员。"),
    "order_changed": _("已确认的次序不能改变。"),
    "unknown_page": _("没有这种纸张：{page}。可用 A4、A5。"),
    "paper_without_facts": _("文书 {paper} 的个人信息已销毁，不能再打印。"),
    "calendar_year_out_of_range": _("年份 {year} 不对，请核对。"),
    "calendar_without_notice": _("{year} 年写着已公布，却没有通知的网址或文号，请补上其中一项。"),
    "calendar_address_wrong": _("「{address}」不是网址，应以 http:// 或 https:// 开头。"),
    "calendar_day_nameless": _("{day} 没有写是哪个节日。"),
    "calendar_day_of_another_year": _(
        "{day} 不属于 {year} 年的放假安排（只收本年和上年 12 月 25 日以后的日子）。"
    ),
    "calendar_day_repeated": _("{day} 写了两次，请留一处。"),
    "calendar_workday_on_weekday": _("{day} 不是周六或周日，本来就上班，不能列为补班。"),
    "calendar_legal_day_missing": _("{day} 是法定节假日，须列为放假（法定）。"),
    "closing_time_wrong": _("闭门时间「{given}」不对，请写成 17:00 这样。"),
    "nothing_asked": _("请写下问了什么，或先选定给对方看的事项。"),
    "minutes_wrong": _("用时请填 0 到 {most} 分钟。"),
    **THEME_REFUSALS,
    **EXCHANGE_REFUSALS,
    **DISAGREEMENT_REFUSALS,
    **addresses.REFUSALS,
    **coverage.REFUSALS,
    **ARRIVAL_REFUSALS,
    **CLOSING_REFUSALS,
    **LOG_REFUSALS,
    "broken_chain": _("日志链在 {at} 处断开，请停用本机并联系技术人员。"),
}

FIELDS = {
    "hall": _("大厅代码"),
    "device": _("设备码"),
    "hall_name": _("大厅名称"),
    "organ": _("机关全称"),
    "window": _("窗口号"),
}

REASONS = {
    "nul": _("有空字符"),
    "surrogate": _("有残缺的字符"),
    "length": _("太长"),
    "type": _("类型不对"),
    "changed": _("存取后会变样"),
    "entity": _("对象名不对"),
    "no_offset": _("时间没有时区"),
    "unknown_kind": _("本版本不认识这类记录"),
    "head": _("文件开头不对"),
    **TABLE_REASONS,
    **EXCHANGE_REASONS,
    **promises.CELLS,
}


def sentence(refusal: Refusal) -> str:
    """The sentence with the article it rests on; an unknown code is shown, never hidden."""
    template = SENTENCES.get(refusal.code)
    if template is None:
        return guidance_refusal(refusal) or _("不能这样做（{code}）。").format(code=refusal)
    told = template.format_map(_Worded(refusal.data))
    article = refusal.data.get("article")
    return f"{told}（{article}）" if article else told


class _Worded(dict[str, str]):
    """Data as the sentence shows it: labels for enum members, lists joined, gaps as 「？」."""

    def __init__(self, data: Mapping[str, object]) -> None:
        super().__init__({name: _word(name, value) for name, value in data.items()})

    def __missing__(self, key: str) -> str:
        return "？"


def _word(name: str, value: object) -> str:
    special: dict[str, Callable[[object], str]] = {
        "field": lambda told: FIELDS.get(str(told), str(told)),
        "reason": lambda told: REASONS.get(str(told), str(told)),
        "verdict": _verdict,
        "part": lambda told: custody.PARTS.get(str(told), str(told)),
        "gaps": _gaps,
    }
    if name in special:
        return special[name](value)
    if isinstance(value, list | tuple | set | frozenset):
        return "、".join(label(one) for one in value)
    return label(value)


def _gaps(value: object) -> str:
    return coverage.gaps_text(value) if isinstance(value, tuple) else str(value)


def _verdict(value: object) -> str:
    if isinstance(value, Verdict) and value.code in promises.STANDING:
        return promises.standing_text(value)
    return verdict_sentence(value)
