"""Refusals of halls together: what is wrong, and what to do."""

from __future__ import annotations

from desktop.wording import _

REASONS: dict[str, str] = {
    "magic": _("不是交换包"),
    "truncated": _("文件不全"),
    "signature": _("签名不对"),
    "body": _("内容打不开"),
}
"""What is wrong with a bundle."""
REFUSALS: dict[str, str] = {
    "no_hubs": _("这个程序没有装联网部件，只能单机使用。"),
    "no_hub": _("本机还没有加入联网中心。请主管用注册码加入（命令 hub join）。"),
    "main_hall_publishes": _(
        "联网以后由「{hall}」统一发布，各分厅自动收到。请把意见转给主厅主管。"
    ),
    "in_hub_already": _("本机已经加入联网中心，不必再次加入。"),
    "unnamed_station": _("本机还没有设置大厅和设备代码。请先在窗口里完成首次设置，再加入中心。"),
    "other_hall": _("这个注册码是给「{name}」（{hall}）的，本机属于 {own}。请向发码人换一个。"),
    "hub_address": _("看不懂中心地址「{address}」。应为：host=… port=… dbname=…"),
    "hub_address_password": _("地址里不要写密码：密码由注册码换得，只存在加密的数据文件里。"),
    "hub_dsn": _(
        "看不懂管理员的连接参数。应为：host=… port=… dbname=… user=… password=…；"
        "写 --dsn - 则在屏幕上询问，不留在命令里。"
    ),
    "no_address": _("不知道中心在哪里：请写 --address。"),
    "renew_instead": _(
        "本机是从备份恢复的，原设备 {device} 有 {n} 条没有进过中心，直接加入会漏掉。"
        "请用 hub renew 加入，一条不丢。"
    ),
    "hub_unreachable": _("连不上联网中心，照常办理即可：没发出去的都留着，稍后自动再试。"),
    "hub_password": _("联网中心不认这个登录或注册码。注册码只能用一次，过期作废，请重新发码。"),
    "hub_full": _("联网中心的磁盘满了或连接太多，什么都没有写入；请通知中心管理员，本机照常办理。"),
    "hub_failed": _("联网中心出错（{why}），什么都没有丢；稍后自动再试，仍不行请报告管理员。"),
    "exchange_failed": _("这一轮交换出了意外，什么都没有丢，已记录，稍后自动再试。"),
    "hub_append_only": _("联网中心的记录只能增加，不能修改或删除。"),
    "hub_revoked": _("本机已被停用，不能再联网交换。本机的记录都在，请联系主厅主管。"),
    "hub_bad_request": _("联网中心不接受这个请求，请升级程序后再试。"),
    "hub_not_allowed": _("联网中心不允许本机这样做：只有主厅能为别的大厅发码或停用设备。"),
    "hub_unknown_device": _("联网中心没有设备 {at}。请先让它用注册码加入。"),
    "hub_gap": _("中心缺少设备前面的记录，从第 {at} 条起补发即可，会自动进行。"),
    "hub_history_differs": _("中心的次序和本机记得的不同，正在核对，请稍候再试。"),
    "hub_altered": _(
        "{hall} 第 {at} 条和确认时不一样：中心的记录被改动或删除了。已停止接收，本机未受影响；"
        "请主管通知中心管理员查证。"
    ),
    "hub_exists": _("这个数据库里已经有联网中心了，没有改动它。"),
    "hub_absent": _("这个数据库里还没有联网中心。请先执行 hub init。"),
    "hub_too_old": _("数据库版本是 {found}，联网中心需要 PostgreSQL 13 或更新。"),
    "invite_used": _("注册码用过了或已过期，请重新发码。"),
    "invite_damaged": _("注册码打不开大厅密钥，请重新发码。"),
    "device_taken": _(
        "设备代码已被别的机器使用。请执行 hub renew --code 注册码：本机换新代码加入，记录一条不丢。"
    ),
    "hall_key_differs": _("这个大厅在中心已有另一把密钥。请由该大厅已加入的机器发码。"),
    "cloned": _(
        "另一台机器正用同一个设备代码 {device} 记账（中心已到第 {at} 条）：本机可能是复制的磁盘。"
        "请先停用其中一台；在本机执行 hub renew --code 注册码 换新设备代码，原有记录一条不丢。"
    ),
    "bundle_broken": _("交换包不完整或被改过，没有收入任何内容。请重新拷贝一份。（{reason}）"),
    "bundle_foreign": _("这个交换包属于另一个联网中心（{hub}），不能收入。"),
    "bundle_not_for_us": _("这个交换包不是给本厅的（收件：{recipients}），可以原样转交。"),
    "bundle_forged": _("交换包的签名不是设备 {device} 的，没有收入。请核对来源。"),
    "bundle_gap": _(
        "前面还缺设备 {device} 第 {first}–{last} 条，什么都没有收入。请先收入之前的交换包，"
        "或请对方用 bundle write --all 重写一份。"
    ),
    "bundle_order_gap": _(
        "前面还缺 {hall} 第 {first} 条起的次序，什么都没有收入。请先收入之前的交换包，"
        "或先写一个交换包给对方，对方据此补齐。"
    ),
    "bundle_unknown_device": _(
        "本机的设备名单（截至 {as_of}）里没有设备 {device}，不能核对签名。请先联网一次更新名单。"
    ),
    "bundle_revoked": _("写这个交换包的设备 {device} 已被停用，没有收入。请联系主厅主管。"),
    "bundle_nobody": _("不知道交换包给谁：请先联网一次，取得各大厅的名单。"),
    "bundle_empty": _("没有新的记录，不需要写交换包。"),
}
