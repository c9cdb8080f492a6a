# 命令行说的话（内容问题除外）。路径、数量和时间都以文本传入。

failure = 错误：{ $what }
warning = 提醒：{ $what }

## 进度
step-read = 正在读取 { $path } …
step-render = 正在生成页面 …
step-publish = 正在发布到 { $path } …

## 结果
built = { $out }：{ $pages }，{ $files }（写入 { $written }，未变 { $unchanged }，删除 { $removed }），以 { $today } 为今天，用时 { $took } 秒
checked = 没有错误：已检查{ $files }，用时 { $took } 秒
pages = { $n } 个页面
files = { $n } 个文件
no-app = 这个 site-gen 不含模拟器，模拟器页面将无法使用

## 客户的各个月份
run = { $programme }，{ $from }至{ $to }
month = 月份
tier = 等级
reviewed = 月末评定
source = 入账来源
amount = 数额
currency = 种类
earned = 入账
pending = 待入账
redeemed = 兑换
expired = 到期
balance = 余额
task = 任务
credits = 入账明细
accounts = 各项余额
tasks-done = 完成的任务
benefits-of = { $month }的权益

## 预览
serving = 网站地址：{ $url } （按 Ctrl-C 结束）
ready = 已生成（{ $files }），用时 { $took } 秒
not-ready = 未能生成（用时 { $took } 秒）；改动文件后会再次生成
port-taken = 端口 { $port } 已被占用
unwatched = { $path } 里的改动可能察觉不到：{ $problem }
no-port = 无法使用端口 { $port }：{ $problem }
no-watch = 无法监视文件的改动：{ $problem }
no-server = 无法启动服务：{ $problem }

## 新的计划
begun = { $path }：一份小的会员计划，{ $files }。接下来：
next-serve = 一边修改一边看网站
next-check = 找出所有错误
next-build = 把网站发布到目录 site
not-empty = { $path } 不是空目录；请换一个新的或空的目录
unwritable = 无法写入 { $path }：{ $problem }

## 输入与输出
unreadable = 无法读取 { $path }：{ $problem }
no-content = 没有目录 { $path }。请用 --content 指明内容目录，或者用“site-gen init { $path }”新建一个
content-is-here = 没有目录 { $path }。当前目录本身就是一份计划：请加上 --content .
no-locale = 计划没有语言“{ $locale }”。现有：{ $known }
no-theme = 没有主题“{ $theme }”。现有：{ $known }
no-theme-folder = 没有目录 { $path }
not-a-theme = { $path } 不是主题：其中没有 { $parts }
template = 主题有误：{ $problem }
template-at = 主题有误，位于 { $place }：{ $problem }

out-refused = 不能发布到 { $out }：{ $why }
out-not-ours = 里面有不是 site-gen 生成的文件。请换一个空目录，或者先清空它
out-repository = 里面有自己的“.git”，发布会使它丢失。请换一个目录，再从那里复制
out-is-source = 它就是网站的来源目录 { $source }
out-inside-source = 它在网站的来源目录 { $source } 里面
out-around-source = 网站的来源目录 { $source } 在它里面，发布会使其丢失
out-not-a-folder = { $path } 是文件
out-link-to-nothing = 它是指向 { $path } 的链接，而后者不存在。请先建立那个目录
out-root = 无法在它旁边做准备。请选它里面的一个目录

## 升级路径
path-title = 自{ $from }起达到{ $tier }的办法，从易到难
path-none = 24个月内没有办法达到{ $tier }。
path-none-found = 在尝试过的组合中，没有找到达到{ $tier }的办法。
path-partial = 条件的组合太多，没有逐一尝试。
path-nothing = 什么都不用改变：{ $month }的等级即为{ $tier }或更高。
path-more = 另有{ $count }种：--all
path-impossible = 无法靠改变填写项达到的：
path-keeps = 怎样保住现在的等级：
path-keeps-impossible = 无法用来保级的：
option = 序号
change = 改变
effort = 难度
in-force = 生效月份
lasts = 至少保持到
lasts-long = 长期
gain = 每年多得价值

## 存款测算
plan-title = { $day }之后，用{ $metric }达到{ $tier }
by = 截至月末
keep = 明天起每天保持
deposit = 今天存入
plan-impossible = 到{ $month }末，存多少都不够。
