"""The catalogue's fixed words. Each value is the label the catalogue itself writes.

Packs are read by label, never by a bare number: vendors disagree on the numbers (domain.md 2.4).
"""

from __future__ import annotations

from enum import StrEnum


class ItemStatus(StrEnum):
    """Only what is approved may be printed as a promise."""

    SAMPLE = "示例"
    APPROVED = "已核定"


class ItemType(StrEnum):
    """事项类型 (GB/T 39046-2020 A.1). 行政许可法 governs LICENCE alone."""

    LICENCE = "行政许可"
    PENALTY = "行政处罚"
    COERCION = "行政强制"
    LEVY = "行政征收"
    PAYMENT = "行政给付"
    INSPECTION = "行政检查"
    CONFIRMATION = "行政确认"
    REWARD = "行政奖励"
    RULING = "行政裁决"
    OTHER_POWER = "其他行政权力"
    PUBLIC_SERVICE = "公共服务"


class Unit(StrEnum):
    """What a limit is counted in. ON_THE_SPOT has the value 0, NOT_APPLICABLE none."""

    WORKING_DAY = "工作日"
    CALENDAR_DAY = "日"
    MONTH = "月"
    ON_THE_SPOT = "当场"
    NOT_APPLICABLE = "不适用"


class Confidence(StrEnum):
    """HIGH: the text was read; MEDIUM: an excerpt or memory; LOW: a guess or an illustration."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class QuestionKind(StrEnum):
    """How a question is put; SITUATION chooses the kind of case."""

    SITUATION = "situation"
    CHOICE = "choice"
    YES_NO = "yesno"


class LimitKind(StrEnum):
    """The limit that the law sets, or the shorter one that the authority promises."""

    STATUTORY = "statutory"
    COMMITMENT = "commitment"


class Necessity(StrEnum):
    """Whether the material must be handed in; DEFERRABLE may follow later."""

    REQUIRED = "必要"
    OPTIONAL = "非必要"
    DEFERRABLE = "容缺后补"


class MaterialType(StrEnum):
    """What is handed in: the document itself, a copy, or both."""

    ORIGINAL = "原件"
    COPY = "复印件"
    BOTH = "原件和复印件"


class Form(StrEnum):
    """On paper, electronic, or as the applicant likes."""

    PAPER = "纸质"
    ELECTRONIC = "电子"
    EITHER = "电子或纸质"


class Channel(StrEnum):
    """来源渠道: who makes the material."""

    APPLICANT = "申请人自备"
    GOVERNMENT = "政府部门核发"
    OTHER = "其他"


class Level(StrEnum):
    """材料层级: the level of authority whose rule asks for the material, in the words of
    GB/T 39046-2020 A.2. What a lower level asks for beyond the state's rules is looked at first.
    """

    STATE = "国家级"
    PROVINCE = "省（自治区、直辖市）级"
    CITY = "市（设区的市）级"
    COUNTY = "县（市、区）级"
    TOWN = "镇（乡、街道）级"
    VILLAGE = "村（社区）级"


class CommitmentScope(StrEnum):
    """Whether the item may be handled by 告知承诺 (北京市优化营商环境条例 33)."""

    YES = "是"
    PARTLY = "部分情形"
    NO = "否"
    UNKNOWN = "未知"


class Late(StrEnum):
    """What becomes of an application for renewal after its window has closed."""

    REFUSE = "不予受理"
    WARN = "提醒"


class Verified(StrEnum):
    """How a source was read."""

    TEXT = "text"
    EXCERPT = "excerpt"
    MEMORY = "memory"
    SEED = "seed"


class HandlingMode(StrEnum):
    """Who decides: one organ (行政许可法 42(1)), several at once (42(2), 26), or after a lower one (43)."""

    SINGLE = "单独办理"
    JOINT = "统一、联合或者集中办理"
    LOWER_FIRST = "下级机关先行审查"


class Procedure(StrEnum):
    """特别程序: what a decision may have to wait for, its time not counted (行政许可法 45)."""

    HEARING = "听证"
    TENDER = "招标"
    AUCTION = "拍卖"
    INSPECTION = "检验"
    TEST = "检测"
    QUARANTINE = "检疫"
    APPRAISAL = "鉴定"
    EXPERT_REVIEW = "专家评审"
