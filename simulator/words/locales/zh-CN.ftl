# 规则与结果的说法。名称来自节目内容；金额、比例、日期以已排好的文字传入，只有计数用来选择单复数。
# 填入的文字与汉字相接处的空格自动补上，这里不必写。每个语言文件的键必须相同。

## 连接
quoted = 「{ $name }」
sentence = { $text }。
join-sentences = { $left }{ $right }
join-comma = { $left }、{ $right }
join-and = { $left }和{ $right }
join-semicolon = { $left }；{ $right }
lead = { $joint }：

## 数量
money = { $currency ->
    [CNY] { $number }{ $scale }元
    [HKD] { $number }{ $scale }港元
    [MOP] { $number }{ $scale }澳门元
    [TWD] 新台币{ $number }{ $scale }元
    [USD] { $number }{ $scale }美元
    [EUR] { $number }{ $scale }欧元
    [GBP] { $number }{ $scale }英镑
    [JPY] { $number }{ $scale }日元
    [SGD] { $number }{ $scale }新加坡元
    [AUD] { $number }{ $scale }澳大利亚元
    [CAD] { $number }{ $scale }加拿大元
    [CHF] { $number }{ $scale }瑞士法郎
   *[other] { $currency } { $number }{ $scale }
}
amount = { $n } { $currency }
counted = { $n }{ $measure }
percent = { $number }%
multiplier = { $n }倍
discount = { $form ->
    [free] 免费
    [spoken] { $paid }折
   *[plain] 减免{ $percent }
}
months = { $n }个月
years = { $n }年
yes = 是
no = 否
gap = 还差{ $value }

## 时间
month-name = { $month }月
month = { $year }年{ $month }
day-in-year = { $month }{ $day }日
date = { $year }年{ $day-in-year }
date-range = { $from }至{ $to }
date-range-in-year = { $from }至{ $to-in-year }
from-day = 自{ $date }起
to-day = 至{ $date }止
per = { $period ->
    [month] 每月
    [quarter] 每季度
    [half-year] 每半年
   *[year] 每年
}
programme-year = 会员年度自每年{ $month }开始，季度、半年与年度均按会员年度计算。

## 等级
tiers-all = 所有会员
tiers-up = { $tier }及以上
tiers-range = { $from }至{ $to }
tier-has = { $tiers }{ $value }
tier-grant = { $tiers }：{ $value }

## 条件
condition-always = 不设条件
condition-never = 暂不开放
condition-number = { $metric }{ $bounds }
condition-flag = { $form ->
    [yes] { $metric }
   *[no] 不符合「{ $metric }」
}
condition-segment = { $form ->
    [yes] 属于「{ $segment }」客户
   *[no] 不属于「{ $segment }」客户
}
condition-task = { $form ->
    [yes] 完成{ $task }
   *[no] 尚未完成{ $task }
}
condition-hidden-task = { $form ->
    [yes] 达成一项隐藏成就
   *[no] 尚未达成某项隐藏成就
}
condition-tier = { $form ->
    [yes] 等级为{ $tier }及以上
    [highest] 等级为{ $tier }
   *[no] 等级低于{ $tier }
}
bound = { $unit ->
    [time] { $form ->
        [at-least] 满{ $value }
        [above] 超过{ $value }
        [at-most] 不超过{ $value }
        [below] 不满{ $value }
       *[exactly] 正好{ $value }
    }
   *[other] { $form ->
        [at-least] 达到{ $value }
        [above] 超过{ $value }
        [at-most] 不超过{ $value }
        [below] 低于{ $value }
       *[exactly] 等于{ $value }
    }
}
bound-and = { $left }且{ $right }
join-all = { $left }，且{ $right }
join-any = { $left }，或{ $right }
join-inner = { $left }、{ $right }
group = { $joint }（{ $parts }）
numbered = （{ $number }）{ $part }
led = { $lead }{ $parts }
joint = { $form ->
    [all] 同时满足以下条件
    [any] 满足以下任一条件
    [at-least] 满足以下条件中的至少{ $n }项
   *[at-most] 满足以下条件中的至多{ $n }项
}
joint-inner = { $form ->
    [all] 同时满足
    [any] 满足任一
    [at-least] 至少满足{ $n }项
   *[at-most] 至多满足{ $n }项
}

