# 主题自带的文字。节目内容（等级、权益、规则）不在这里，来自 content/。
# 每个语言文件的键必须相同；数字只以计数传入，金额、比例、日期以已排好的文字传入。

## 页面框架
skip-link = 跳到正文
menu = 菜单
nav-main = 主导航
nav-crumbs = 当前位置
nav-language = 语言
nav-toc = 目录
home = 首页
theme-scheme = 配色
theme-scheme-auto = 跟随系统
theme-scheme-light = 浅色
theme-scheme-dark = 深色
theme-type-large = 大字
footer-version = 本页规则自{ $date }起施行
footer-next = 规则将于{ $date }变更
footer-next-now = 新规则已于{ $date }施行，本页为此前的规则
footer-next-link = 查看变更
footer-privacy-note = 本站不使用追踪器，试算中填写的内容不会离开您的浏览器。

## 各类页面的名称
kind-tiers = 会员等级
kind-compare = 等级对比
kind-benefits = 权益
kind-points = 积分
kind-rewards = 积分商城
kind-tasks = 成长任务
kind-campaigns = 活动
kind-segments = 专区
kind-partners = 合作伙伴
kind-faq = 常见问题
kind-glossary = 名词解释
kind-news = 公告
kind-terms = 规则条款
kind-simulator = 权益试算
kind-not-found = 找不到这个页面

## 底部导航的分组
group-programme = 会员计划
group-points = 积分与活动
group-help = 帮助
group-about = 关于

## 状态
state-coming = 即将开始
state-running = 进行中
state-ended = 已结束

## 权益层级
layer-basic = 基础权益
layer-advanced = 进阶权益
layer-exclusive = 尊享权益

## 首页
home-start = 试算我的等级
home-compare = 对比各级权益
home-ladder = 会员等级
home-ladder-lead = 这里列出各等级的一种达标方式，满足该等级的任一方式即可。
home-categories = 权益一览
home-highlights = 推荐权益
home-campaigns = 近期活动
home-points = 积分怎么来
home-points-more = 积分规则
home-stages = 会员旅程
home-stages-lead = 不同阶段，不同礼遇。
home-segments = 专属专区
home-news = 最新公告
home-questions = 常见问题
all-tiers = 全部等级
all-benefits = 全部权益
all-campaigns = 全部活动
all-segments = 全部专区
all-news = 全部公告
all-questions = 全部问题

## 等级
tier-base = 所有客户
tier-ways = 达标方式
tier-ways-any = 满足任一即可
tier-ways-others = { $way }，或其他 { $count } 种方式
tier-benefits = { $count } 项权益
tier-qualify = 如何达到
tier-keep = 如何保级
tier-open = 每位客户都是会员，无需申请。
tier-grants = 您享有的权益
tier-raised = 新增或提升
tier-grants-all = 本等级共享有 { $count } 项，查看该类权益
tier-multipliers = 积分倍率
tier-pools = 任选权益
tier-rules = 升降级规则
tier-details = 详细说明
tier-higher = 更高一级
tier-lower = 低一级
tier-ladder = 所在位置
tiers-how = 等级如何评定
tiers-lead = 每一级怎样达到、有哪些权益，都列在这里。
tier-value = { $tiers }：{ $value }
list-separator = ；
fact-review = 复核
fact-household = 家庭合并
fact-year = 会员年度
fact-hold = 升级或保级后的锁定期
fact-grace = 可以未达标的次数
fact-fall = 降级方式
compare-open = 对比各级权益

## 对比
compare-caption = 各等级权益对比
compare-benefit = 权益
compare-show = 显示
compare-all = 全部等级
compare-threshold = 达标条件
compare-yes = 享有
compare-none = 不享有
compare-raised = 比前一级更高
compare-notes = 说明
compare-lead = 每一项权益，各等级各有多少，一目了然。
compare-categories = 按类别对比
compare-title-category = 等级对比：{ $category }
compare-pool = 「{ $pool }」可选{ $benefits }。{ $picks }

## 权益
benefit-everyone = 所有客户
benefits-lead = 会员享有的权益，按类别列出。
benefit-line = { $benefit }：{ $grant }
channel-app = 手机银行
channel-branch = 网点
channel-phone = 电话
channel-online = 网上银行
channel-atm = 自助设备
channel-wechat = 微信
channel-partner = 合作商户
benefit-conditional = 须符合条件
benefit-all-tiers = 各等级相同，须符合以下条件。
benefit-grants = 各级享有
benefit-tier = 等级
benefit-grant = 内容
benefit-worth = 价值
benefit-none = 不享有
benefit-condition = 享有条件
benefit-facts = 使用须知
benefit-category = 分类
benefit-channels = 办理渠道
benefit-partner = 提供方
benefit-when = 有效期
benefit-layer = 层级
benefit-pool = 任选权益
benefit-pool-others = 同组可选
benefit-details = 权益说明
benefit-questions = 相关问题
benefit-related = 同类权益
benefits-count = { $count } 项
category-none = 其他
benefits-all = 全部 { $count } 项权益
pager = 翻页
pager-previous = 上一页
pager-next = 下一页
pager-here = 第 { $page } 页，共 { $pages } 页
pager-title = { $title }（第 { $page } 页）

