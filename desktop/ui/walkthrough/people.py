"""Invented people and firms of the sample day. Numbers carry valid check digits, no real person."""

from __future__ import annotations

from desktop.domain.halls.roles import Role
from desktop.domain.identity.person_id import check_character

RARE_NAME = "䶮𠮷𬭎"
"""Characters that many systems lose; here they must reach the paper."""

STATION: tuple[str, ...] = (
    "经开区政务服务中心",
    "KFQ",
    "北京经济技术开发区管理委员会",
    "7",
    "A07",
    "010-55550000",
    "010-55551234",
    "北京经济技术开发区荣华中路 10 号",
    "工作日 9:00–17:00",
)
"""Answers of the first run, in the order of its fields."""

SUPERVISOR: tuple[str, ...] = ("0700", "赵一鸣", "yizhuang-2026", "yizhuang-2026", "2580")
STAFF: dict[Role, tuple[str, str, str]] = {
    Role.APPROVER: ("0720", "钱审", "shenpi-2026"),
    Role.CHIEF: ("0730", "孙批", "shouxi-2026"),
}
"""Code, name and password of those who review and decide."""
COMPANION = "周核"
"""Who went along to check (行政许可法 34(3))."""
OPINION = "现场与布局图一致，设备设施符合要求。"
RESULT = "JY11115000000001"
FIRM = ("亦庄某某餐饮有限公司", "91110000600037341L")
"""A credit code that GB 32100 itself prints as an example."""


def person_number(region: str, birth: str, sequence: str) -> str:
    """An identity number with a valid check character, for an invented person."""
    first = region + birth + sequence
    return first + check_character(first + "0")


APPLICANT = {
    "谁来办？": "1",
    "申请人是": "2",
    "名称": FIRM[0],
    "统一社会信用代码": FIRM[1],
    "法定代表人（负责人）": RARE_NAME,
    "手机": "13800000000",
    "怎么拿结果？": "2",
    "收件人": RARE_NAME,
    "收件电话": "13800000000",
    "收件地址": "北京经济技术开发区荣华中路 1 号院 3 号楼 1201 室",
}
"""A firm whose legal representative has a rare name; the result goes by courier."""

PERSON = {
    "谁来办？": "1",
    "申请人是": "1",
    "姓名": "欧阳" + RARE_NAME,
    "证件号码": person_number("110105", "19900307", "123"),
    "手机": "13900000000",
    "怎么拿结果？": "1",
}

REFUSAL = (
    "申请的场所不在本机关管辖区域内，依法应当向场所所在地的区卫生健康部门申请。",
    "北京市大兴区卫生健康委员会",
)
OUTBOUND_WAYBILL = "EA000717581CN"
INBOUND_WAYBILL = "SF1234567890123"
"""The first carries the S10 check digit of the standard's example, the second has none."""