## 等级的取得与保持
tier-base = 所有客户至少为{ $tier }。
tier-qualify = 升为{ $tier }的条件：{ $condition }。
tier-qualify-list = { $joint }，即可升为{ $tier }：
tier-keep = 保持{ $tier }的条件：{ $condition }；或符合升级条件。
tier-keep-list = { $joint }，或符合升级条件，即可保持{ $tier }：
tier-keep-same = 保持{ $tier }的条件与升级条件相同。
hold = { $form ->
    [none] 不锁定
    [months] { $months }
    [year-end] { $year ->
        [calendar] 至生效当年的年末
       *[programme] 至生效当年的会员年度末
    }
   *[next-year-end] { $year ->
        [calendar] 至复核次年的年末
       *[programme] 至复核的下一会员年度末
    }
}
hold-rule = { $form ->
    [none] 升级或保级后不设锁定期，每次复核都重新评定。
   *[some] 升级或保级后锁定{ $hold }，锁定期内不降级。
}
grace = { $count ->
    [0] 无
   *[other] { $n }次复核
}
grace-rule = { $hold ->
    [none] { $count ->
        [0] 复核未达标即降级。
       *[other] 复核未达标可宽限{ $n }次，连续第{ $last }次未达标即降级。
    }
   *[some] { $count ->
        [0] 锁定期满后，复核未达标即降级。
       *[other] 锁定期满后，复核未达标可宽限{ $n }次，连续第{ $last }次未达标即降级。
    }
}
fall = { $form ->
    [one] { $hold ->
        [some] 降级时降为{ $lower }；当时符合其升级条件的，重新起算锁定期。
       *[none] 降级时降为{ $lower }。
    }
   *[all] { $hold ->
        [some] 降级时降至当时符合升级条件的最高等级，该等级有锁定期的，自此起算。
       *[none] 降级时降至当时符合升级条件的最高等级。
    }
}
review-cadence = { $period ->
    [month] 等级每月末复核一次，结果自次月起生效。
    [quarter] 等级每季度末复核一次，结果自次月起生效。
    [half-year] 等级每半年末复核一次，结果自次月起生效。
   *[year] 等级每年末复核一次，结果自次月起生效。
}
household = 家庭成员（含本人最多{ $n }人）的{ $metrics }合并计算。

## 指标
metric-input = { $kind ->
    [balance] 当月的日均余额
    [flow] 当月的合计
    [flag] 是或否
    [date] 日期
   *[fact] 以当前情况为准
}
metric-sum = { $parts }之和
metric-sum-list = 以下各项之和：
metric-greatest = { $parts }当中的最大值
metric-greatest-list = 以下各项当中的最大值：
metric-least = { $parts }当中的最小值
metric-least-list = 以下各项当中的最小值：
part = { $form ->
    [flag] { $metric }（符合的计{ $value }）
    [share] { $metric }的{ $share }
    [times] { $metric }的{ $times }倍
   *[whole] { $metric }
}
part-less = { $part }（扣除）
part-up-to = { $part }（最多计{ $value }）
metric-over = { $take ->
    [average] { $window }的{ $metric }月平均值
    [daily-average] { $window }的{ $metric }日平均值
    [total] { $window }的{ $metric }合计
    [highest] { $window }的{ $metric }最高值
   *[lowest] { $window }的{ $metric }最低值
}
metric-missing = { $form ->
    [skip] { $metric }，没有记录的月份不计在内
   *[zero] { $metric }，没有记录的月份按 0 计
}
window-months = { $lag ->
    [0] { $count ->
        [1] 当月
       *[other] 最近{ $n }个月（含当月）
    }
    [1] { $count ->
        [1] 上月
       *[other] 截至上月的{ $n }个月
    }
   *[other] { $count ->
        [1] { $lags }前的那个月
       *[other] 截至{ $lags }前的{ $n }个月
    }
}
window-period = { $count ->
    [0] { $period ->
        [month] 当月
        [quarter] 本季度截至当月
        [half-year] 本半年截至当月
       *[year] { $year ->
            [calendar] 本年截至当月
           *[programme] 本会员年度截至当月
        }
    }
    [1] { $period ->
        [month] 上月
        [quarter] 上一季度
        [half-year] 上一个半年
       *[year] { $year ->
            [calendar] 上一年
           *[programme] 上一会员年度
        }
    }
   *[other] { $period ->
        [month] { $n }个月前的那个月
        [quarter] { $n }个季度前的那个季度
        [half-year] { $n }个半年前的那个半年
       *[year] { $year ->
            [calendar] { $n }年前的那一年
           *[programme] { $n }个会员年度前的那个年度
        }
    }
}
step = 达到{ $from }计{ $value }
metric-steps = 按{ $metric }分档：{ $parts }；不足第一档计 0
metric-steps-list = 按{ $metric }分档，不足第一档计 0：
metric-count = 以下条件中满足的项数：{ $parts }
metric-count-list = 以下条件中满足的项数：
metric-earned = { $window }到账的{ $currency }
metric-held = 月末的{ $currency }余额
metric-since = 从{ $metric }到当月末的整月数