## 积分
points-lead = 积分怎么得、怎么用、何时到期，都在这里。
currency-worth = 价值
currency-worth-value = { $unit } = { $money }
currency-use = 用途
currency-redeemable = 可以兑换
currency-not-redeemable = 不能兑换
currency-expiry = 有效期
points-earn = 如何获得
points-spend = 如何使用
points-rule = 规则
points-times = 等级倍率
points-cap = 上限
points-bands = 分档
points-condition = 条件
points-when = 有效期
points-rewards = 积分能换什么
points-all-rewards = 全部兑换品
points-tasks = 完成任务得奖励
points-all-tasks = 全部任务
points-campaigns = 活动加速

## 兑换
rewards-lead = 累积所得，可在这里兑换。
reward-price = 兑换价
reward-prices = 会员价
reward-worth = 价值
reward-partner = 提供方

## 任务
tasks-lead = 做了什么、得到什么，一看便知。
task-rewards = 奖励
task-hidden = 还有 { $count } 项隐藏任务，完成时揭晓。

## 活动
campaigns-lead = 正在进行和即将开始的活动，以及已经结束的活动。
campaign-boost = { $earn } { $times }
campaign-gift = { $amount }，每人一次
campaign-when = 活动时间
campaign-phases = 活动阶段
campaign-audience = 参加对象
campaign-everyone = 所有会员均可参加。
campaign-boosts = 积分加速
campaign-gifts = 活动礼遇
campaign-condition = 条件
campaign-cap = 加出的部分，{ $cap }
campaign-details = 活动细则
campaign-others = 其他活动

## 专区
segments-stages = 会员旅程
segments-zones = 客群专区
segments-lead = 不同阶段、不同客群，各有各的礼遇与规则。
segment-rule = 谁属于这里
segment-benefits = 专属权益
segment-earn = 专属积分
segment-tasks = 专属任务
segment-campaigns = 专属活动
segment-details = 详细介绍
segment-others = 其他专区

## 合作伙伴
partner-site = 访问官网
partner-provides = 提供的权益与兑换品
partners-lead = 权益与兑换品由他们提供。

## 问题、公告
faq-lead = 客户常问的问题和简明的回答。
glossary-lead = 本站用到的名词是什么意思。
news-feed = 用阅读器订阅公告
news-lead = 规则、权益与活动的公告。
faq-about = 相关内容
notice-expired = 本公告已于{ $date }到期，仅供查阅。
list-empty = 暂无内容。

## 条款
terms-from = 自{ $date }起施行
terms-versions = 各期规则
terms-version-current = 本页
terms-print = 打印条款
terms-title-from = 规则条款（{ $date }起）
terms-title-benefits = 权益条款
terms-benefits-split = 权益条款较多，分页列出：
terms-benefits-page = 第 { $first }–{ $last } 项
terms-applies = 本条款是{ $programme }的规则，自{ $date }起施行。
terms-general = 总则
terms-tiers = 会员等级
terms-metrics = 指标口径
terms-segments = 客群
terms-benefits = 权益
terms-pools = 任选权益
terms-pool-benefits = 可选的权益：
terms-currencies = 积分与其他奖励单位
terms-earn = 累积规则
terms-tasks = 成长任务
terms-hidden-tasks = 另有 { $count } 项隐藏任务，达成之前不公布名称与条件。
terms-campaigns = 活动
terms-rewards = 兑换
terms-examples = 算例
terms-examples-lead = 下面的算例由同一份规则算出，每次发布前都与本行写明的结果逐项核对。
example-given = 客户的情况
example-source = 出处：
example-months = 期间
example-months-of = { $from }至{ $to }
example-opening-tier = 起始等级
example-held = { $tier }，锁定至{ $until }
example-achieved = 此前已完成
example-lots = 已有余额
example-earned-before = 此前到账
example-past = { $amount }（{ $month }到账）
example-member = 家庭成员
example-input = { $metric } { $value }
example-redeem = 兑换 { $amounts }
example-tier = 等级
example-next-tier = 次月等级
example-review = 月末复核
example-segments = 客群
example-tasks = 完成的任务
example-lines = 到账明细
example-line = { $source } { $amount }
example-earned = 到账
example-pending = 待到账
example-redeemed = 已兑换
example-expired = 到期
example-balance = 月末余额
example-benefits = 享有的权益
example-benefits-among = 享有的权益包括
example-none = 无
terms-see-examples = 算例：
terms-generated = 本条款由规则直接生成，与页面、试算结果出自同一份规则。

## 试算
simulator-lead = 填入您的资产与往来，看看您的等级、积分与权益，以及离下一级还差什么。
simulator-privacy = 您填写的内容只在本机计算，不会上传或保存。
simulator-no-script = 试算需要启用 JavaScript 和 WebAssembly。您仍可以在这里查看全部规则：
simulator-rules = 查看规则

## 找不到页面
not-found-lead = 这个地址没有页面，可能已经移走。您可以从这里继续：
redirect-moved = 此页已移至
