# 規則與結果的說法。名稱來自計畫內容；金額、比例、日期以已排好的文字傳入，只有計數用來選擇單複數。
# 填入的文字與中文字相接處的空格自動補上，這裡不必寫。每個語言檔案的鍵必須相同。

## 連接
quoted = 「{ $name }」
sentence = { $text }。
join-sentences = { $left }{ $right }
join-comma = { $left }、{ $right }
join-and = { $left }及{ $right }
join-semicolon = { $left }；{ $right }
lead = { $joint }：

## 數量
money = { $currency ->
    [TWD] { $number }{ $scale }元
    [CNY] 人民幣{ $number }{ $scale }元
    [HKD] 港幣{ $number }{ $scale }元
    [MOP] 澳門幣{ $number }{ $scale }元
    [USD] 美元{ $number }{ $scale }元
    [EUR] 歐元{ $number }{ $scale }元
    [GBP] 英鎊{ $number }{ $scale }元
    [JPY] 日圓{ $number }{ $scale }元
    [SGD] 新加坡幣{ $number }{ $scale }元
    [AUD] 澳幣{ $number }{ $scale }元
    [CAD] 加拿大幣{ $number }{ $scale }元
    [CHF] 瑞士法郎{ $number }{ $scale }元
   *[other] { $currency } { $number }{ $scale }
}
amount = { $n } { $currency }
counted = { $n }{ $measure }
percent = { $number }%
multiplier = { $n }倍
discount = { $form ->
    [free] 免費
    [spoken] { $paid }折
   *[plain] 減免{ $percent }
}
months = { $n }個月
years = { $n }年
yes = 是
no = 否
gap = 還差{ $value }

## 時間
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
    [quarter] 每季
    [half-year] 每半年
   *[year] 每年
}
programme-year = 會員年度自每年{ $month }開始，季、半年與年度均依會員年度計算。

## 等級
tiers-all = 所有會員
tiers-up = { $tier }（含）以上
tiers-range = { $from }至{ $to }
tier-has = { $tiers }{ $value }
tier-grant = { $tiers }：{ $value }

