"""Rules. Pure functions over frozen dataclasses; the standard library only, no clock, no files.

One English word per Chinese term, everywhere:

事项 ServiceItem · 情形 Situation/Question · 材料 Material · 清单 Checklist ·
办事清单 advance sheet · 接待 visit · 办件 Case · 收件 receive · 受理 accept · 当场办结 settle ·
代收 collect on behalf · 不予受理 refuse · 补正告知 correction notice · 视为受理 deemed acceptance ·
容缺受理 deferral · 告知承诺 commitment · 备查 kept for inspection ·
当场更正 spot correction · 审查 review · 特别程序 special procedure (the clock stops) ·
技术审查 technical review · 延期 extension · 决定 decision · 准予 grant · 不予 denial ·
制证 production of the result · 送达 delivery · 办结 closed · 终止 termination ·
撤销受理 revocation of the acceptance · 转办 transfer · 更正 amendment · 补办 reissue ·
找一人 contact · 材料交接单 batch · 期限台账 ledger (of days) · 待办 duty · 预警 alert ·
复核 oversight review (of an act, afterwards) · 移交 hand-over between halls ·
分歧 disagreement (of two acts) · 单人 alone (where two are asked for) · 移交途中 under way ·
疑难、要处理 trouble · 跟进 follow-up · 暂缓 put off · 了结 settle a trouble · 投诉 complaint · 索赔 claim ·
申诉 appeal · 补寄 resend · 彻底延误 total delay ·
持有人 holder · 延续 renewal · 换发 replacement ·
快递 shipment (inbound 申请人→大厅, outbound 大厅→申请人) · 运单 waybill ·
交接单 hand-over sheet · 到件 arrival · 认领 claim · 电子证照 e-licence · 委托 mandate ·
一件事/主题 theme · 大厅 hall ·
分厅 sub-hall · 窗口 window · 工作人员 clerk · 审批人员 approver ·
首席代表 chief representative · 主管 supervisor · 日志 log · 日结 day closing ·
结转 carry over · 交班 shift (handed over) ·
补录 late entry · 好差评 rating · 监管 oversight · 放假安排 (a year's) notice ·
工作日 working day · 补班 adjusted workday · 收到之日 day zero · 暂按推算 provisional.

办理条件 requirement · 材料层级 level · 事项包 pack · 表单 form · 咨询 consultation ·
失信名单 register of bad records · 授权 consent (of the holder) · 核验 verification ·
件 piece (one original or result paper in the hall's care) · 去向 whereabouts · 封袋 sealed bag ·
封签号 bag number · 开拆清点 count of an opened parcel · 错寄 misdelivery · 误投 astray ·
双人 second person · 未归还 away · 交寄 send (by the hall) ·

对账 reconciliation · 账单 bill · 资费 tariff · 争议 dispute · 退款 credit · 对账确认 sign-off ·
减免 saving · 待核 to be verified · 阶段 stage (of a theme) · 主题办理方案 scheme ·
联网中心 hub · 交换 exchange · 交换包 bundle · 注册码 one-time code · 中心次序 order · 争议事项 disagreement ·
地址簿 address book · 功能区 zone (开发区) · 免费寄递范围 coverage · 面单 label · 寄件回执 receipt of
posting · 短信 message · 换新设备代码 renew (a station) ·
停用 revoke (a device) · 看板 board · 月报 month report · 收件、受理、办结、退件、补正、按时率 figures ·
口径 how a figure is counted · 在办 open · 退件 returned (不予受理, 撤回, 终止).
停用 revoke (a device) · 保存期 retention · 清除 purge · 暂停清除 hold · 销毁清单 destruction (list of) ·
改派 assign · 释放 release (a draft) · 本人查阅 person's request.

A room per noun of the trade: guidance (what an item asks for), packs (what is published, and
when it is in force), themes (一件事), policies (support, and what a business scope needs), advice (咨询),
promises (容缺受理, 告知承诺 and who is excluded), forms (交一表), savings (what was spared, and by
which rule), identity (who somebody is),
days (when something is due), cases (how one is received), handling (what happens to it from
acceptance to closing, its clocks and duties), licences (what was issued), courier (what travels),
custody (where each piece is, and who answers for it), addresses (where to), billing (what carriers
charge for it), halls (who may do what, where), trust (the journal's entries and their chain),
supervision (the log, 日结).
charge for it), halls (who may do what, where), trust (the journal's entries and their chain), supervision (the log;
in `figures` what is counted of it).
"""
