"""Labels of the enums around parcels; `wording.labels` puts them into its one table."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.addresses.entries import AddressKind
from desktop.domain.courier.coverage import GapKind
from desktop.domain.courier.messages import Template
from desktop.domain.courier.plain import Plain
from desktop.domain.courier.posting import LabelField, LabelSize, Masking, PrintFormat

PARCELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    AddressKind: {
        AddressKind.ORGAN: "机关",
        AddressKind.ENTERPRISE: "企业",
        AddressKind.APPLICANT: "申请人",
    },
    GapKind: {
        GapKind.DIRECTION: "方向不在范围",
        GapKind.ABROAD: "境外",
        GapKind.PROVINCE: "省份不在范围",
        GapKind.DISTRICT: "区县不在范围",
        GapKind.WEIGHT: "超重",
        GapKind.ITEM: "事项不在范围",
        GapKind.PARCELS: "件数已满",
        GapKind.BUDGET: "预算不足",
    },
    LabelField: {
        LabelField.SENDER_NAME: "寄件人的姓名或电话",
        LabelField.SENDER_ADDRESS: "寄件人的地址",
        LabelField.RECEIVER_NAME: "收件人的姓名或电话",
        LabelField.RECEIVER_ADDRESS: "收件人的地址",
        LabelField.GOODS: "物品说明",
        LabelField.CONTENT: "内件名称",
    },
    LabelSize: {
        LabelSize.LARGE: "面单 100×150",
        LabelSize.SMALL: "面单 76×130",
        LabelSize.SLIP: "寄件回执 80 毫米",
    },
    PrintFormat: {
        PrintFormat.PDF: "PDF 文件",
        PrintFormat.PNG: "图片",
        PrintFormat.ESCPOS: "热敏小票指令",
        PrintFormat.TSPL: "标签机指令",
    },
    Masking: {
        Masking.NOTHING: "全显（凭面单派送）",
        Masking.PERSON: "隐去姓名、电话",
        Masking.ROOM: "隐去姓名、电话和门户号",
    },
    Plain: {
        Plain.TO_BE_SENT: "已装好",
        Plain.TO_BE_BROUGHT: "等您交寄",
        Plain.HANDED_OVER: "交给快递",
        Plain.MATERIALS_UNDER_WAY: "在来大厅的路上",
        Plain.MOVING: "运送中",
        Plain.DELIVERING: "派送中",
        Plain.SIGNED: "已签收",
        Plain.SIGNED_BY_OTHER: "他人代签",
        Plain.IN_LOCKER: "在快递柜",
        Plain.ARRIVED_HERE: "到了大厅",
        Plain.REJECTED: "没有收下",
        Plain.COMING_BACK: "正在退回",
        Plain.CAME_BACK: "已退回",
        Plain.TROUBLE: "遇到问题",
        Plain.LOST: "找不到了",
        Plain.CANCELLED: "取消了",
    },
    Template: {
        Template.HANDED_OVER: "已交寄",
        Template.DELIVERING: "派送中",
        Template.LOCKER: "已投柜",
        Template.SIGNED: "已签收",
        Template.SIGNED_BY_OTHER: "他人代签",
        Template.ARRIVED: "材料已送到大厅",
        Template.TROUBLE: "递送遇到问题",
        Template.RETURNED: "已退回",
    },
}