## 條件
condition-always = 不設條件
condition-never = 目前不開放
condition-number = { $metric }{ $bounds }
condition-flag = { $form ->
    [yes] { $metric }
   *[no] 不符合「{ $metric }」
}
condition-segment = { $form ->
    [yes] 屬於「{ $segment }」客戶
   *[no] 不屬於「{ $segment }」客戶
}
condition-task = { $form ->
    [yes] 完成{ $task }
   *[no] 尚未完成{ $task }
}
condition-hidden-task = { $form ->
    [yes] 達成一項隱藏成就
   *[no] 尚未達成某項隱藏成就
}
condition-tier = { $form ->
    [yes] 等級為{ $tier }（含）以上
    [highest] 等級為{ $tier }
   *[no] 等級低於{ $tier }
}
bound = { $unit ->
    [time] { $form ->
        [at-least] 滿{ $value }
        [above] 超過{ $value }
        [at-most] 不超過{ $value }
        [below] 未滿{ $value }
       *[exactly] 正好{ $value }
    }
   *[other] { $form ->
        [at-least] 達{ $value }
        [above] 超過{ $value }
        [at-most] 不超過{ $value }
        [below] 低於{ $value }
       *[exactly] 等於{ $value }
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
    [all] 同時符合以下條件
    [any] 符合以下任一條件
    [at-least] 符合以下條件中的至少{ $n }項
   *[at-most] 符合以下條件中的至多{ $n }項
}
joint-inner = { $form ->
    [all] 同時符合
    [any] 符合任一
    [at-least] 至少符合{ $n }項
   *[at-most] 至多符合{ $n }項
}

## 等級的取得與維持
tier-base = 所有客戶至少為{ $tier }。
tier-qualify = 升等為{ $tier }的條件：{ $condition }。
tier-qualify-list = { $joint }，即可升等為{ $tier }：
tier-keep = 維持{ $tier }的條件：{ $condition }；或符合升等條件。
tier-keep-list = { $joint }，或符合升等條件，即可維持{ $tier }：
tier-keep-same = 維持{ $tier }的條件與升等條件相同。
hold = { $form ->
    [none] 不保留
    [months] { $months }
    [year-end] { $year ->
        [calendar] 至生效當年年底
       *[programme] 至生效當年度的會員年度終了
    }
   *[next-year-end] { $year ->
        [calendar] 至審核次年年底
       *[programme] 至審核的次一會員年度終了
    }
}
hold-rule = { $form ->
    [none] 升等或續等後不設資格保留期，每次審核均重新評定。
   *[some] 升等或續等後資格保留{ $hold }，保留期間不降等。
}
grace = { $count ->
    [0] 無
   *[other] { $n }次審核
}
grace-rule = { $hold ->
    [none] { $count ->
        [0] 審核未達標準即降等。
       *[other] 審核未達標準可寬限{ $n }次，連續第{ $last }次未達標準即降等。
    }
   *[some] { $count ->
        [0] 資格保留期滿後，審核未達標準即降等。
       *[other] 資格保留期滿後，審核未達標準可寬限{ $n }次，連續第{ $last }次未達標準即降等。
    }
}
fall = { $form ->
    [one] { $hold ->
        [some] 降等時降為{ $lower }；當時符合其升等條件者，重新起算資格保留期。
       *[none] 降等時降為{ $lower }。
    }
   *[all] { $hold ->
        [some] 降等時降至當時符合升等條件的最高等級，該等級設有資格保留期者，自此起算。
       *[none] 降等時降至當時符合升等條件的最高等級。
    }
}
review-cadence = { $period ->
    [month] 等級於每月底審核一次，結果自次月起生效。
    [quarter] 等級於每季底審核一次，結果自次月起生效。
    [half-year] 等級於每半年終了時審核一次，結果自次月起生效。
   *[year] 等級於每年終了時審核一次，結果自次月起生效。
}
household = 家庭成員（含本人最多{ $n }人）的{ $metrics }合併計算。

## 指標
metric-input = { $kind ->
    [balance] 當月的日平均餘額
    [flow] 當月的合計
    [flag] 是或否
    [date] 日期
   *[fact] 以目前情況為準
}
metric-sum = { $parts }之和
metric-sum-list = 以下各項之和：
metric-greatest = { $parts }當中的最大值
metric-greatest-list = 以下各項當中的最大值：
metric-least = { $parts }當中的最小值
metric-least-list = 以下各項當中的最小值：
part = { $form ->
    [flag] { $metric }（符合者計{ $value }）
    [share] { $metric }的{ $share }
    [times] { $metric }的{ $times }倍
   *[whole] { $metric }
}
part-less = { $part }（扣除）
part-up-to = { $part }（最多計{ $value }）
metric-over = { $take ->
    [average] { $window }的{ $metric }月平均值
    [daily-average] { $window }的{ $metric }日平均值
    [total] { $window }的{ $metric }合計
    [highest] { $window }的{ $metric }最高值
   *[lowest] { $window }的{ $metric }最低值
}
metric-missing = { $form ->
    [skip] { $metric }，沒有紀錄的月份不計在內
   *[zero] { $metric }，沒有紀錄的月份以 0 計
}
window-months = { $lag ->
    [0] { $count ->
        [1] 當月
       *[other] 最近{ $n }個月（含當月）
    }
    [1] { $count ->
        [1] 上月
       *[other] 截至上月的{ $n }個月
    }
   *[other] { $count ->
        [1] { $lags }前的該月
       *[other] 截至{ $lags }前的{ $n }個月
    }
}
window-period = { $count ->
    [0] { $period ->
        [month] 當月
        [quarter] 本季截至當月
        [half-year] 本半年截至當月
       *[year] { $year ->
            [calendar] 本年截至當月
           *[programme] 本會員年度截至當月
        }
    }
    [1] { $period ->
        [month] 上月
        [quarter] 上一季
        [half-year] 上一個半年
       *[year] { $year ->
            [calendar] 上一年
           *[programme] 上一會員年度
        }
    }
   *[other] { $period ->
        [month] { $n }個月前的該月
        [quarter] { $n }季前的該季
        [half-year] { $n }個半年前的該半年
       *[year] { $year ->
            [calendar] { $n }年前的該年
           *[programme] { $n }個會員年度前的該年度
        }
    }
}
step = 達{ $from }計{ $value }
metric-steps = 依{ $metric }分級距：{ $parts }；不足第一級距計 0
metric-steps-list = 依{ $metric }分級距，不足第一級距計 0：
metric-count = 以下條件中符合的項數：{ $parts }
metric-count-list = 以下條件中符合的項數：
metric-earned = { $window }入帳的{ $currency }
metric-held = 月底的{ $currency }餘額
metric-since = 自{ $metric }至當月底的足月數

## 累積規則
earn-gives = { $form ->
    [full] { $metric }每滿{ $every }可得{ $gives }。
   *[exact] { $metric }每{ $every }可得{ $gives }，未滿者依比例計算。
}
earn-rate = { $basis ->
    [month] 依{ $metric }的{ $rate }回饋{ $currency }。
   *[year] 依{ $metric }以年率{ $rate }回饋{ $currency }，每月給十二分之一。
}
earn-bands = { $basis ->
    [month] { $banding ->
        [marginal] 依{ $metric }分段回饋{ $currency }：{ $bands }。
       *[whole] 依{ $metric }所在的級距回饋{ $currency }：{ $bands }。
    }
   *[year] { $banding ->
        [marginal] 依{ $metric }分段以年率回饋{ $currency }，每月給十二分之一：{ $bands }。
       *[whole] 依{ $metric }所在的級距以年率回饋{ $currency }，每月給十二分之一：{ $bands }。
    }
}
earn-bands-list = { $basis ->
    [month] { $banding ->
        [marginal] 依{ $metric }分段回饋{ $currency }：
       *[whole] 依{ $metric }所在的級距回饋{ $currency }：
    }
   *[year] { $banding ->
        [marginal] 依{ $metric }分段以年率回饋{ $currency }，每月給十二分之一：
       *[whole] 依{ $metric }所在的級距以年率回饋{ $currency }，每月給十二分之一：
    }
}
band-marginal = { $form ->
    [all] 全部{ $rate }
    [first] 不超過{ $to }的部分{ $rate }
    [middle] 超過{ $from }至{ $to }的部分{ $rate }
   *[last] 超過{ $from }的部分{ $rate }
}
band-whole = { $form ->
    [all] 全部{ $rate }
    [first] 低於{ $to }者，全部以{ $rate }計
    [middle] 達{ $from }且低於{ $to }者，全部以{ $rate }計
   *[last] 達{ $from }者，全部以{ $rate }計
}
earn-fixed = { $form ->
    [when] { $period ->
        [month] 符合條件的月份，每月可得{ $gives }。
        [quarter] 每季最後一個月符合條件者，可得{ $gives }。
        [half-year] 每半年最後一個月符合條件者，可得{ $gives }。
       *[year] 每年最後一個月符合條件者，可得{ $gives }。
    }
   *[always] { $period ->
        [month] 每月可得{ $gives }。
        [quarter] 每季可得{ $gives }，於最後一個月計。
        [half-year] 每半年可得{ $gives }，於最後一個月計。
       *[year] 每年可得{ $gives }，於最後一個月計。
    }
}
earn-each = { $period ->
    [month] 每月計算一次。
    [quarter] 每季只計算一次，以最後一個月的數值為準。
    [half-year] 每半年只計算一次，以最後一個月的數值為準。
   *[year] 每年只計算一次，以最後一個月的數值為準。
}
earn-times = { $form ->
    [one] 各等級均以{ $times }計算。
   *[by-tier] 再依等級乘以倍數：{ $times }。
}
earn-when = 適用條件：{ $condition }。
earn-when-list = 須{ $joint }：
earn-valid = { $form ->
    [shared] 有效期間：{ $validity }；未滿一個月者，依天數折算。
   *[whole] 有效期間：{ $validity }。
}
earn-delay = { $count ->
    [1] 於次月入帳。
   *[other] 於{ $n }個月後入帳。
}
cap-none = 不設上限
cap = { $form ->
    [one] { $period ->
        [month] 每月最多{ $amounts }
        [quarter] 每季最多{ $amounts }
        [half-year] 每半年最多{ $amounts }
        [year] 每年最多{ $amounts }
       *[campaign] 整個活動期間最多{ $amounts }
    }
   *[by-tier] { $period ->
        [month] 每月上限：{ $amounts }
        [quarter] 每季上限：{ $amounts }
        [half-year] 每半年上限：{ $amounts }
        [year] 每年上限：{ $amounts }
       *[campaign] 整個活動期間上限：{ $amounts }
    }
}
rounding = { $round ->
    [down] 每筆入帳計至{ $unit }，未滿部分捨去。
    [up] 每筆入帳計至{ $unit }，未滿部分進位。
    [half-up] 每筆入帳計至{ $unit }，四捨五入。
   *[half-even] 每筆入帳計至{ $unit }，四捨六入五成雙。
}
expires = { $at ->
    [month-end] { $count ->
        [1] 於入帳次月月底到期
       *[other] 於入帳後第{ $n }個月的月底到期
    }
    [years-end] { $count ->
        [1] { $year ->
            [calendar] 於入帳次年年底到期
           *[programme] 於入帳的次一會員年度終了時到期
        }
       *[other] { $year ->
            [calendar] 於入帳後第{ $n }年年底到期
           *[programme] 於入帳後第{ $n }個會員年度終了時到期
        }
    }
   *[year-end] { $year ->
        [calendar] 於入帳後第{ $n }個月所在年份的年底到期
       *[programme] 於入帳後第{ $n }個月所在會員年度終了時到期
    }
}
expires-never = 長期有效，不會到期
currency-cap = { $period ->
    [month] 各項累積規則與活動加碼合計，每月最多{ $amount }；任務獎勵與活動贈送不受此限
    [quarter] 各項累積規則與活動加碼合計，每季最多{ $amount }；任務獎勵與活動贈送不受此限
    [half-year] 各項累積規則與活動加碼合計，每半年最多{ $amount }；任務獎勵與活動贈送不受此限
   *[year] 各項累積規則與活動加碼合計，每年最多{ $amount }；任務獎勵與活動贈送不受此限
}
currency-expires = { $currency }{ $expires }。
redeemable = { $form ->
    [yes] { $currency }可以兌換，先入帳的先使用。
   *[no] { $currency }不能兌換。
}
worth = { $unit }價值{ $money }

## 客群、任務與活動
segment-when = 「{ $segment }」客戶的認定條件：{ $condition }。
segment-when-list = { $joint }，即認定為「{ $segment }」客戶：
task-hidden = 一項隱藏成就
task-hidden-hint = 一項隱藏成就，達成之後才會揭曉。
task-when = { $count ->
    [1] 達成條件：{ $condition }。
   *[other] 達成條件：連續{ $n }個月，每月{ $condition }。
}
task-when-list = { $count ->
    [1] { $joint }，即為達成：
   *[other] 連續{ $n }個月，每月{ $joint }，即為達成：
}
task-repeat = { $period ->
    [once] 每人一次。
    [month] 每月最多一次。
    [quarter] 每季最多一次。
    [half-year] 每半年最多一次。
   *[year] 每年最多一次。
}
task-rewards = 獎勵：{ $rewards }。
campaign-days = 活動時間：{ $days }。
campaign-for = 參加對象：{ $condition }。
campaign-for-list = 參加對象須{ $joint }：
campaign-for-all = 參加對象：所有客戶。
boost = 活動期間，「{ $earn }」以{ $times }計算
boost-cap = { $boost }；加碼部分，{ $cap }。
boost-shared = 只有部分天數在活動期內的月份，加碼部分依天數折算。
gift = 贈送{ $amount }，活動期間每人一次。
gift-when = 活動期間的任一月份，{ $condition }者，贈送{ $amount }，每人一次。
gift-when-list = 活動期間的任一月份{ $joint }者，贈送{ $amount }，每人一次：

## 權益與兌換
extent-quota = { $period ->
    [month] 每月{ $n }次
    [quarter] 每季{ $n }次
    [half-year] 每半年{ $n }次
    [year] 每年{ $n }次
   *[each-time] 每次{ $n }份
}
extent-unlimited = 不限次數
extent-amount = { $period ->
    [month] 每月{ $amount }
    [quarter] 每季{ $amount }
    [half-year] 每半年{ $amount }
    [year] 每年{ $amount }
   *[each-time] 每次{ $amount }
}
extent-included = 享有
use-worth = 每次價值{ $money }
benefit-all = 不限等級。
grant-withdrawn = 不再享有
granted-to-nobody = 目前沒有等級享有。
benefit-when = 適用條件：{ $condition }。
benefit-when-list = 須{ $joint }：
benefit-valid = 有效期間：{ $validity }。
benefit-pool = 屬於「{ $pool }」，選定後享有。
pick = { $period ->
    [month] 每月任選{ $n }項
    [quarter] 每季任選{ $n }項
    [half-year] 每半年任選{ $n }項
    [year] 每年任選{ $n }項
   *[each-time] 任選{ $n }項
}
price-and-cash = { $price } + { $cash }
reward-valid = 兌換時間：{ $validity }。

## 結果
review = { $outcome ->
    [rise] { $form ->
        [hold] 升等為{ $next }，自{ $from }起生效，保留至{ $until }。
       *[plain] 升等為{ $next }，自{ $from }起生效。
    }
    [held] 資格保留期內（至{ $until }），等級仍為{ $tier }。
    [kept] { $form ->
        [base] 等級仍為{ $tier }。
        [hold] 符合維持條件，等級仍為{ $tier }，保留至{ $until }。
       *[plain] 符合維持條件，等級仍為{ $tier }。
    }
    [grace] 未達維持條件（連續第{ $n }次），寬限期內等級仍為{ $tier }。
   *[fall] { $form ->
        [hold] 未達維持條件，自{ $from }起降等為{ $next }，保留至{ $until }。
       *[plain] 未達維持條件，自{ $from }起降等為{ $next }。
    }
}
error-insufficient = { $month }的兌換超出了餘額，還差{ $shortfall }。
error-not-redeemable = { $month }的兌換無法完成：{ $currency }不能兌換。
error-customer = 填寫的數值與規則不符，請檢查後重試。
error-overflow = { $month }的「{ $rule }」算出的數值過大，無法得出結果，請檢查填寫的數值。

## 升級途徑
path-change = { $metric }：{ $from } → { $to }
path-no-such-tier = 今後24個月的規則裡沒有這個等級。
path-not-in-force = 條件可以達到，但依其他規則，這個等級在24個月內不會生效。
path-fixed = 須{ $condition }，這一項無法靠改變資產或活動達到，24個月內也不會自然達到。
path-out-of-reach = 須{ $condition }，無論如何調整，24個月內都無法達到。
path-not-together = { $conditions }各自都能達到，但無法在同一個月內全部達到。
path-staying = { $form ->
    [falls] 若一切照舊，{ $tier }將於{ $month }降為{ $to }。
   *[stays] 若一切照舊，今後24個月等級仍為{ $tier }或更高。
}

## 說明
why-figure = { $what }：{ $value }
why-figure-in = { $month }{ $what }：{ $value }
why-how = { $figure }；{ $how }
why-actual = 實際為{ $value }
why-months = { $from }至{ $until }，每月：{ $value }
why-in-month = { $month }：{ $text }
why-absent = 當月規則中沒有這一項
why-seen = 理由見上文
why-deeper = 此處不再展開
why-given = { $given ->
    [month] 為當月填寫的數值
    [every] 為所有月份填寫的數值
   *[not] 未填寫
}
why-pooled = 家庭成員合計：
why-own = 本人
why-member = 第{ $n }位家庭成員
why-cut = 以最多計入的數額為限
why-average = { $how }；{ $total } ÷ { $n }
why-average-days = { $how }；{ $total }（各月乘以天數）÷ { $n }天
why-before-start = { $form ->
    [skip] 在起始月之前，不計入
    [history] 在起始月之前入帳
   *[zero] 在起始月之前，以 0 計
}
why-steps = { $form ->
    [row] 達到{ $from }這一級距
   *[below] 未達第一個級距（{ $from }）
}
why-steps-next = { $how }；下一級距自{ $from }起，計{ $value }
why-no-date = 未填寫日期
why-condition = { $holds ->
    [yes] 符合：{ $condition }
   *[no] 不符合：{ $condition }
}
why-group = { $holds ->
    [yes] 成立：{ $joint }：
   *[no] 不成立：{ $joint }：
}
why-not = 下列條件不成立
why-achieved = { $form ->
    [before] 在起始月之前已達成
    [month] 於{ $month }達成
   *[not] 迄今尚未達成
}
why-tier = 當月等級為{ $tier }
why-segment = { $holds ->
    [yes] 是「{ $segment }」客戶
   *[no] 不是「{ $segment }」客戶
}
why-task = { $holds ->
    [yes] { $task }：當月達成
   *[no] { $task }：當月未達成
}
why-streak = 須連續{ $n }個月符合條件，已連續{ $held }個月
why-reward = 獎勵：{ $value }
why-due = { $form ->
    [now] 當月入帳
   *[later] 將於{ $month }入帳
}
why-nothing = { $because ->
    [not-in-force] 當月不在有效期間內（{ $validity }）
    [not-the-end] { $period ->
        [quarter] 僅於每季最後一個月計算
        [half-year] 僅於每半年最後一個月計算
       *[year] 僅於每年最後一個月計算
    }
    [condition] 不符合適用條件
    [audience] 不在適用對象之內
    [no-rule] 「{ $earn }」當月不計算
   *[given] 已於{ $month }贈送
}
why-gives = { $form ->
    [full] { $metric }每滿{ $every }得{ $gives }
   *[exact] { $metric }每{ $every }得{ $gives }，按比例計算
}
why-rate = { $basis ->
    [month] { $metric }的{ $rate }
   *[year] { $metric }的{ $rate }的十二分之一
}
why-bands = { $basis ->
    [month] 依{ $metric }分段計算
   *[year] 依{ $metric }分段計算之{ $whole }的十二分之一
}
why-band = { $part }的{ $rate }
why-days = { $how }，按{ $of }天中的{ $n }天比例計算
why-fixed = 固定數額
why-not-positive = { $metric }未超過 0，不予累積
why-times = { $tier }以{ $times }計
why-boost = 以{ $times }計加出的部分
why-rounded = { $round ->
    [down] 計至{ $unit }，未滿部分捨去
    [up] 計至{ $unit }，未滿部分進位
   *[nearest] 計至{ $unit }，取最接近的數值
}
why-cap = { $form ->
    [cut] 以上限所餘的{ $left }為限：{ $cap }
   *[within] 未超過上限所餘的{ $left }：{ $cap }
}
why-cap-currency = { $form ->
    [cut] 以各項合計上限所餘的{ $left }為限：{ $cap }
   *[within] 未超過各項合計上限所餘的{ $left }：{ $cap }
}
why-gift = 贈送
why-boost-of = 「{ $earn }」的加碼部分
why-arrived = { $form ->
    [lost] { $month }所得，因已無此幣別而失效
   *[credited] { $month }所得，當月入帳
}
why-balance = { $currency }餘額
why-opening = 月初餘額
why-credited = 入帳
why-redeemed = 已兌換
why-expired = 已到期
why-lot = { $form ->
    [expires] { $month }入帳，{ $until }月底到期
   *[never] { $month }入帳，長期有效
}
why-pending = 待入帳的{ $currency }
why-delayed = { $month }所得，將於{ $due }入帳
why-benefit = { $holds ->
    [yes] { $benefit }：享有
   *[no] { $benefit }：不享有
}
why-available = 當月在有效期間內（{ $validity }）
why-granted = { $tier }享有此權益
why-in-force = { $since ->
    [opening] 自起始月起生效
    [base] 所有客戶的起始等級
    [review] 依{ $month }的審核：
   *[version] 當月規則中沒有{ $before }
}
why-tier-in-force = 當月等級
why-review = { $month }月底審核：{ $review }
why-no-review = { $month }沒有審核，下一次在{ $next }月底；等級仍為{ $tier }
why-qualify = { $form ->
    [base] 所有客戶均可為{ $tier }
    [yes] 符合{ $tier }的升等條件
   *[no] 不符合{ $tier }的升等條件
}
why-keep = { $form ->
    [yes] 符合{ $tier }的維持條件
    [no] 不符合{ $tier }的維持條件
   *[same] 維持{ $tier }須符合其升等條件
}
