# 內容資料夾裡的問題，用一句能獨立讀懂的話說出來；`hint` 說怎麼改。參數與 `Message` 的一致，都是字串。

error = 錯誤
warning = 提醒
help = 建議
note = 另見
why = 依據
nearest = 是不是想寫「{ $nearest }」？
summary = { $errors ->
        [0] 共 { $warnings } 則提醒。
       *[other] { $warnings ->
            [0] 共 { $errors } 處錯誤。
           *[other] 共 { $errors } 處錯誤、{ $warnings } 則提醒。
        }
    }

## 種類和值的名稱，供下面參照

kind-name = { $kind ->
        [programme] 計畫
        [metric] 指標
        [currency] 點數種類
        [category] 分類
        [earn] 累積規則
        [pool] 任選權益組
        [term] 術語
        [tier] 等級
        [benefit] 權益
        [task] 任務
        [campaign] 活動
        [reward] 兌換商品
        [segment] 客群
        [partner] 合作方
        [faq] 常見問題
        [news] 公告
        [page] 頁面
        [example] 範例
       *[other] { $kind }
    }
found-name = { $found ->
        [string] 引號裡的文字
        [number] 數字
        [boolean] true 或 false
        [date] 日期
        [null] 空值（null）
        [array] 清單
        [table] 表
       *[other] { $found }
    }
expected-name = { $expected ->
        [string] 引號裡的文字
        [number] 數字
        [boolean] true 或 false
        [date] 日期
        [null] 空值（null）
        [array] 清單
        [table] 表
        [decimal] 數字
        [whole] 整數
        [month] 月份
        [choice] 幾個固定詞之一
        [condition] 條件
        [colour] 顏色
        [hold] 資格保留期的長度
        [part] 指標或帶權重的表
        [step-row] 一對門檻和值
        [past-amount] 一對月份和數額
        [amount-or-table] 數額或按等級列出的數額
        [quota] 次數或 "unlimited"
        [value] 值
        [metric] 指標的 id
        [currency] 點數種類的 id
        [category] 分類的 id
        [earn] 累積規則的 id
        [pool] 任選權益組的 id
        [tier] 等級的 id
        [benefit] 權益的 id
        [task] 任務的 id
        [segment] 客群的 id
        [partner] 合作方的 id
       *[other] { $expected }
    }

## 檔案

missing-file = 缺少「{ $path }」。
    .hint = 一個計畫至少要有 programme.toml、metrics.toml，以及 tiers/ 裡的一個檔案。
unreadable-text = { $problem ->
        [too-large] 檔案超過 16 MiB。
       *[not-utf8] 從這裡開始不是 UTF-8 編碼的文字。
    }
    .hint = { $problem ->
        [too-large] 請拆成幾個檔案；圖片和供下載的檔案放在 assets/ 裡。
       *[not-utf8] 請用 UTF-8 編碼另存一次；圖片和供下載的檔案放在 assets/ 裡。
    }
stray-file = 「{ $path }」不屬於計畫內容，已忽略。
    .hint = 圖片和供下載的檔案放在 assets/ 裡；不再需要的檔案可以刪除。
link-outside = 連結「{ $path }」指向內容資料夾之外，或者形成循環、沒有目標。
    .hint = 請換成檔案本身。
bad-id = 「{ $id }」不能用作 id。
    .hint = id 由小寫字母、數字和連字號組成，以字母開頭，例如 airport-lounge。
duplicate-id = 有兩個{ kind-name }用了同一個 id「{ $id }」。
    .hint = 同一種類裡 id 不能重複，放在不同資料夾裡也不行；請給其中一個改名。
bad-version-folder = 「{ $name }」不是版本資料夾的名稱。
    .hint = 版本從某月 1 日起生效，資料夾以這一天命名，例如 versions/2027-01-01/。
version-not-after-base = { $version } 的版本沒有晚於計畫的生效日 { $effective }。
    .hint = 版本用來更改已經生效的規則；生效之前直接修改基礎檔案即可。
nothing-to-remove = 先前沒有「{ $path }」，無從移除。
    .hint = 請讓本檔案的路徑與要移除的檔案一致，或者刪掉本檔案。
removed-with-more = 用來移除舊檔案的檔案裡不能再寫「{ $key }」。
    .hint = removed = true 只能單獨出現；如果是要修改而不是移除，請去掉 removed。
removed-in-base = 「removed」只在版本資料夾裡才有意義。
    .hint = 請直接刪除本檔案，或者把它移到 versions/YYYY-MM-01/，從那個月起移除。
