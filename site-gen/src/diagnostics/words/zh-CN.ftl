# 内容目录里的问题，用一句能独立读懂的话说出来；`hint` 说怎么改。参数与 `Message` 的一致，都是字符串。

error = 错误
warning = 提醒
help = 建议
note = 另见
why = 依据
nearest = 是不是想写“{ $nearest }”？
summary = { $errors ->
        [0] 共 { $warnings } 条提醒。
       *[other] { $warnings ->
            [0] 共 { $errors } 处错误。
           *[other] 共 { $errors } 处错误、{ $warnings } 条提醒。
        }
    }

## 种类和值的名称，供下面引用

kind-name = { $kind ->
        [programme] 计划
        [metric] 指标
        [currency] 积分种类
        [category] 分类
        [earn] 累积规则
        [pool] 任选权益组
        [term] 术语
        [tier] 等级
        [benefit] 权益
        [task] 任务
        [campaign] 活动
        [reward] 兑换商品
        [segment] 客群
        [partner] 合作方
        [faq] 常见问题
        [news] 公告
        [page] 页面
        [example] 样例
       *[other] { $kind }
    }
found-name = { $found ->
        [string] 引号里的文字
        [number] 数字
        [boolean] true 或 false
        [date] 日期
        [null] 空值（null）
        [array] 列表
        [table] 表
       *[other] { $found }
    }
expected-name = { $expected ->
        [string] 引号里的文字
        [number] 数字
        [boolean] true 或 false
        [date] 日期
        [null] 空值（null）
        [array] 列表
        [table] 表
        [decimal] 数字
        [whole] 整数
        [month] 月份
        [choice] 几个固定词之一
        [condition] 条件
        [colour] 颜色
        [hold] 锁定期的长度
        [part] 指标或带权重的表
        [step-row] 一对门槛和值
        [past-amount] 一对月份和数额
        [amount-or-table] 数额或按等级列出的数额
        [quota] 次数或 "unlimited"
        [value] 值
        [metric] 指标的 id
        [currency] 积分种类的 id
        [category] 分类的 id
        [earn] 累积规则的 id
        [pool] 任选权益组的 id
        [tier] 等级的 id
        [benefit] 权益的 id
        [task] 任务的 id
        [segment] 客群的 id
        [partner] 合作方的 id
       *[other] { $expected }
    }

## 文件

missing-file = 缺少“{ $path }”。
    .hint = 一个计划至少要有 programme.toml、metrics.toml，以及 tiers/ 里的一个文件。
unreadable-text = { $problem ->
        [too-large] 文件超过 16 MiB。
       *[not-utf8] 从这里开始不是 UTF-8 编码的文字。
    }
    .hint = { $problem ->
        [too-large] 请拆成几个文件；图片和供下载的文件放在 assets/ 里。
       *[not-utf8] 请用 UTF-8 编码另存一次；图片和供下载的文件放在 assets/ 里。
    }
stray-file = “{ $path }”不属于计划内容，已忽略。
    .hint = 图片和供下载的文件放在 assets/ 里；不再需要的文件可以删除。
link-outside = 链接“{ $path }”指向内容目录之外，或者绕成了圈、没有目标。
    .hint = 请换成文件本身。
bad-id = “{ $id }”不能用作 id。
    .hint = id 由小写字母、数字和连字符组成，以字母开头，例如 airport-lounge。
duplicate-id = 有两个{ kind-name }用了同一个 id“{ $id }”。
    .hint = 同一种类里 id 不能重复，放在不同文件夹里也不行；请给其中一个改名。
bad-version-folder = “{ $name }”不是版本文件夹的名称。
    .hint = 版本从某月 1 日起生效，文件夹以这一天命名，例如 versions/2027-01-01/。
version-not-after-base = { $version } 的版本没有晚于计划的生效日 { $effective }。
    .hint = 版本用来更改已经生效的规则；生效之前直接修改基础文件即可。
nothing-to-remove = 此前没有“{ $path }”，无从移除。
    .hint = 请让本文件的路径与要移除的文件一致，或者删掉本文件。
removed-with-more = 用来移除旧文件的文件里不能再写“{ $key }”。
    .hint = removed = true 只能单独出现；如果是要修改而不是移除，请去掉 removed。
