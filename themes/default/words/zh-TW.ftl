# 主題自帶的文字。計畫內容（等級、權益、規則）不在這裡，來自 content/。
# 每個語言檔案的鍵必須相同；數字只以計數傳入，金額、比例、日期以已排好的文字傳入。

## 頁面框架
skip-link = 跳至主要內容
menu = 選單
nav-main = 主選單
nav-crumbs = 目前位置
nav-language = 語言
nav-toc = 目錄
home = 首頁
theme-scheme = 色彩
theme-scheme-auto = 依系統設定
theme-scheme-light = 淺色
theme-scheme-dark = 深色
theme-type-large = 大字
footer-version = 本頁規則自{ $date }起施行
footer-next = 規則將於{ $date }變更
footer-next-now = 新規則已於{ $date }施行，本頁為先前的規則
footer-next-link = 查看變更
footer-privacy-note = 本站不使用追蹤器，試算時填寫的內容不會離開您的瀏覽器。

## 各類頁面的名稱
kind-tiers = 會員等級
kind-compare = 等級比較
kind-benefits = 權益
kind-points = 點數
kind-rewards = 點數商城
kind-tasks = 成長任務
kind-campaigns = 活動
kind-segments = 專區
kind-partners = 合作夥伴
kind-faq = 常見問題
kind-glossary = 名詞解釋
kind-news = 公告
kind-terms = 規則條款
kind-simulator = 權益試算
kind-not-found = 找不到這個頁面

## 底部導航的分組
group-programme = 會員計畫
group-points = 點數與活動
group-help = 協助
group-about = 關於

## 狀態
state-coming = 即將開始
state-running = 進行中
state-ended = 已結束

## 權益層級
layer-basic = 基礎權益
layer-advanced = 進階權益
layer-exclusive = 尊榮權益

## 首頁
home-start = 試算我的等級
home-compare = 比較各級權益
home-ladder = 會員等級
home-ladder-lead = 這裡列出各等級的其中一種達成方式，符合任一方式即可。
home-categories = 權益一覽
home-highlights = 推薦權益
home-campaigns = 近期活動
home-points = 點數怎麼來
home-points-more = 點數規則
home-stages = 會員旅程
home-stages-lead = 不同階段，不同禮遇。
home-segments = 專屬專區
home-news = 最新公告
home-questions = 常見問題
all-tiers = 全部等級
all-benefits = 全部權益
all-campaigns = 全部活動
all-segments = 全部專區
all-news = 全部公告
all-questions = 全部問題

## 等級
tier-base = 所有客戶
tier-ways = 達成方式
tier-ways-any = 符合任一項即可
tier-ways-others = { $way }，或其他 { $count } 種方式
tier-benefits = { $count } 項權益
tier-qualify = 如何達到
tier-keep = 如何維持
tier-open = 每位客戶都是會員，不需申請。
tier-grants = 您享有的權益
tier-raised = 新增或提升
tier-grants-all = 本等級共享有 { $count } 項，查看該類權益
tier-multipliers = 點數倍率
tier-pools = 任選權益
tier-rules = 升降等規則
tier-details = 詳細說明
tier-higher = 更高一級
tier-lower = 低一級
tier-ladder = 所在位置
tiers-how = 等級如何評定
tiers-lead = 每一級怎樣達到、有哪些權益，都列在這裡。
tier-value = { $tiers }：{ $value }
list-separator = ；
fact-review = 審核
fact-household = 家庭合併
fact-year = 會員年度
fact-hold = 升等或續等後的資格保留期
fact-grace = 可未達標準的次數
fact-fall = 降等方式
compare-open = 比較各級權益

## 比較
compare-caption = 各等級權益比較
compare-benefit = 權益
compare-show = 顯示
compare-all = 全部等級
compare-threshold = 達成條件
compare-yes = 享有
compare-none = 不享有
compare-raised = 比前一級更高
compare-notes = 說明
compare-lead = 每一項權益，各等級各有多少，一目了然。
compare-categories = 按類別對比
compare-title-category = 等級對比：{ $category }
compare-pool = 「{ $pool }」可選{ $benefits }。{ $picks }

## 權益
benefit-everyone = 所有客戶
benefits-lead = 會員享有的權益，依類別列出。
benefit-line = { $benefit }：{ $grant }
channel-app = 行動銀行
channel-branch = 分行
channel-phone = 電話
channel-online = 網路銀行
channel-atm = ATM
channel-wechat = WeChat
channel-partner = 特約商店
benefit-conditional = 須符合條件
benefit-all-tiers = 各等級相同，須符合以下條件。
benefit-grants = 各級享有
benefit-tier = 等級
benefit-grant = 內容
benefit-worth = 價值
benefit-none = 不享有
benefit-condition = 享有條件
benefit-facts = 使用須知
benefit-category = 分類
benefit-channels = 辦理管道
benefit-partner = 提供單位
benefit-when = 有效期間
benefit-layer = 層級
benefit-pool = 任選權益
benefit-pool-others = 同組可選
benefit-details = 權益說明
benefit-questions = 相關問題
benefit-related = 同類權益
benefits-count = { $count } 項
category-none = 其他
benefits-all = 全部 { $count } 項權益
pager = 翻頁
pager-previous = 上一頁
pager-next = 下一頁
pager-here = 第 { $page } 頁，共 { $pages } 頁
pager-title = { $title }（第 { $page } 頁）

