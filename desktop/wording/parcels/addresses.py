"""Doubts about an address, each in a few words for beside a field; acts of the address book."""

from __future__ import annotations

from desktop.domain.addresses.entries import AddressKind, AddressRemoved, AddressSaved
from desktop.domain.identity.verdict import Verdict
from desktop.wording import _
from desktop.wording.labels import label

DOUBTS: dict[str, str] = {
    "name_missing": _("没有找到收件人，请填写"),
    "name_guessed": _("姓名是从地址末尾猜的，请核对"),
    "phone_missing": _("没有找到电话，请填写"),
    "phone_form": _("电话位数不对，请核对"),
    "phone_several": _("有几个电话，取了第一个，另有：{others}"),
    "identity_left_out": _("粘贴内容里像证件号码的数字已去掉，面单上不写证件号码"),
    "place_unknown": _("没有认出省、市，请填写"),
    "place_ambiguous": _("「{name}」不止一处，请选：{options}"),
    "place_divided": _("「{name}」已拆分，请选：{options}"),
    "place_renamed": _("「{was}」现为「{now}」，已改"),
    "place_guessed": _("「{name}」前没有写省，请核对"),
    "city_elsewhere": _("「{province}」没有这个市，请核对"),
    "district_elsewhere": _("「{district}」不在{city}，{options}有，请核对"),
    "district_missing": _("没有区县，请补上"),
    "street_missing": _("没有街道或路名，请补上"),
    "house_missing": _("没有门牌号，请核对"),
}
REFUSALS: dict[str, str] = {
    "address_incomplete": _("存入地址簿要有姓名或名称，以及地址。"),
    "address_without_consent": _("存申请人的地址要他本人同意；没有同意就不存，不影响这次寄递。"),
    "unknown_address": _("地址簿里没有 {address}，可能已被删除。"),
}
ACTS: dict[str, str] = {
    "address.saved": _("存入地址簿"),
    "address.removed": _("移出地址簿"),
}


def doubt(verdict: Verdict) -> str:
    """The doubt in words; an unknown code is shown, never hidden."""
    data = {
        name: "、".join(map(str, value)) if isinstance(value, tuple) else str(value)
        for name, value in verdict.data.items()
    }
    return DOUBTS.get(verdict.code, verdict.code).format_map(data)


def saved(told: AddressSaved) -> str:
    agreed = _("；本人同意") if told.kind is AddressKind.APPLICANT and told.consent else ""
    return label(told.kind) + agreed


def removed(told: AddressRemoved) -> str:
    return told.reason or _("个人信息已销毁")
