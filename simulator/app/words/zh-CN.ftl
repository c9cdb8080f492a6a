# 试算器自己的文字。规则、条件与数字的说法在 simulator/words；名称来自节目内容。
# 每个语言文件的键必须相同；只有计数以数字传入，金额与月份以已排好的文字传入。
# 填入的文字与汉字相接处的空格自动补上，这里不必写。

## 表单
form-title = 您的情况
group-balance = 资产余额
group-balance-hint = 填一个月的日均余额，例如 300000 或 30万。没有的留空。
group-flow = 每月往来
group-flow-hint = 填一个月的合计。
group-fact = 基本情况
group-fact-hint = 不随月份变化的情况。
group-others = 家庭其他成员
group-others-title = 家庭其他成员的余额
group-others-hint = 填本人以外的家庭成员合计的日均余额，会与您的合并计算。
others-label = 家人的{ $metric }
group-start = 从哪里开始：当前等级、已有余额、已完成的任务
start-title = 起点
start-hint = 不填的，按从基础等级、没有余额开始计算。
start-tier = 当前等级
start-held = 等级锁定至
held-none = 没有锁定，或不清楚
start-month = 第一个月
opening-label = 已有{ $currency }
opening-hint = 按上月到账计算到期时间。
tasks-title = 已完成的任务
tasks-hint = 勾选之前已经完成的任务。
clear = 清空
unit-money = { $currency ->
    [CNY] 元
   *[other] { $currency }
}
unit-months = 个月
unit-years = 年
echo = 即{ $amount }
step-up = { $label }增加{ $step }
step-down = { $label }减少{ $step }

## 填写有误
error-not-a-number = 请填一个数，例如 30000、30,000 或 3万。
error-separators = 逗号的位置看不出是多少，请检查，例如 30,000。
error-percent = 这里填数量或金额，不填百分比。
error-negative = 请填 0 或更大的数。
error-decimals = { $count ->
    [0] 请填整数。
   *[other] 最多{ $n }位小数。
}
error-too-large = 这个数太大了。
error-not-a-date = 请填一个日期，例如 2021-05-01。

## 结果
result-title = 试算结果
result-stale = 有填写的内容需要更正。下面仍是更正之前的结果。
tier-label = { $month }的等级
tier-change = 自{ $month }起：{ $tier }
tier-no-change = 到{ $month }都是{ $tier }
tier-review = { $month }末复核：{ $review }
timeline-title = 逐月等级
timeline-hint = 选择月份，查看该月的进度、积分与权益。
months-title = 逐月明细
months-currency = 种类
months-balance = 余额
month-short = { $month }月
next-title = 距离{ $tier }
next-none = 已是最高等级。
keep-title = 保持{ $tier }需要
ways-any = 满足任意一项即可
ways-at-least = 至少满足{ $n }项，已满足{ $met }项
way = 方式{ $n }
figure-now = 现为{ $value }
figure-met = 已满足，现为{ $value }
met = 已满足
not-met = 未满足
missing-title = 升到{ $tier }还差什么
missing-way = 方式{ $n }：{ $missing }
missing-and = { $left }；{ $right }
missing-or = { $left }、{ $right }
missing-choice = 再满足{ $n }项：{ $parts }
missing-at-least = { $metric }还差{ $gap }
missing-above = { $metric }还差{ $gap }以上
missing-at-most = { $metric }须减少{ $gap }
missing-below = { $metric }须减少{ $gap }以上

## 升级的方案
up-title = 怎样升级
up-target = 想升到
up-searching = 正在查找升级的方案……
up-tried = 已填入。现在的结果从{ $month }起就按新的数值计算。
up-undo = 撤销
up-from = { $count ->
    [1] 从{ $month }起照下面的方案做到并保持，即可升到{ $tier }：
   *[other] 从{ $month }起照下面任意一个方案做到并保持，即可升到{ $tier }：
}
up-nothing = 不需要改变：从{ $month }起就是{ $tier }或更高等级。
up-none = 无论怎样改变所填的数值，24个月内都升不到{ $tier }。
up-none-found = 尝试过的组合中，没有一个能在24个月内升到{ $tier }。
up-partial = 条件的组合太多，没有逐一尝试。
up-more = 另有{ $n }个方案
up-fewer = 只看最容易的几个方案
up-impossible = 哪些条件改变不了
up-try = 按方案{ $n }试算
up-in-force = 生效
up-higher = { $month }，届时为{ $tier }
up-lasts = 若随后恢复原值
up-lasts-until = 可保持到{ $month }末
up-lasts-long = 十年后仍然有效
up-worth = 权益每年多值
up-benefits = 新增权益
up-from-pool = { $benefit }（任选）
staying-title = 会不会降级
staying-keep = 从{ $month }起照下面任意一个方案做到并保持，即可保住{ $tier }：
staying-try = 按保级方案{ $n }试算
staying-impossible = 哪些保级条件改变不了

## 积分
points-title = 累积所得
points-none = 按所填的情况，没有所得。
points-source = 来源
points-year = { $n }个月合计
points-earned = 到账合计
points-expired = 到期
points-pending = 待到账
points-balance = 月末余额
points-worth = { $n }个月到账的合计价值{ $worth }。

## 权益
benefits-title = 可享权益
benefits-none = 没有可享的权益。
benefits-more = 另有 { $n } 项权益
benefits-year = 可计价的权益，一年合计价值
pool-title = { $pool }：{ $pick }
worth-year = 每年价值{ $worth }

## 说明
why = 为什么
why-title = { $month }的数字怎么来的
why-segments = 属于这些客群：
notes-title = 试算的前提
note-steady = 从{ $month }起{ $n }个月，每个月都按所填的情况计算。
note-start = { $month }之前的情况只按所填的计：各项上限视为尚未使用，可重复的任务视为尚未完成，活动赠送视为尚未领取。
note-version = 自{ $month }起规则有变化，之后的月份按新规则计算。
note-rules = 结果由本站公布的规则逐项计算得出，精确到最后一位。
note-private = 您填写的内容只在本机计算，不会发送，也不会保存。

## 摘要
summary = { $month }的等级为{ $tier }
summary-change = { $month }起{ $tier }
summary-earned = 当月得{ $amount }
summary-and = { $left }，{ $right }
points-arriving-title = { $month }末待到账的
points-arriving = { $month }到账：{ $amount }（{ $source }）
points-expiring-title = { $month }末的余额如不使用，到期时间为
points-expiring = { $month }末：{ $amount }

## 任务与活动
tasks-of-run = 任务
tasks-none = 按所填的情况，这段时间没有完成任务。
task-concealed = 一项隐藏成就
tasks-open = 尚未完成
campaigns-title = 这段时间的活动
campaign-nothing = 没有所得
campaign-delayed = 待到账{ $amounts }