orphan-translation = 這是「{ $path }」的譯文，但原文不存在。
    .hint = 譯文放在原文旁邊，檔名相同，副檔名前加上語言：gold.md、gold.en.md。
rule-in-translation = 譯文裡不能寫「{ $key }」。
    .hint = 譯文只放文字；數字和規則只在原文裡寫一次。
untranslated = 「{ $path }」沒有「{ $locale }」譯文，將顯示預設語言的文字。
    .hint = 請在旁邊放一個譯文檔案，副檔名前加上語言，裡面只寫文字。

## 語法

no-front-matter = 檔案開頭沒有「+++」這一行。
    .hint = Markdown 檔案以兩行「+++」之間的設定開頭，正文寫在第二行「+++」之後。
open-front-matter = 從這裡開始的設定沒有結束。
    .hint = 請在設定和正文之間再寫一行「+++」。
syntax = { $problem ->
        [open-bracket] 從這裡開始的括號沒有配對的另一半。
        [stray-bracket] 這個括號沒有配對的另一半。
        [open-text] 從這裡開始的文字缺少結尾的引號。
        [full-width] 這裡不能用「{ $text }」：這是中文輸入法或文書處理軟體裡的字元。
        [control] 這裡有一個看不見的字元，不能使用。
        [unquoted] 「{ $text }」要放在引號裡。
        [leading-zero] 「{ $text }」以 0 開頭。
        [boolean] 「{ $text }」既不是 true，也不是 false。
        [colon] 這裡應為等號，卻寫成了冒號。
        [no-equals] 這裡缺少等號和值。
        [no-value] 這裡缺少值。
        [no-key] 這裡缺少等號前面的名稱。
        [bad-key] 「{ $text }」不能用在名稱裡。
        [missing-comma] 這裡缺少逗號。
        [extra-comma] 這裡多了一個逗號。
        [rest-of-line] 值的後面不能再有內容。
        [table-twice] 「{ $text }」已經有值，不能再給它加鍵。
        [escape] 反斜線後面不能跟這個字元。
        [comment] JSON 裡不能寫註解。
       *[other] 這裡無法讀取：{ $text }。
    }
    .hint = { $problem ->
        [open-bracket] [ 要有 ] 配對，{ "{" } 要有 { "}" } 配對。
        [stray-bracket] 請刪掉它，或者在前面補上另一半。
        [open-text] 請在結尾加上英文直引號："…"。
        [full-width] 請切換到英文輸入法重新輸入：文字用 " "，其餘用 , = [ ]。
        [control] 請刪掉它，或者把這一行重新輸入一遍。
        [unquoted] 文字放在英文直引號裡；帶 %、万、亿的數字也一樣："50万"。
        [leading-zero] 請寫 12，不寫 012。
        [boolean] 請寫 true 或 false，小寫，不加引號。
        [colon] 每行寫成：鍵 = 值。
        [no-equals] 每行寫成：鍵 = 值。
        [no-value] 請在等號後面寫上值，或者刪掉這一行。
        [no-key] 每行寫成：鍵 = 值。
        [bad-key] 名稱由字母、數字、連字號和底線組成。
        [missing-comma] 清單裡和大括號裡的各項用英文逗號隔開。
        [extra-comma] 請刪掉它。
        [rest-of-line] 一行只寫一個值；文字裡的引號可以用「」，或寫成 \"。
        [table-twice] 請把它的鍵寫在同一處。
        [escape] 反斜線寫成 \\，引號寫成 \"。
        [comment] 請刪掉它，或者改用 TOML 寫客戶檔案。
       *[other] 請檢查它前面是否缺少括號、逗號或引號。
    }
too-deep = 括號或條件巢狀超過 { $most } 層。
    .hint = 請把規則拆開：一部分條件可以放進客群，或放進用 count 定義的指標，再參照它的 id。
duplicate-key = 「{ $key }」在這裡重複出現。
    .hint = 兩處只能留一處。

## 寫法

unknown-key = 這裡沒有「{ $key }」這個鍵。
    .hint = 這裡可以寫：{ $known }。
missing-key = 缺少「{ $key }」。
    .hint = 它沒有預設值，必須寫明。
missing-name = 「{ $id }」沒有寫「{ $key }」，將以 id 代替。
    .hint = 請加上 { $key } = "…"。
