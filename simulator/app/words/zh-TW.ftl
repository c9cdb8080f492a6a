# 試算器自己的文字。規則、條件與數字的說法在 simulator/words；名稱來自計畫內容。
# 每個語言檔案的鍵必須相同；只有計數以數字傳入，金額與月份以已排好的文字傳入。
# 填入的文字與中文字相接處的空格自動補上，這裡不必寫。

## 表單
form-title = 您的情況
group-balance = 資產餘額
group-balance-hint = 填一個月的日平均餘額，例如 300000 或 30萬。沒有的留空。
group-flow = 每月往來
group-flow-hint = 填一個月的合計。
group-fact = 基本情況
group-fact-hint = 不隨月份變化的情況。
group-others = 家庭其他成員
group-others-title = 家庭其他成員的餘額
group-others-hint = 填本人以外的家庭成員合計的日平均餘額，會與您的合併計算。
others-label = 家人的{ $metric }
group-start = 從哪裡開始：目前等級、已有餘額、已完成的任務
start-title = 起點
start-hint = 未填者，以基礎等級、沒有餘額起算。
start-tier = 目前等級
start-held = 等級保留至
held-none = 沒有保留，或不清楚
start-month = 第一個月
opening-label = 已有{ $currency }
opening-hint = 以上月入帳計算到期時間。
tasks-title = 已完成的任務
tasks-hint = 勾選之前已經完成的任務。
clear = 清空
unit-money = { $currency ->
    [TWD] 元
   *[other] { $currency }
}
unit-months = 個月
unit-years = 年
echo = 即{ $amount }
step-up = { $label }增加{ $step }
step-down = { $label }減少{ $step }

## 填寫有誤
error-not-a-number = 請填一個數，例如 30000、30,000 或 3萬。
error-separators = 逗號的位置看不出是多少，請檢查，例如 30,000。
error-percent = 這裡填數量或金額，不填百分比。
error-negative = 請填 0 或更大的數。
error-decimals = { $count ->
    [0] 請填整數。
   *[other] 最多{ $n }位小數。
}
error-too-large = 這個數太大了。
error-not-a-date = 請填一個日期，例如 2021-05-01。

## 結果
result-title = 試算結果
result-stale = 有填寫的內容需要更正。下面仍是更正之前的結果。
tier-label = { $month }的等級
tier-change = 自{ $month }起：{ $tier }
tier-no-change = 到{ $month }都是{ $tier }
tier-review = { $month }底審核：{ $review }
timeline-title = 逐月等級
timeline-hint = 選擇月份，查看該月的進度、點數與權益。
months-title = 逐月明細
months-currency = 種類
months-balance = 餘額
month-short = { $month }月
next-title = 距離{ $tier }
next-none = 已是最高等級。
keep-title = 維持{ $tier }的條件
ways-any = 滿足任一項即可
ways-at-least = 至少滿足{ $n }項，已滿足{ $met }項
way = 方式{ $n }
figure-now = 現為{ $value }
figure-met = 已滿足，現為{ $value }
met = 已滿足
not-met = 未滿足
missing-title = 升等至{ $tier }還差什麼
missing-way = 方式{ $n }：{ $missing }
missing-and = { $left }；{ $right }
missing-or = { $left }、{ $right }
missing-choice = 再滿足{ $n }項：{ $parts }
missing-at-least = { $metric }還差{ $gap }
missing-above = { $metric }還差{ $gap }以上
missing-at-most = { $metric }須減少{ $gap }
missing-below = { $metric }須減少{ $gap }以上

## 升等的方案
up-title = 怎樣升等
up-target = 想升等至
up-searching = 正在尋找升等的方案……
up-tried = 已填入。現在的結果從{ $month }起就依新的數值計算。
up-undo = 復原
up-from = { $count ->
    [1] 從{ $month }起依下面的方案做到並維持，即可升等至{ $tier }：
   *[other] 從{ $month }起依下面任一方案做到並維持，即可升等至{ $tier }：
}
up-nothing = 不需要改變：從{ $month }起就是{ $tier }或更高等級。
up-none = 無論怎樣改變所填的數值，24個月內都升不到{ $tier }。
up-none-found = 嘗試過的組合中，沒有一個能在24個月內升到{ $tier }。
up-partial = 條件的組合太多，沒有逐一嘗試。
up-more = 另有{ $n }個方案
up-fewer = 只看最容易的幾個方案
up-impossible = 哪些條件無法改變
up-try = 依方案{ $n }試算
up-in-force = 生效
up-higher = { $month }，屆時為{ $tier }
up-lasts = 若隨後恢復原值
up-lasts-until = 可維持到{ $month }底
up-lasts-long = 十年後仍然有效
up-worth = 權益每年多值
up-benefits = 新增權益
up-from-pool = { $benefit }（任選）
staying-title = 會不會降等
staying-keep = 從{ $month }起依下面任一方案做到並維持，即可保住{ $tier }：
staying-try = 依保級方案{ $n }試算
staying-impossible = 哪些保級條件無法改變

## 點數
points-title = 累積所得
points-none = 依所填的情況，沒有所得。
points-source = 來源
points-year = { $n }個月合計
points-earned = 入帳合計
points-expired = 到期
points-pending = 待入帳
points-balance = 月底餘額
points-worth = { $n }個月入帳的合計價值{ $worth }。

## 權益
benefits-title = 可享權益
benefits-none = 沒有可享的權益。
benefits-more = 另有 { $n } 項權益
benefits-year = 可計價的權益，一年合計價值
pool-title = { $pool }：{ $pick }
worth-year = 每年價值{ $worth }

## 說明
why = 為什麼
why-title = { $month }的數字如何得來
why-segments = 屬於這些客群：
notes-title = 試算的前提
note-steady = 從{ $month }起{ $n }個月，每個月都依所填的情況計算。
note-start = { $month }之前的情況只依所填的計：各項上限視為尚未使用，可重複的任務視為尚未完成，活動贈點視為尚未領取。
note-version = 自{ $month }起規則有變化，之後的月份依新規則計算。
note-rules = 結果由本站公布的規則逐項計算得出，精確到最後一位。
note-private = 您填寫的內容只在本機計算，不會傳送，也不會儲存。

## 摘要
summary = { $month }的等級為{ $tier }
summary-change = { $month }起{ $tier }
summary-earned = 當月得{ $amount }
summary-and = { $left }，{ $right }
points-arriving-title = { $month }底待入帳的
points-arriving = { $month }入帳：{ $amount }（{ $source }）
points-expiring-title = { $month }底的餘額如不使用，到期時間為
points-expiring = { $month }底：{ $amount }

## 任務與活動
tasks-of-run = 任務
tasks-none = 依所填的情況，這段時間沒有完成任務。
task-concealed = 一項隱藏成就
tasks-open = 尚未完成
campaigns-title = 這段時間的活動
campaign-nothing = 沒有所得
campaign-delayed = 待入帳{ $amounts }