removed-in-base = “removed”只在版本文件夹里才有意义。
    .hint = 请直接删除本文件，或者把它移到 versions/YYYY-MM-01/，从那个月起移除。
orphan-translation = 这是“{ $path }”的译文，但原文不存在。
    .hint = 译文放在原文旁边，文件名相同，扩展名前加上语言：gold.md、gold.en.md。
rule-in-translation = 译文里不能写“{ $key }”。
    .hint = 译文只放文字；数字和规则只在原文里写一次。
untranslated = “{ $path }”没有“{ $locale }”译文，将显示默认语言的文字。
    .hint = 请在旁边放一个译文文件，扩展名前加上语言，里面只写文字。

## 语法

no-front-matter = 文件开头没有“+++”这一行。
    .hint = Markdown 文件以两行“+++”之间的设置开头，正文写在第二行“+++”之后。
open-front-matter = 从这里开始的设置没有结束。
    .hint = 请在设置和正文之间再写一行“+++”。
syntax = { $problem ->
        [open-bracket] 从这里开始的括号没有配对的另一半。
        [stray-bracket] 这个括号没有配对的另一半。
        [open-text] 从这里开始的文字缺少结尾的引号。
        [full-width] 这里不能用“{ $text }”：这是中文输入法或文字处理软件里的字符。
        [control] 这里有一个看不见的字符，不能使用。
        [unquoted] “{ $text }”要放在引号里。
        [leading-zero] “{ $text }”以 0 开头。
        [boolean] “{ $text }”既不是 true，也不是 false。
        [colon] 这里应为等号，却写成了冒号。
        [no-equals] 这里缺少等号和值。
        [no-value] 这里缺少值。
        [no-key] 这里缺少等号前面的名称。
        [bad-key] “{ $text }”不能用在名称里。
        [missing-comma] 这里缺少逗号。
        [extra-comma] 这里多了一个逗号。
        [rest-of-line] 值的后面不能再有内容。
        [table-twice] “{ $text }”已经有值，不能再给它加键。
        [escape] 反斜杠后面不能跟这个字符。
        [comment] JSON 里不能写注释。
       *[other] 这里无法读取：{ $text }。
    }
    .hint = { $problem ->
        [open-bracket] [ 要有 ] 配对，{ "{" } 要有 { "}" } 配对。
        [stray-bracket] 请删掉它，或者在前面补上另一半。
        [open-text] 请在结尾加上英文直引号："…"。
        [full-width] 请切换到英文输入法重新输入：文字用 " "，其余用 , = [ ]。
        [control] 请删掉它，或者把这一行重新输入一遍。
        [unquoted] 文字放在英文直引号里；带 %、万、亿的数字也一样："50万"。
        [leading-zero] 请写 12，不写 012。
        [boolean] 请写 true 或 false，小写，不加引号。
        [colon] 每行写成：键 = 值。
        [no-equals] 每行写成：键 = 值。
        [no-value] 请在等号后面写上值，或者删掉这一行。
        [no-key] 每行写成：键 = 值。
        [bad-key] 名称由字母、数字、连字符和下划线组成。
        [missing-comma] 列表里和花括号里的各项用英文逗号隔开。
        [extra-comma] 请删掉它。
        [rest-of-line] 一行只写一个值；文字里的引号可以用“”，或写成 \"。
        [table-twice] 请把它的键写在同一处。
        [escape] 反斜杠写成 \\，引号写成 \"。
        [comment] 请删掉它，或者改用 TOML 写客户文件。
       *[other] 请检查它前面是否缺少括号、逗号或引号。
    }
too-deep = 括号或条件嵌套超过 { $most } 层。
    .hint = 请把规则拆开：一部分条件可以放进客群，或放进用 count 定义的指标，再引用它的 id。
duplicate-key = “{ $key }”在这里重复出现。
    .hint = 两处只能留一处。

## 写法

unknown-key = 这里没有“{ $key }”这个键。
    .hint = 这里可以写：{ $known }。
missing-key = 缺少“{ $key }”。
    .hint = 它没有默认值，必须写明。
missing-name = “{ $id }”没有写“{ $key }”，将以 id 代替。
    .hint = 请加上 { $key } = "…"。