## 累积规则
earn-gives = { $form ->
    [full] { $metric }每满{ $every }得{ $gives }。
   *[exact] { $metric }每{ $every }得{ $gives }，不足的按比例计算。
}
earn-rate = { $basis ->
    [month] 按{ $metric }的{ $rate }得{ $currency }。
   *[year] 按{ $metric }以年率{ $rate }得{ $currency }，每月得十二分之一。
}
earn-bands = { $basis ->
    [month] { $banding ->
        [marginal] 按{ $metric }分段得{ $currency }：{ $bands }。
       *[whole] 按{ $metric }所在的档次得{ $currency }：{ $bands }。
    }
   *[year] { $banding ->
        [marginal] 按{ $metric }分段以年率得{ $currency }，每月得十二分之一：{ $bands }。
       *[whole] 按{ $metric }所在的档次以年率得{ $currency }，每月得十二分之一：{ $bands }。
    }
}
earn-bands-list = { $basis ->
    [month] { $banding ->
        [marginal] 按{ $metric }分段得{ $currency }：
       *[whole] 按{ $metric }所在的档次得{ $currency }：
    }
   *[year] { $banding ->
        [marginal] 按{ $metric }分段以年率得{ $currency }，每月得十二分之一：
       *[whole] 按{ $metric }所在的档次以年率得{ $currency }，每月得十二分之一：
    }
}
band-marginal = { $form ->
    [all] 全部{ $rate }
    [first] 不超过{ $to }的部分{ $rate }
    [middle] 超过{ $from }至{ $to }的部分{ $rate }
   *[last] 超过{ $from }的部分{ $rate }
}
band-whole = { $form ->
    [all] 全部{ $rate }
    [first] 低于{ $to }的，全部按{ $rate }
    [middle] 达到{ $from }且低于{ $to }的，全部按{ $rate }
   *[last] 达到{ $from }的，全部按{ $rate }
}
earn-fixed = { $form ->
    [when] { $period ->
        [month] 符合条件的每个月得{ $gives }。
        [quarter] 每季度的最后一个月符合条件的，得{ $gives }。
        [half-year] 每半年的最后一个月符合条件的，得{ $gives }。
       *[year] 每年的最后一个月符合条件的，得{ $gives }。
    }
   *[always] { $period ->
        [month] 每月得{ $gives }。
        [quarter] 每季度得{ $gives }，在最后一个月计。
        [half-year] 每半年得{ $gives }，在最后一个月计。
       *[year] 每年得{ $gives }，在最后一个月计。
    }
}
earn-each = { $period ->
    [month] 每月计算一次。
    [quarter] 每季度只计算一次，以最后一个月的数值为准。
    [half-year] 每半年只计算一次，以最后一个月的数值为准。
   *[year] 每年只计算一次，以最后一个月的数值为准。
}
earn-times = { $form ->
    [one] 各等级均按{ $times }计算。
   *[by-tier] 再按等级乘以倍数：{ $times }。
}
earn-when = 适用条件：{ $condition }。
earn-when-list = 须{ $joint }：
earn-valid = { $form ->
    [shared] 有效期：{ $validity }；不足一个月的，按天数折算。
   *[whole] 有效期：{ $validity }。
}
earn-delay = { $count ->
    [1] 于次月到账。
   *[other] 于{ $n }个月后到账。
}
cap-none = 不设上限
cap = { $form ->
    [one] { $period ->
        [month] 每月最多{ $amounts }
        [quarter] 每季度最多{ $amounts }
        [half-year] 每半年最多{ $amounts }
        [year] 每年最多{ $amounts }
       *[campaign] 整个活动期间最多{ $amounts }
    }
   *[by-tier] { $period ->
        [month] 每月上限：{ $amounts }
        [quarter] 每季度上限：{ $amounts }
        [half-year] 每半年上限：{ $amounts }
        [year] 每年上限：{ $amounts }
       *[campaign] 整个活动期间上限：{ $amounts }
    }
}
rounding = { $round ->
    [down] 每笔到账精确到{ $unit }，不足的部分舍去。
    [up] 每笔到账精确到{ $unit }，不足的部分进位。
    [half-up] 每笔到账精确到{ $unit }，四舍五入。
   *[half-even] 每笔到账精确到{ $unit }，四舍六入五成双。
}
expires = { $at ->
    [month-end] { $count ->
        [1] 到账次月的月末到期
       *[other] 到账后第{ $n }个月的月末到期
    }
    [years-end] { $count ->
        [1] { $year ->
            [calendar] 到账次年的年末到期
           *[programme] 到账的下一会员年度末到期
        }
       *[other] { $year ->
            [calendar] 到账后第{ $n }年的年末到期
           *[programme] 到账后第{ $n }个会员年度末到期
        }
    }
   *[year-end] { $year ->
        [calendar] 到账后第{ $n }个月所在年份的年末到期
       *[programme] 到账后第{ $n }个月所在会员年度的年度末到期
    }
}
expires-never = 长期有效，不会到期
currency-cap = { $period ->
    [month] 各项累积规则与活动加倍合计，每月最多{ $amount }；任务奖励与活动赠送不受此限
    [quarter] 各项累积规则与活动加倍合计，每季度最多{ $amount }；任务奖励与活动赠送不受此限
    [half-year] 各项累积规则与活动加倍合计，每半年最多{ $amount }；任务奖励与活动赠送不受此限
   *[year] 各项累积规则与活动加倍合计，每年最多{ $amount }；任务奖励与活动赠送不受此限
}
currency-expires = { $currency }{ $expires }。
redeemable = { $form ->
    [yes] { $currency }可以兑换，先到账的先使用。
   *[no] { $currency }不能兑换。
}
worth = { $unit }价值{ $money }

