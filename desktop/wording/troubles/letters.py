"""What letters about a parcel say beside the facts. Refers to articles that `troubles.json` names."""

from __future__ import annotations

from desktop.domain.cases.papers import PaperKind
from desktop.wording import _

SUBTITLES: dict[PaperKind, str] = {
    PaperKind.COMPLAINT: _("请在期限内书面答复"),
    PaperKind.CLAIM: _("请查明下落，依法赔偿"),
}
_TWO = (_("交承运人"), _("大厅留存"))
HOLDERS: dict[PaperKind, tuple[str, ...]] = {
    PaperKind.COMPLAINT: _TWO,
    PaperKind.CLAIM: _TWO,
    PaperKind.APPEAL: (_("交邮政管理部门"), _("大厅留存")),
}
_TAKEN = (_("收件单位经办人（签字）"), _("收到时刻"))
SIGNERS: dict[PaperKind, tuple[str, str]] = {
    PaperKind.COMPLAINT: _TAKEN,
    PaperKind.CLAIM: _TAKEN,
    PaperKind.APPEAL: _TAKEN,
}
COMPLAINT_ASKS = _(
    "请查明上列快件的下落和延误、误投的原因，采取补救措施，并依据{article}的规定，"
    "自接到投诉之日起 {days} 日内（至{due}）处理并书面告知本大厅。"
)
CLAIM_ASKS = _(
    "本大厅自交寄之日起一年内提出查询。请依据{article}的规定，自接到查询之日起 {days} 日内（至{due}）答复查询结果；"
    "逾期不答复或者查无下落的，请依法赔偿。"
)
COMPENSATION = {
    "insured": _("已保价：按保价额赔偿"),
    "capped": _("未保价：按实际损失赔偿，最高不超过所付邮费的三倍"),
    "loss": _("未保价：按实际损失赔偿"),
}
APPEAL_ASKS = _(
    "承运人未在期限内处理或者处理结果不能接受。依据{article}的规定提出申诉，"
    "请自接到申诉之日起 {days} 日内（至{due}）作出答复。"
)
APPEAL_TO = _("邮政管理部门")
ENCLOSURES = {
    "waybill": _("寄递凭证（运单）复印件"),
    "handover": _("快递交接单复印件"),
    "value": _("内件价值证明、邮费收据复印件"),
    "earlier": _("此前的投诉、索赔函及答复复印件"),
}