wrong-type = 這裡應為{ expected-name }，卻寫成了{ found-name }。
    .hint = { $expected ->
        [string] 請放在英文直引號裡："…"。
        [boolean] 請寫 true 或 false，不加引號。
        [date] 請寫年月日，不加引號：2026-03-01。
        [array] 請放在方括號裡，只有一項也要：["app"]。
        [table] 表可以是 [tiers.gold] 這樣的一節，也可以寫在大括號裡：{ "{ gold = 2 }" }。
        [decimal] 可以寫成 5000、0.85、"20%" 或 "50万"。
        [whole] 只寫數字：12。
        [condition] 條件寫在大括號裡：{ "{ metric = \"aum\", at_least = \"50万\" }" }。
        [part] 請寫指標的 id，如 "funds"，或 { "{ metric = \"funds\", weight = \"0.8\" }" }。
        [step-row] 請把門檻和值放在方括號裡：["5万", 30]。
        [past-amount] 請把月份和數額放在方括號裡：["2025-11", 300]。
        [amount-or-table] 請寫一個數額，如 5000，或按等級寫：{ "{ gold = 5000, diamond = 8000 }" }。
        [quota] 請寫次數，如 2，或 "unlimited"。
       *[other] 應為{ expected-name }。
    }
bad-decimal = { $problem ->
        [separator] 「{ $text }」不是數字：數字中間有分隔符。
        [point] 「{ $text }」不是數字：小數點兩邊都要有數字。
        [exponent] 「{ $text }」用了科學記號。
        [not-finite] 「{ $text }」不是可以計算的數。
        [radix] 「{ $text }」不是十進位寫法。
        [too-precise] 「{ $text }」的小數位太多。
        [too-large] 「{ $text }」太大。
       *[malformed] 「{ $text }」不是數字。
    }
    .hint = { $problem ->
        [separator] 請去掉分隔符，或改用底線：1000、1_000、"50万"。
        [point] 請寫 0.5，不寫 .5；請寫 5，不寫 5.。
        [exponent] 請把數字寫全：1000，不寫 1e3。
        [not-finite] 如果是沒有限制，請不寫這個鍵。
        [radix] 請用十進位：255，不寫 0xff。
        [too-precise] 最多 6 位小數；百分數折算後最多 8 位。
        [too-large] 絕對值最大為 1000 兆（10^15）。
       *[malformed] 可以寫成 5000、0.85、"20%" 或 "50万"。
    }
bad-choice = 「{ $text }」不是這裡可以用的詞。
    .hint = 可以用：{ $known }。
out-of-bounds = { $text } 超出範圍，應為 { $bounds }。
bad-date = 「{ $text }」不是日曆上的一天。
    .hint = 請寫年月日，不帶時間：2026-03-01。
bad-month = 「{ $text }」不是月份。
    .hint = 請在引號裡寫年和月："2026-03"。
bad-colour = 「{ $text }」不是顏色。
    .hint = 請寫井號加六位十六進位數字："#c9a227"。
bad-currency-code = 「{ $text }」不是貨幣代碼。
    .hint = 請寫 ISO 4217 的三個大寫字母，例如 "CNY"、"HKD"、"USD"。
bad-locale = 「{ $text }」不是語言代碼。
    .hint = 請寫語言和地區，例如 "zh-CN"、"zh-TW"、"en"。
bad-time-zone = 「{ $text }」不是時區。
    .hint = 請寫 IANA 時區名，例如 "Asia/Shanghai"。
bad-url = 「{ $text }」不是網址。
    .hint = 請寫完整網址："https://example.com/"。
bad-hold = 「{ $text }」不是資格保留期的長度。
    .hint = 可以用："none"、"1 month"、"2 months" 至 "120 months"、"year-end"、"next year-end"。
bad-alias = 「{ $text }」不能用作舊位址。
    .hint = 請寫本站內的路徑，開頭不加斜線："old/address"。
alias-taken = 位址「{ $text }」已經屬於另一個頁面。
    .hint = 一個位址只能通向一個頁面。
empty = 「{ $key }」不能為空。
    .hint = 請至少寫一項，或者不寫這個鍵。
one-of = 以下各項必須寫一項，且只能寫一項：{ $keys }。
    .hint = 請只留下要用的那一項。
not-together = 「{ $key }」不能和「{ $other }」同時出現。
    .hint = 兩項只能留一項。
needs-other = 沒有「{ $other }」，「{ $key }」就沒有意義。
    .hint = 請加上「{ $other }」，或者去掉「{ $key }」。

## 參照