## 客群、任务与活动
segment-when = 「{ $segment }」客户的认定条件：{ $condition }。
segment-when-list = { $joint }，即认定为「{ $segment }」客户：
task-hidden = 一项隐藏成就
task-hidden-hint = 一项隐藏成就，达成之后才会揭晓。
task-when = { $count ->
    [1] 达成条件：{ $condition }。
   *[other] 达成条件：连续{ $n }个月，每月{ $condition }。
}
task-when-list = { $count ->
    [1] { $joint }，即达成：
   *[other] 连续{ $n }个月，每月{ $joint }，即达成：
}
task-repeat = { $period ->
    [once] 每人一次。
    [month] 每月最多一次。
    [quarter] 每季度最多一次。
    [half-year] 每半年最多一次。
   *[year] 每年最多一次。
}
task-rewards = 奖励：{ $rewards }。
campaign-days = 活动时间：{ $days }。
campaign-for = 参加对象：{ $condition }。
campaign-for-list = 参加对象须{ $joint }：
campaign-for-all = 参加对象：所有客户。
boost = 活动期间，「{ $earn }」按{ $times }计算
boost-cap = { $boost }；加出的部分，{ $cap }。
boost-shared = 只有部分天数在活动期内的月份，加出的部分按天数折算。
gift = 赠送{ $amount }，活动期间每人一次。
gift-when = 活动期间的任一月份，{ $condition }的，赠送{ $amount }，每人一次。
gift-when-list = 活动期间的任一月份{ $joint }的，赠送{ $amount }，每人一次：