wrong-type = 这里应为{ expected-name }，却写成了{ found-name }。
    .hint = { $expected ->
        [string] 请放在英文直引号里："…"。
        [boolean] 请写 true 或 false，不加引号。
        [date] 请写年月日，不加引号：2026-03-01。
        [array] 请放在方括号里，只有一项也要：["app"]。
        [table] 表可以是 [tiers.gold] 这样的一节，也可以写在花括号里：{ "{ gold = 2 }" }。
        [decimal] 可以写成 5000、0.85、"20%" 或 "50万"。
        [whole] 只写数字：12。
        [condition] 条件写在花括号里：{ "{ metric = \"aum\", at_least = \"50万\" }" }。
        [part] 请写指标的 id，如 "funds"，或 { "{ metric = \"funds\", weight = \"0.8\" }" }。
        [step-row] 请把门槛和值放在方括号里：["5万", 30]。
        [past-amount] 请把月份和数额放在方括号里：["2025-11", 300]。
        [amount-or-table] 请写一个数额，如 5000，或按等级写：{ "{ gold = 5000, diamond = 8000 }" }。
        [quota] 请写次数，如 2，或 "unlimited"。
       *[other] 应为{ expected-name }。
    }
bad-decimal = { $problem ->
        [separator] “{ $text }”不是数字：数字中间有分隔符。
        [point] “{ $text }”不是数字：小数点两边都要有数字。
        [exponent] “{ $text }”用了科学记数法。
        [not-finite] “{ $text }”不是可以计算的数。
        [radix] “{ $text }”不是十进制写法。
        [too-precise] “{ $text }”的小数位太多。
        [too-large] “{ $text }”太大。
       *[malformed] “{ $text }”不是数字。
    }
    .hint = { $problem ->
        [separator] 请去掉分隔符，或改用下划线：1000、1_000、"50万"。
        [point] 请写 0.5，不写 .5；请写 5，不写 5.。
        [exponent] 请把数字写全：1000，不写 1e3。
        [not-finite] 如果是没有限制，请不写这个键。
        [radix] 请用十进制：255，不写 0xff。
        [too-precise] 最多 6 位小数；百分数折算后最多 8 位。
        [too-large] 绝对值最大为 1000 万亿（10^15）。
       *[malformed] 可以写成 5000、0.85、"20%" 或 "50万"。
    }
bad-choice = “{ $text }”不是这里可以用的词。
    .hint = 可以用：{ $known }。
out-of-bounds = { $text } 超出范围，应为 { $bounds }。
bad-date = “{ $text }”不是日历上的一天。
    .hint = 请写年月日，不带时间：2026-03-01。
bad-month = “{ $text }”不是月份。
    .hint = 请在引号里写年和月："2026-03"。
bad-colour = “{ $text }”不是颜色。
    .hint = 请写井号加六位十六进制数字："#c9a227"。
bad-currency-code = “{ $text }”不是货币代码。
    .hint = 请写 ISO 4217 的三个大写字母，例如 "CNY"、"HKD"、"USD"。
bad-locale = “{ $text }”不是语言代码。
    .hint = 请写语言和地区，例如 "zh-CN"、"zh-TW"、"en"。
bad-time-zone = “{ $text }”不是时区。
    .hint = 请写 IANA 时区名，例如 "Asia/Shanghai"。
bad-url = “{ $text }”不是网址。
    .hint = 请写完整网址："https://example.com/"。
bad-hold = “{ $text }”不是锁定期的长度。
    .hint = 可以用："none"、"1 month"、"2 months" 至 "120 months"、"year-end"、"next year-end"。
bad-alias = “{ $text }”不能用作旧地址。
    .hint = 请写本站内的路径，开头不加斜杠："old/address"。
alias-taken = 地址“{ $text }”已经属于另一个页面。
    .hint = 一个地址只能通向一个页面。
empty = “{ $key }”不能为空。
    .hint = 请至少写一项，或者不写这个键。
one-of = 以下各项必须写一项，且只能写一项：{ $keys }。
    .hint = 请只留下要用的那一项。
not-together = “{ $key }”不能和“{ $other }”同时出现。
    .hint = 两项只能留一项。
needs-other = 没有“{ $other }”，“{ $key }”就没有意义。
    .hint = 请加上“{ $other }”，或者去掉“{ $key }”。

## 引用

unknown-id = 没有 id 为“{ $id }”的{ kind-name }。
    .hint = 这里要写 id，不写显示的名称；id 是文件名去掉扩展名，或方括号里的名字。
