"""复核·督办: why an act is listed, and what it was, in a sentence."""

from __future__ import annotations

from desktop.domain.cases.naming.papers import TITLES
from desktop.domain.cases.papers import PaperKind
from desktop.domain.supervision.review.watch import Watch, WatchRow
from desktop.wording import _
from desktop.wording.acts import act_name

WHY: dict[Watch, str] = {
    Watch.ADDED: _(
        "再次告知里有首次没告知的内容：应当一次告知全部补正内容。涉及行政许可的，见行政许可法"
        "第七十二条第四项。"
    ),
    Watch.LATE: _("超过期限才告知补正。涉及行政许可的，见行政许可法第三十二条第一款第四项。"),
    Watch.ALONE: _("应当两人核实的，由一人审查。涉及行政许可的，见行政许可法第三十四条第三款。"),
    Watch.ALONE_PARCEL: _("本厅规定封袋、拆封、开拆须两人，这次是一人。"),
    Watch.ALONE_PUBLISHED: _("本厅规定发布须另一人复核，这次由提交人自己发布。"),
    Watch.CARRIER: _("公文没有交邮政企业寄递，经主管写明理由。"),
    Watch.OUTSIDE: _("不在免费寄递范围，写明理由仍然免费寄出。"),
    Watch.REVEALED: _("一小时内多次查看被掩码的个人信息（个人信息保护法第五十一条）。"),
    Watch.EXPORTED: _("导出了不掩码的日志：个人信息随文件离开了本系统。"),
    Watch.REPRINTED: _("补打了有法律效力的文书：流出的份数要说得清。"),
    Watch.LATE_ENTRY: _("事情发生很久以后才补录：期限从发生时算，补录的理由要说得清。"),
    Watch.AMENDED: _("更正了已经记下的内容：原来的、改后的都在日志里。"),
    Watch.ALONE_DESTROYED: _("本厅规定销毁须两人，这次由一人批准：密钥销毁后谁也恢复不了。"),
}


def told_text(row: WatchRow) -> str:
    """What was done, in a few words; a count, a kind of paper or the reason that was given."""
    match row.why:
        case Watch.REVEALED:
            return _("一小时内 {n} 次").format(n=row.count)
        case Watch.REPRINTED:
            kind, _blank, again = row.told.partition(" ")
            return _("{title}，补打第 {n} 次").format(title=TITLES[PaperKind(kind)], n=again)
        case Watch.LATE_ENTRY:
            hours = (row.recorded_at - row.at).total_seconds() / 3600
            return _("{act}，晚 {n} 小时补录").format(act=act_name(row.told), n=round(hours))
        case Watch.ADDED | Watch.LATE:
            return _("告知 {n} 项").format(n=row.told)
        case Watch.ALONE:
            return _("一人审查")
    return row.told