unknown-id = 沒有 id 為「{ $id }」的{ kind-name }。
    .hint = 這裡要寫 id，不寫顯示的名稱；id 是檔名去掉副檔名，或方括號裡的名字。
not-in-version = { $version } 的版本裡沒有 id 為「{ $id }」的{ kind-name }。
    .hint = 一個版本的規則只能參照當時生效的內容：請把它恢復，或者在該版本裡同時修改這條規則。
unknown-reference = 「{ $reference }」在計畫裡沒有對應的內容。
    .hint = 即時參照寫種類和 id，例如 { "{{ tier.gold }}" }、{ "{{ benefit.lounge.gold }}" }。
open-reference = 從這裡開始的即時參照沒有結束。
    .hint = 請在同一行裡結束：{ "{{ tier.gold }}" }。
broken-link = 連結「{ $target }」沒有對應的頁面或檔案。
    .hint = 連結到其他頁面用即時參照，例如 { "{{ benefit.lounge }}" }；連結到檔案寫它在 assets/ 裡的路徑。
path-outside = 「{ $path }」超出了內容資料夾。
    .hint = 請把檔案放進 assets/，並寫從那裡開始的路徑。
script-link = 連結「{ $target }」會執行指令碼，已移除。
    .hint = 請改為連結到頁面或檔案。

## 計畫與版本

bad-format = 「{ $found }」不是本程式支援的格式版本。
    .hint = 請寫 format = 1。
not-first-of-month = { $date } 不是某個月的 1 日。
    .hint = 規則按月生效，請寫當月 1 日，例如 2026-03-01。
locale-not-listed = 「{ $locale }」不在計畫的語言裡。
    .hint = 請把它加到 programme.toml 的 locales 裡。
translation-not-listed = 這個檔案的語言「{ $locale }」不在計畫的語言裡，因此不會使用。
    .hint = 請把它加到 programme.toml 的 locales 裡，或者刪除這個檔案。
duplicate-entry = 「{ $text }」在這個清單裡重複出現。
    .hint = 兩處只能留一處。
effective-not-version = 生效日 { $date } 與版本資料夾的日期 { $version } 不一致。
    .hint = 請寫 effective = { $version }，或者給資料夾改名。
year-starts-changed = 「year_starts」與基礎規則的 { $base } 不一致。
    .hint = 各版本的計畫年度必須從同一個月開始。
currency-changed = 「currency」與基礎規則的 { $base } 不一致。
    .hint = 各版本必須使用同一種貨幣。

## 規則

metric-source = 指標必須有一個來源，且只能有一個：{ $keys }。
    .hint = 請只用一個鍵說明它的值從哪裡來。
not-a-number = 指標「{ $metric }」不是數字。
    .hint = 是非項和日期不能在這裡計算；對是非項的條件寫成 { "{ metric = \"payroll\", is = true }" }。
not-a-flag = 指標「{ $metric }」不是是非項。
    .hint = is 只問是或否；數字請用 at_least、above、at_most、below 比較。
not-a-date-fact = 指標「{ $metric }」不是日期。
    .hint = since 從一個日期起計算月數，該指標要寫 input = "fact" 和 unit = "date"。
date-has-no-sum = 指標「{ $metric }」是日期，不能相加或比較。
    .hint = 請用 since 另建一個指標來計算月數，再參照那個指標。
unit-of-inputs = 單位「{ $unit }」只能用於輸入的指標。
    .hint = 請不寫 unit，或者選 "money"、"count"、"months"、"years"。
unit-of-facts = 單位「date」只能用於固定資訊。
    .hint = 請同時寫 input = "fact"。
not-poolable = 指標「{ $metric }」不能按家庭合併。
    .hint = 只有數字類的輸入指標可以合併；由它們算出的指標會自動跟著變。
circle = 這裡形成循環：{ $way }。
    .hint = 其中至少有一項要能不靠其他幾項算出來；lag = 1 的期間只看上個月及以前。
too-many-ids = 各版本合計，{ kind-name }超過 { $most } 個。
    .hint = 模擬器最多讀取這麼多：請刪去不再有效的內容，或者把計畫拆成兩個。
too-many-versions = 版本超過 { $most } 個。
    .hint = 模擬器最多讀取這麼多：請把最早的幾個版本併入基礎檔案。
rules-too-large = 各版本的規則合計超過 { $most } MiB，模擬器無法讀取。
    .hint = 請刪去已經過去的版本，或者把計畫拆成兩個。
invalid-rule = 這條規則無法計算：{ $why }。
    .hint = 這本應由其他檢查指出，請把它當作 site-gen 的錯誤回報給我們。