## 权益与兑换
extent-quota = { $period ->
    [month] 每月{ $n }次
    [quarter] 每季度{ $n }次
    [half-year] 每半年{ $n }次
    [year] 每年{ $n }次
   *[each-time] 每次{ $n }份
}
extent-unlimited = 不限次数
extent-amount = { $period ->
    [month] 每月{ $amount }
    [quarter] 每季度{ $amount }
    [half-year] 每半年{ $amount }
    [year] 每年{ $amount }
   *[each-time] 每次{ $amount }
}
extent-included = 享有
use-worth = 每次价值{ $money }
benefit-all = 不限等级。
grant-withdrawn = 不再享有
granted-to-nobody = 目前没有等级享有。
benefit-when = 适用条件：{ $condition }。
benefit-when-list = 须{ $joint }：
benefit-valid = 有效期：{ $validity }。
benefit-pool = 属于「{ $pool }」，选定后享有。
pick = { $period ->
    [month] 每月任选{ $n }项
    [quarter] 每季度任选{ $n }项
    [half-year] 每半年任选{ $n }项
    [year] 每年任选{ $n }项
   *[each-time] 任选{ $n }项
}
price-and-cash = { $price } + { $cash }
reward-valid = 兑换时间：{ $validity }。

## 结果
review = { $outcome ->
    [rise] { $form ->
        [hold] 升为{ $next }，自{ $from }起生效，锁定至{ $until }。
       *[plain] 升为{ $next }，自{ $from }起生效。
    }
    [held] 锁定期内（至{ $until }），等级仍为{ $tier }。
    [kept] { $form ->
        [base] 等级仍为{ $tier }。
        [hold] 符合保级条件，等级仍为{ $tier }，锁定至{ $until }。
       *[plain] 符合保级条件，等级仍为{ $tier }。
    }
    [grace] 未达到保级条件（连续第{ $n }次），宽限期内等级仍为{ $tier }。
   *[fall] { $form ->
        [hold] 未达到保级条件，自{ $from }起降为{ $next }，锁定至{ $until }。
       *[plain] 未达到保级条件，自{ $from }起降为{ $next }。
    }
}
error-insufficient = { $month }的兑换超出了余额，还差{ $shortfall }。
error-not-redeemable = { $month }的兑换无法完成：{ $currency }不能兑换。
error-customer = 填写的数值与规则不符，请检查后重试。
error-overflow = { $month }的「{ $rule }」算出的数值过大，无法得出结果，请检查填写的数值。

## 升级路径
path-change = { $metric }：{ $from } → { $to }
path-no-such-tier = 今后24个月的规则里没有这个等级。
path-not-in-force = 条件可以达到，但按其他规则，这个等级在24个月内不会生效。
path-fixed = 要求{ $condition }，这一条无法靠改变资产或活动达到，24个月内也不会自然达到。
path-out-of-reach = 要求{ $condition }，无论怎样调整，24个月内都达不到。
path-not-together = { $conditions }各自都能达到，但无法在同一个月里都达到。
path-staying = { $form ->
    [falls] 一切照旧的话，{ $tier }将在{ $month }降为{ $to }。
   *[stays] 一切照旧的话，今后24个月等级仍为{ $tier }或更高。
}

