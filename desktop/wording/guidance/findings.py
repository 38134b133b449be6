"""A sentence for each rule of lint."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.wording import _

FINDINGS: Mapping[str, str] = {
    "catch_all_name": _("材料「{name}」只有兜底字样，等于没有写明要什么。"),
    "catch_all_word": _("材料「{name}」里有兜底字样：{words}，请写明。"),
    "material_without_basis": _("材料「{name}」没有依据。"),
    "material_without_copies": _("材料「{name}」没有写份数。"),
    "material_low_confidence": _("材料「{name}」的依据尚待核对（把握低）。"),
    "material_illustrative": _("材料「{name}」是示例。"),
    "unknown_question": _("「{where}」的条件问到不存在的问题 {question}。"),
    "unknown_option": _("「{where}」的条件用到问题 {question} 没有的选项「{option}」。"),
    "promise_longer": _("承诺时限 {promised}{unit} 长于法定时限 {legal}{legal_unit}。"),
    "promise_other_unit": _("法定{legal_unit}办结，承诺却是 {promised}{unit}，请核对。"),
    "promise_illustrative": _("承诺时限 {value}{unit} 是示例，核定前不得作为承诺打印。"),
    "legal_limit_low_confidence": _("法定时限的依据尚待核对（把握低）。"),
    "type_low_confidence": _("事项类型「{type}」尚待核对（把握低）。"),
    "code_without_organ": _("编码前 18 位 {code} 不是有效的统一社会信用代码，请核对实施编码。"),
    "item_without_basis": _("事项没有设定依据。"),
    "default_not_offered": _("问题 {question} 的默认值「{option}」不在选项里。"),
    "renewal_never_open": _(
        "续期窗口届满前 {opens} {unit}才开始，不早于截止的 {closes} {closes_unit}。"
    ),
    "material_double": _("材料「{name}」列了两次（{keys}），同一材料应只用一个代码。"),
    "deferral_without_limit": _("材料「{name}」可以容缺，事项却没有办理时限，补交到何时没有着落。"),
    "deferral_longer": _("材料「{name}」容缺可拖到 {value}{unit}，超过了办理时限。"),
    "deferral_other_unit": _("材料「{name}」的容缺期限 {value}{unit} 与办理时限单位不同，请核对。"),
    "condition_never": _("「{where}」的条件在任何情形下都不成立，永远不会要。"),
    "condition_always": _("「{where}」的条件在任何情形下都成立，等于没有条件。"),
    "question_idle": _("问题 {question} 的答案不影响材料、时限和提示，不必问。"),
    "licence_could_supply": _("材料「{name}」可由电子证照「{licence}」取得，事项里没有写免交。"),
    "unknown_renewed": _("延续的事项 {renewed} 不在目录里。"),
    "unknown_source": _("依据 {source} 不在来源表里。"),
    "unknown_licence": _("材料 {key} 引用的电子证照或共享数据 {licence} 不在表里。"),
    "unknown_member": _("主题引用的事项 {member} 不在目录里。"),
    "unknown_dependency": _("主题的先后关系引用的事项 {member} 不在目录里。"),
    "unknown_theme_answer": _("主题给 {member} 的问题 {question} 的答案不在选项里。"),
}
