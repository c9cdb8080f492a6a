# 命令列說的話（內容問題除外）。路徑、數量和時間都以文字傳入。

failure = 錯誤：{ $what }
warning = 提醒：{ $what }

## 進度
step-read = 正在讀取 { $path } …
step-render = 正在產生頁面 …
step-publish = 正在發布至 { $path } …

## 結果
built = { $out }：{ $pages }，{ $files }（寫入 { $written }，未變 { $unchanged }，刪除 { $removed }），以 { $today } 為今天，耗時 { $took } 秒
checked = 沒有錯誤：已檢查{ $files }，耗時 { $took } 秒
pages = { $n } 個頁面
files = { $n } 個檔案
no-app = 這個 site-gen 不含模擬器，模擬器頁面將無法使用

## 客戶的各個月份
run = { $programme }，{ $from }至{ $to }
month = 月份
tier = 等級
reviewed = 月底評定
source = 入帳來源
amount = 數額
currency = 種類
earned = 入帳
pending = 待入帳
redeemed = 兌換
expired = 到期
balance = 餘額
task = 任務
credits = 入帳明細
accounts = 各項餘額
tasks-done = 完成的任務
benefits-of = { $month }的權益

## 預覽
serving = 網站地址：{ $url } （按 Ctrl-C 結束）
ready = 已產生（{ $files }），耗時 { $took } 秒
not-ready = 未能產生（耗時 { $took } 秒）；變更檔案後會再次產生
port-taken = 連接埠 { $port } 已被佔用
unwatched = { $path } 裡的變更可能察覺不到：{ $problem }
no-port = 無法使用連接埠 { $port }：{ $problem }
no-watch = 無法監視檔案的變更：{ $problem }
no-server = 無法啟動服務：{ $problem }

## 新的計畫
begun = { $path }：一份小的會員計畫，{ $files }。接下來：
next-serve = 一邊修改一邊看網站
next-check = 找出所有錯誤
next-build = 把網站發布至資料夾 site
not-empty = { $path } 不是空資料夾；請換一個新的或空的資料夾
unwritable = 無法寫入 { $path }：{ $problem }

## 輸入與輸出
unreadable = 無法讀取 { $path }：{ $problem }
no-content = 沒有資料夾 { $path }。請用 --content 指明內容資料夾，或者用「site-gen init { $path }」建立一個
content-is-here = 沒有資料夾 { $path }。目前資料夾本身就是一份計畫：請加上 --content .
no-locale = 計畫沒有語言「{ $locale }」。現有：{ $known }
no-theme = 沒有佈景主題「{ $theme }」。現有：{ $known }
no-theme-folder = 沒有資料夾 { $path }
not-a-theme = { $path } 不是佈景主題：其中沒有 { $parts }
template = 佈景主題有誤：{ $problem }
template-at = 佈景主題有誤，位於 { $place }：{ $problem }

out-refused = 不能發布至 { $out }：{ $why }
out-not-ours = 裡面有不是 site-gen 產生的檔案。請換一個空資料夾，或者先清空它
out-repository = 裡面有自己的「.git」，發布會使它遺失。請換一個資料夾，再從那裡複製
out-is-source = 它就是網站的來源資料夾 { $source }
out-inside-source = 它在網站的來源資料夾 { $source } 裡面
out-around-source = 網站的來源資料夾 { $source } 在它裡面，發布會使其遺失
out-not-a-folder = { $path } 是檔案
out-link-to-nothing = 它是指向 { $path } 的連結，而後者不存在。請先建立那個資料夾
out-root = 無法在它旁邊做準備。請選它裡面的一個資料夾

## 升級途徑
path-title = 自{ $from }起達到{ $tier }的方法，由易到難
path-none = 24個月內沒有方法達到{ $tier }。
path-none-found = 在嘗試過的組合中，沒有找到達到{ $tier }的方法。
path-partial = 條件的組合太多，沒有逐一嘗試。
path-nothing = 無須任何改變：{ $month }的等級即為{ $tier }或更高。
path-more = 另有{ $count }種：--all
path-impossible = 無法靠改變填寫項目達到的：
path-keeps = 如何保住目前的等級：
path-keeps-impossible = 無法用來保級的：
option = 序號
change = 改變
effort = 難度
in-force = 生效月份
lasts = 至少維持到
lasts-long = 長期
gain = 每年多得價值

## 存款試算
plan-title = { $day }之後，以{ $metric }達到{ $tier }
by = 截至月底
keep = 明日起每日維持
deposit = 今日存入
plan-impossible = 到{ $month }底，存入多少都不夠。