not-in-version = { $version } 的版本里没有 id 为“{ $id }”的{ kind-name }。
    .hint = 一个版本的规则只能引用当时生效的内容：请把它恢复，或者在该版本里同时修改这条规则。
unknown-reference = “{ $reference }”在计划里没有对应的内容。
    .hint = 实时引用写种类和 id，例如 { "{{ tier.gold }}" }、{ "{{ benefit.lounge.gold }}" }。
open-reference = 从这里开始的实时引用没有结束。
    .hint = 请在同一行里结束：{ "{{ tier.gold }}" }。
broken-link = 链接“{ $target }”没有对应的页面或文件。
    .hint = 链接到其他页面用实时引用，例如 { "{{ benefit.lounge }}" }；链接到文件写它在 assets/ 里的路径。
path-outside = “{ $path }”超出了内容目录。
    .hint = 请把文件放进 assets/，并写从那里开始的路径。
script-link = 链接“{ $target }”会运行脚本，已移除。
    .hint = 请改为链接到页面或文件。

## 计划与版本

bad-format = “{ $found }”不是本程序支持的格式版本。
    .hint = 请写 format = 1。
not-first-of-month = { $date } 不是某个月的 1 日。
    .hint = 规则按月生效，请写当月 1 日，例如 2026-03-01。
locale-not-listed = “{ $locale }”不在计划的语言里。
    .hint = 请把它加到 programme.toml 的 locales 里。
translation-not-listed = 这个文件的语言“{ $locale }”不在计划的语言里，因此不会使用。
    .hint = 请把它加到 programme.toml 的 locales 里，或者删除这个文件。
duplicate-entry = “{ $text }”在这个列表里重复出现。
    .hint = 两处只能留一处。
effective-not-version = 生效日 { $date } 与版本文件夹的日期 { $version } 不一致。
    .hint = 请写 effective = { $version }，或者给文件夹改名。
year-starts-changed = “year_starts”与基础规则的 { $base } 不一致。
    .hint = 各版本的计划年度必须从同一个月开始。
currency-changed = “currency”与基础规则的 { $base } 不一致。
    .hint = 各版本必须使用同一种货币。

## 规则

metric-source = 指标必须有一个来源，且只能有一个：{ $keys }。
    .hint = 请只用一个键说明它的值从哪里来。
not-a-number = 指标“{ $metric }”不是数字。
    .hint = 是非项和日期不能在这里计算；对是非项的条件写成 { "{ metric = \"payroll\", is = true }" }。
not-a-flag = 指标“{ $metric }”不是是非项。
    .hint = is 只问是或否；数字请用 at_least、above、at_most、below 比较。
not-a-date-fact = 指标“{ $metric }”不是日期。
    .hint = since 从一个日期起计算月数，该指标要写 input = "fact" 和 unit = "date"。
date-has-no-sum = 指标“{ $metric }”是日期，不能相加或比较。
    .hint = 请用 since 另建一个指标来计算月数，再引用那个指标。
unit-of-inputs = 单位“{ $unit }”只能用于录入的指标。
    .hint = 请不写 unit，或者选 "money"、"count"、"months"、"years"。
unit-of-facts = 单位“date”只能用于固定信息。
    .hint = 请同时写 input = "fact"。
not-poolable = 指标“{ $metric }”不能按家庭合并。
    .hint = 只有数字类的录入指标可以合并；由它们算出的指标会自动跟着变。
circle = 这里绕成了一圈：{ $way }。
    .hint = 其中至少有一项要能不靠其他几项算出来；lag = 1 的窗口只看上个月及以前。
too-many-ids = 各版本合计，{ kind-name }超过 { $most } 个。
    .hint = 模拟器最多读取这么多：请删去不再有效的内容，或者把计划拆成两个。
too-many-versions = 版本超过 { $most } 个。
    .hint = 模拟器最多读取这么多：请把最早的几个版本并入基础文件。
rules-too-large = 各版本的规则合计超过 { $most } MiB，模拟器无法读取。
    .hint = 请删去已经过去的版本，或者把计划拆成两个。
invalid-rule = 这条规则无法计算：{ $why }。
    .hint = 这本应由其他检查指出，请把它作为 site-gen 的错误报告给我们。