condition-kind = 一個條件必須問一件事，且只能問一件事。
    .hint = 請從 metric、segment、task、tier、all、any、not，以及 at_least_of 加 among 裡選一種；幾個條件用 { "{ all = [ … ] }" } 合起來。
bounds = 對指標的條件要有一到兩個界限，或者寫 is。
    .hint = 界限有 at_least、above、at_most、below；是非項寫 is = true 或 is = false。
always-holds = 這個條件總是成立。
    .hint = 如果本意如此，可以不寫。
never-holds = 這個條件永遠不會成立。
    .hint = 請核對清單和要求成立的條數。
no-base-tier = 最低等級「{ $tier }」不能寫 qualify。
    .hint = rank 最小的是基礎等級，人人都在其中。
second-base-tier = 「{ $tier }」必須寫 qualify，因為基礎等級是「{ $base }」。
    .hint = 只有 rank 最小、人人都在其中的等級不寫 qualify。
base-tier-hold = 基礎等級「{ $tier }」不能寫 hold。
    .hint = 基礎等級不會再降，沒有可保留的。
duplicate-rank = rank { $rank } 已經被「{ $other }」使用。
    .hint = 每個等級的 rank 各不相同。
tier-by-tier = 等級不能取決於等級：{ $way }。
    .hint = qualify 和 keep 參照的指標、客群和任務，本身都不能再參照等級。
no-currency = 這裡沒有可用的點數種類。
    .hint = 請用 currency 指明，或者在 currencies.toml 裡新增一種。
not-ascending = { $value } 沒有大於它前面的值。
    .hint = 請從小到大排列，不能重複。
bands-from-zero = 第一檔必須從 0 開始。
    .hint = 請寫 from = 0；不累積的一檔寫 rate = 0。
too-many-decimals = { $amount } 的小數位超過「{ $currency }」允許的位數（{ $decimals }）。
    .hint = 請取整，或者在 currencies.toml 裡調高它的 decimals。
ends-before-start = 結束日 { $to } 早於開始日 { $from }。
    .hint = to 是最後一天，可以與 from 相同。
phase-outside = 階段必須在活動期間之內：{ $from } 至 { $to }。
    .hint = 請修改階段的日期，或者修改活動的日期。
not-redeemable-price = 價格用的「{ $currency }」不能兌換。
    .hint = 請換一個 currency，或者在 currencies.toml 裡為它寫 redeemable = true。

## 客戶

not-an-input = 指標「{ $metric }」是算出來的，不能輸入。
    .hint = 請輸入用來計算它的那些指標。
too-many-members = 另有 { $members } 位成員，超過了家庭的人數上限（含客戶本人 { $most } 位）。
    .hint = 請減少成員，或者調高 programme.toml 裡 [household] 的 members。
no-household = 計畫沒有家庭合併，不能寫成員。
    .hint = 請去掉 members，或者在 programme.toml 裡新增 [household]。
not-pooled = 指標「{ $metric }」不參與家庭合併。
    .hint = 成員只能有 [household] 的 pool 裡列出的指標。
not-before-start = { $month } 沒有早於開始月份 { $start }。
    .hint = 期初餘額和以前入帳的數額，都屬於開始之前的月份。
expired-lot = { $month } 入帳的部分在 { $end } 月底已經過期，早於開始月份。
    .hint = 請去掉，或者寫實際入帳的月份。
held-without-tier = 「held_until」要同時寫明高於基礎等級的 tier。
    .hint = 請加上保留的 tier，或者去掉 held_until。
outside-run = { $month } 不在測算的月份之內，不起作用。
    .hint = 測算從 start 開始，共 months 個月。
not-a-balance = 「{ $id }」不是客戶自行填寫的餘額。
    .hint = 存款試算針對的是餘額：input = "balance" 的指標。
day-outside = 這一天早於客戶的第一個月，或在其十年之後。
    .hint = 客戶檔案的「start」是第一個月，日期須在該月或之後。
average-negative = 日均餘額不能小於 0。
    .hint = 請填寫本月1日至當日（含當日）的日均餘額。

## 範例

example-differs = { $what } 算出來是 { $found }，而範例寫的是 { $expected }。
    .hint = 範例對就改規則，規則對就改範例。
example-fails = 範例無法算出：{ $error }。
    .hint = 請把數額或倍數改小。
not-in-run = { $month } 不在測算的月份之內。
    .hint = 測算從 start 起，共 months 個月。