## 解释
why-figure = { $what }：{ $value }
why-figure-in = { $month }{ $what }：{ $value }
why-how = { $figure }；{ $how }
why-actual = 实际为{ $value }
why-months = { $from }至{ $until }，每月：{ $value }
why-in-month = { $month }：{ $text }
why-absent = 当月的规则中没有这一项
why-seen = 理由见上文
why-deeper = 此处不再展开
why-given = { $given ->
    [month] 为当月填写的数值
    [every] 为所有月份填写的数值
   *[not] 未填写
}
why-pooled = 家庭成员合计：
why-own = 本人
why-member = 第{ $n }位家庭成员
why-cut = 以最多计入的数额为限
why-average = { $how }；{ $total } ÷ { $n }
why-average-days = { $how }；{ $total }（各月乘以天数）÷ { $n }天
why-before-start = { $form ->
    [skip] 在起始月之前，不计在内
    [history] 在起始月之前到账
   *[zero] 在起始月之前，按 0 计
}
why-steps = { $form ->
    [row] 达到{ $from }这一档
   *[below] 不足第一档（{ $from }）
}
why-steps-next = { $how }；下一档从{ $from }起，计{ $value }
why-no-date = 未填写日期
why-condition = { $holds ->
    [yes] 满足：{ $condition }
   *[no] 不满足：{ $condition }
}
why-group = { $holds ->
    [yes] 成立：{ $joint }：
   *[no] 不成立：{ $joint }：
}
why-not = 以下条件不成立
why-achieved = { $form ->
    [before] 在起始月之前已达成
    [month] 于{ $month }达成
   *[not] 至今未达成
}
why-tier = 当月等级为{ $tier }
why-segment = { $holds ->
    [yes] 是「{ $segment }」客户
   *[no] 不是「{ $segment }」客户
}
why-task = { $holds ->
    [yes] { $task }：当月达成
   *[no] { $task }：当月未达成
}
why-streak = 须连续{ $n }个月满足条件，已连续{ $held }个月
why-reward = 奖励：{ $value }
why-due = { $form ->
    [now] 当月到账
   *[later] 将于{ $month }到账
}
why-nothing = { $because ->
    [not-in-force] 当月不在有效期内（{ $validity }）
    [not-the-end] { $period ->
        [quarter] 只在每季度的最后一个月计算
        [half-year] 只在每半年的最后一个月计算
       *[year] 只在每年的最后一个月计算
    }
    [condition] 不满足适用条件
    [audience] 不在面向的客户之内
    [no-rule] 「{ $earn }」当月不计算
   *[given] 已于{ $month }赠送
}
why-gives = { $form ->
    [full] { $metric }每满{ $every }得{ $gives }
   *[exact] { $metric }每{ $every }得{ $gives }，按比例计算
}
why-rate = { $basis ->
    [month] { $metric }的{ $rate }
   *[year] { $metric }的{ $rate }的十二分之一
}
why-bands = { $basis ->
    [month] 按{ $metric }分段计算
   *[year] 按{ $metric }分段计算的{ $whole }的十二分之一
}
why-band = { $part }的{ $rate }
why-days = { $how }，按{ $of }天中的{ $n }天折算
why-fixed = 固定数额
why-not-positive = { $metric }没有超过 0，不产生累积
why-times = { $tier }按{ $times }
why-boost = 按{ $times }加出的部分
why-rounded = { $round ->
    [down] 精确到{ $unit }，不足的部分舍去
    [up] 精确到{ $unit }，不足的部分进一
   *[nearest] 精确到{ $unit }，取最接近的数值
}
why-cap = { $form ->
    [cut] 以上限中剩余的{ $left }为限：{ $cap }
   *[within] 未超过上限中剩余的{ $left }：{ $cap }
}
why-cap-currency = { $form ->
    [cut] 以各项合计上限中剩余的{ $left }为限：{ $cap }
   *[within] 未超过各项合计上限中剩余的{ $left }：{ $cap }
}
why-gift = 赠送
why-boost-of = 「{ $earn }」的加倍部分
why-arrived = { $form ->
    [lost] { $month }所得，因已没有这一币种而失效
   *[credited] { $month }所得，当月到账
}
why-balance = { $currency }余额
why-opening = 月初余额
why-credited = 到账
why-redeemed = 已兑换
why-expired = 已到期
why-lot = { $form ->
    [expires] { $month }到账，{ $until }月末到期
   *[never] { $month }到账，长期有效
}
why-pending = 待到账的{ $currency }
why-delayed = { $month }所得，将于{ $due }到账
why-benefit = { $holds ->
    [yes] { $benefit }：享有
   *[no] { $benefit }：不享有
}
why-available = 当月在有效期内（{ $validity }）
why-granted = { $tier }享有该权益
why-in-force = { $since ->
    [opening] 自起始月起生效
    [base] 所有客户的起始等级
    [review] 依据{ $month }的复核：
   *[version] 当月的规则中没有{ $before }
}
why-tier-in-force = 当月等级
why-review = { $month }月末复核：{ $review }
why-no-review = { $month }没有复核，下一次在{ $next }月末；等级仍为{ $tier }
why-qualify = { $form ->
    [base] 所有客户均可为{ $tier }
    [yes] 符合{ $tier }的升级条件
   *[no] 不符合{ $tier }的升级条件
}
why-keep = { $form ->
    [yes] 符合{ $tier }的保级条件
    [no] 不符合{ $tier }的保级条件
   *[same] 保持{ $tier }须符合其升级条件
}