condition-kind = 一个条件必须问一件事，且只能问一件事。
    .hint = 请从 metric、segment、task、tier、all、any、not，以及 at_least_of 加 among 里选一种；几个条件用 { "{ all = [ … ] }" } 合起来。
bounds = 对指标的条件要有一到两个界限，或者写 is。
    .hint = 界限有 at_least、above、at_most、below；是非项写 is = true 或 is = false。
always-holds = 这个条件总是成立。
    .hint = 如果本意如此，可以不写。
never-holds = 这个条件永远不会成立。
    .hint = 请核对列表和要求成立的条数。
no-base-tier = 最低等级“{ $tier }”不能写 qualify。
    .hint = rank 最小的是基础等级，人人都在其中。
second-base-tier = “{ $tier }”必须写 qualify，因为基础等级是“{ $base }”。
    .hint = 只有 rank 最小、人人都在其中的等级不写 qualify。
base-tier-hold = 基础等级“{ $tier }”不能写 hold。
    .hint = 基础等级不会再降，没有可锁定的。
duplicate-rank = rank { $rank } 已经被“{ $other }”使用。
    .hint = 每个等级的 rank 各不相同。
tier-by-tier = 等级不能取决于等级：{ $way }。
    .hint = qualify 和 keep 引用的指标、客群和任务，本身都不能再引用等级。
no-currency = 这里没有可用的积分种类。
    .hint = 请用 currency 指明，或者在 currencies.toml 里添加一种。
not-ascending = { $value } 没有大于它前面的值。
    .hint = 请从小到大排列，不能重复。
bands-from-zero = 第一档必须从 0 开始。
    .hint = 请写 from = 0；不累积的一档写 rate = 0。
too-many-decimals = { $amount } 的小数位超过“{ $currency }”允许的位数（{ $decimals }）。
    .hint = 请取整，或者在 currencies.toml 里调高它的 decimals。
ends-before-start = 结束日 { $to } 早于开始日 { $from }。
    .hint = to 是最后一天，可以与 from 相同。
phase-outside = 阶段必须在活动期间之内：{ $from } 至 { $to }。
    .hint = 请修改阶段的日期，或者修改活动的日期。
not-redeemable-price = 价格用的“{ $currency }”不能兑换。
    .hint = 请换一个 currency，或者在 currencies.toml 里为它写 redeemable = true。

## 客户

not-an-input = 指标“{ $metric }”是算出来的，不能录入。
    .hint = 请录入用来计算它的那些指标。
too-many-members = 另有 { $members } 位成员，超过了家庭的人数上限（含客户本人 { $most } 位）。
    .hint = 请减少成员，或者调高 programme.toml 里 [household] 的 members。
no-household = 计划没有家庭合并，不能写成员。
    .hint = 请去掉 members，或者在 programme.toml 里添加 [household]。
not-pooled = 指标“{ $metric }”不参与家庭合并。
    .hint = 成员只能有 [household] 的 pool 里列出的指标。
not-before-start = { $month } 没有早于开始月份 { $start }。
    .hint = 期初余额和以前到账的数额，都属于开始之前的月份。
expired-lot = { $month } 到账的部分在 { $end } 月底已经过期，早于开始月份。
    .hint = 请去掉，或者写实际到账的月份。
held-without-tier = “held_until”要同时写明高于基础等级的 tier。
    .hint = 请加上锁定的 tier，或者去掉 held_until。
outside-run = { $month } 不在测算的月份之内，不起作用。
    .hint = 测算从 start 开始，共 months 个月。
not-a-balance = “{ $id }”不是客户自己填写的余额。
    .hint = 存款测算针对的是余额：input = "balance" 的指标。
day-outside = 这一天早于客户的第一个月，或在其十年以后。
    .hint = 客户文件的“start”是第一个月，日期须在该月或以后。
average-negative = 日均余额不能小于 0。
    .hint = 请填写本月1日至当天（含当天）的日均余额。

## 样例

example-differs = { $what } 算出来是 { $found }，而样例写的是 { $expected }。
    .hint = 样例对就改规则，规则对就改样例。
example-fails = 样例无法算出：{ $error }。
    .hint = 请把数额或倍数改小。
not-in-run = { $month } 不在测算的月份之内。
    .hint = 测算从 start 起，共 months 个月。