## 點數
points-lead = 點數怎麼得、怎麼用、何時到期，都在這裡。
currency-worth = 價值
currency-worth-value = { $unit } = { $money }
currency-use = 用途
currency-redeemable = 可以兌換
currency-not-redeemable = 不能兌換
currency-expiry = 有效期間
points-earn = 如何獲得
points-spend = 如何使用
points-rule = 規則
points-times = 等級倍率
points-cap = 上限
points-bands = 級距
points-condition = 條件
points-when = 有效期間
points-rewards = 點數能換什麼
points-all-rewards = 全部兌換商品
points-tasks = 完成任務得獎勵
points-all-tasks = 全部任務
points-campaigns = 活動加碼

## 兌換
rewards-lead = 累積所得，可在這裡兌換。
reward-price = 兌換價
reward-prices = 會員價
reward-worth = 價值
reward-partner = 提供單位

## 任務
tasks-lead = 做了什麼、得到什麼，一看便知。
task-rewards = 獎勵
task-hidden = 還有 { $count } 項隱藏任務，完成時揭曉。

## 活動
campaigns-lead = 正在進行和即將開始的活動，以及已經結束的活動。
campaign-boost = { $earn } { $times }
campaign-gift = { $amount }，每人一次
campaign-when = 活動時間
campaign-phases = 活動階段
campaign-audience = 參加對象
campaign-everyone = 所有會員均可參加。
campaign-boosts = 點數加碼
campaign-gifts = 活動禮遇
campaign-condition = 條件
campaign-cap = 加出的部分，{ $cap }
campaign-details = 活動細則
campaign-others = 其他活動

## 專區
segments-stages = 會員旅程
segments-zones = 客群專區
segments-lead = 不同階段、不同客群，各有各的禮遇與規則。
segment-rule = 誰屬於這裡
segment-benefits = 專屬權益
segment-earn = 專屬點數
segment-tasks = 專屬任務
segment-campaigns = 專屬活動
segment-details = 詳細介紹
segment-others = 其他專區

## 合作夥伴
partner-site = 前往官方網站
partner-provides = 提供的權益與兌換商品
partners-lead = 權益與兌換商品由他們提供。

## 問題、公告
faq-lead = 客戶常問的問題和簡明的回答。
glossary-lead = 本站用到的名詞是什麼意思。
news-feed = 用閱讀器訂閱公告
news-lead = 規則、權益與活動的公告。
faq-about = 相關內容
notice-expired = 本公告已於{ $date }到期，僅供查閱。
list-empty = 目前沒有內容。

## 條款
terms-from = 自{ $date }起施行
terms-versions = 各期規則
terms-version-current = 本頁
terms-print = 列印條款
terms-title-from = 規則條款（{ $date }起）
terms-title-benefits = 權益條款
terms-benefits-split = 權益條款較多，分頁列出：
terms-benefits-page = 第 { $first }–{ $last } 項
terms-applies = 本條款是{ $programme }的規則，自{ $date }起施行。
terms-general = 總則
terms-tiers = 會員等級
terms-metrics = 指標計算方式
terms-segments = 客群
terms-benefits = 權益
terms-pools = 任選權益
terms-pool-benefits = 可選的權益：
terms-currencies = 點數與其他獎勵單位
terms-earn = 累積規則
terms-tasks = 成長任務
terms-hidden-tasks = 另有 { $count } 項隱藏任務，達成之前不公布名稱與條件。
terms-campaigns = 活動
terms-rewards = 兌換
terms-examples = 試算範例
terms-examples-lead = 以下範例由同一份規則算出，每次發布前均與本行載明的結果逐項核對。
example-given = 客戶的情況
example-source = 出處：
example-months = 期間
example-months-of = { $from }至{ $to }
example-opening-tier = 起始等級
example-held = { $tier }，資格保留至{ $until }
example-achieved = 先前已完成
example-lots = 已有餘額
example-earned-before = 先前入帳
example-past = { $amount }（{ $month }入帳）
example-member = 家庭成員
example-input = { $metric } { $value }
example-redeem = 兌換 { $amounts }
example-tier = 等級
example-next-tier = 次月等級
example-review = 月底審核
example-segments = 客群
example-tasks = 完成的任務
example-lines = 入帳明細
example-line = { $source } { $amount }
example-earned = 入帳
example-pending = 待入帳
example-redeemed = 已兌換
example-expired = 到期
example-balance = 月底餘額
example-benefits = 享有的權益
example-benefits-among = 享有的權益包括
example-none = 無
terms-see-examples = 範例：
terms-generated = 本條款由規則直接產生，與頁面、試算結果出自同一份規則。

## 試算
simulator-lead = 填入您的資產與往來，看看您的等級、點數與權益，以及距離下一級還差什麼。
simulator-privacy = 您填寫的內容只在本機計算，不會上傳或儲存。
simulator-no-script = 試算需要啟用 JavaScript 和 WebAssembly。您仍可以在這裡查看全部規則：
simulator-rules = 查看規則

## 找不到頁面
not-found-lead = 這個網址沒有頁面，可能已經移走。您可以從這裡繼續：
redirect-moved = 此頁已移至
