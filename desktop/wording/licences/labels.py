"""Labels of the enums of `desktop.domain.licences`; `desktop.wording.labels` takes them in."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from desktop.domain.licences.checks import Finding
from desktop.domain.licences.consent import ConsentHow, FaceResult
from desktop.domain.licences.entries import EndWhy
from desktop.domain.licences.fetched import CodeFault, LicenceStatus, Outcome, Silence
from desktop.domain.licences.renewal import RenewalState
from desktop.domain.licences.sparing import Standing

LICENCES: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    EndWhy: {
        EndWhy.CANCELLED: "已注销",
        EndWhy.REVOKED: "已撤销",
        EndWhy.LAPSED: "已失效",
        EndWhy.REPLACED: "已换发",
        EndWhy.MISTAKEN: "登记有误",
        EndWhy.STRIPPED: "已吊销",
        EndWhy.SUSPENDED: "暂扣",
    },
    RenewalState: {
        RenewalState.EARLY: "未到",
        RenewalState.OPEN: "可续",
        RenewalState.LATE: "已过",
        RenewalState.EXPIRED: "已届满",
    },
    LicenceStatus: {
        LicenceStatus.VALID: "有效",
        LicenceStatus.CANCELLED: "注销",
        LicenceStatus.REVOKED: "吊销",
        LicenceStatus.SUSPENDED: "暂扣",
        LicenceStatus.EXPIRED: "过期",
    },
    Outcome: {
        Outcome.FOUND: "查到",
        Outcome.NONE: "查无",
        Outcome.UNAVAILABLE: "未答复",
    },
    Silence: {
        Silence.NO_SOURCE: "没有设置电子证照来源",
        Silence.UNREACHABLE: "连不上",
        Silence.TIMED_OUT: "超时",
        Silence.DENIED: "密钥或权限不被接受",
        Silence.FAILED: "对方系统出错",
        Silence.UNREADABLE: "答复看不懂",
        Silence.OTHER_HOLDER: "答复的持有人不是申请人",
    },
    Standing: {
        Standing.GOOD: "有效",
        Standing.NOT_YET: "尚未生效",
        Standing.EXPIRED: "已过期",
        Standing.CANCELLED: "已注销",
        Standing.REVOKED: "已吊销",
        Standing.SUSPENDED: "暂扣中",
        Standing.OTHER_HOLDER: "持有人不符",
    },
    CodeFault: {
        CodeFault.USED: "亮证码已经用过",
        CodeFault.EXPIRED: "亮证码已过期",
        CodeFault.UNKNOWN: "亮证码无效",
    },
    ConsentHow: {
        ConsentHow.ORAL: "本人在场口头同意",
        ConsentHow.WRITTEN: "书面同意",
        ConsentHow.CODE: "出示亮证码",
        ConsentHow.AGENT: "代理人持授权",
    },
    FaceResult: {
        FaceResult.MATCHED: "一致",
        FaceResult.DIFFERENT: "不一致",
        FaceResult.NOT_DONE: "未做",
    },
    Finding: {
        Finding.VERIFIED: "已核实",
        Finding.NOT_FOUND: "查无此证",
        Finding.NOT_GOOD: "不在有效期内",
        Finding.SILENT: "仍未答复",
    },
}
