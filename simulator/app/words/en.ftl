# The simulator's own words. How rules, conditions and figures are said is in simulator/words; names come from the
# content. The keys are the same in all languages; only counts go in as numbers, amounts and months as texts.

## The form
form-title = Your situation
group-balance = Balances
group-balance-hint = A month's average daily balance, such as 300,000. Leave empty what you do not have.
group-flow = Activity in a month
group-flow-hint = The total of one month.
group-fact = About you
group-fact-hint = What stays the same from month to month.
group-others = Others in your household
group-others-title = Balances of the others
group-others-hint = The average daily balances of the other members of your household together. They are added to yours.
others-label = { $metric }, the others
group-start = Where you start: tier, balances, tasks achieved
start-title = Where you start
start-hint = What you leave out counts as the base tier and nothing held.
start-tier = Current tier
start-held = Tier held until
held-none = Not held, or not known
start-month = First month
opening-label = { $currency } held
opening-hint = Taken as credited last month, which decides when they expire.
tasks-title = Tasks achieved
tasks-hint = Tick the tasks that you have achieved before.
clear = Clear
unit-money = { $currency }
unit-months = months
unit-years = years
echo = That is { $amount }.
step-up = { $label }: { $step } more
step-down = { $label }: { $step } less

## Mistakes
error-not-a-number = Enter a number, such as 30000 or 30,000.
error-separators = The commas leave open which number is meant. Check them, as in 30,000.
error-percent = Enter an amount or a number here, not a percentage.
error-negative = Enter 0 or more.
error-decimals = { $count ->
    [0] Enter a whole number.
    [one] No more than { $n } decimal.
   *[other] No more than { $n } decimals.
}
error-too-large = This number is too large.
error-not-a-date = Enter a date, such as 2021-05-01.

## The result
result-title = Result
result-stale = Something you entered needs correcting. What you see is the result before it.
tier-label = Tier in { $month }
tier-change = From { $month }: { $tier }
tier-no-change = { $tier } through { $month }
tier-review = Review at the end of { $month }: { $review }
timeline-title = Month by month
timeline-hint = Choose a month to see its progress, points and benefits.
months-title = Each month in full
months-currency = Currency
months-balance = Balance
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
next-title = On the way to { $tier }
next-none = This is the highest tier.
keep-title = To keep { $tier }
ways-any = Any one of these is enough
ways-at-least = At least { $n } of these; { $met } so far
way = Way { $n }
figure-now = now { $value }
figure-met = met, now { $value }
met = met
not-met = not met
missing-title = What is missing for { $tier }
missing-way = Way { $n }: { $missing }
missing-and = { $left }; { $right }
missing-or = { $left }, { $right }
missing-choice = { $n } more of: { $parts }
missing-at-least = { $metric }: { $gap } more
missing-above = { $metric }: more than { $gap } more
missing-at-most = { $metric }: { $gap } less
missing-below = { $metric }: more than { $gap } less

## Ways up
up-title = Ways up
up-target = I would like to reach
up-searching = Looking for options …
up-tried = Entered. The result now counts these values from { $month } on.
up-undo = Undo
up-from = { $count ->
    [one] From { $month } on, this option, kept up, brings { $tier }:
   *[other] From { $month } on, any one of these options, kept up, brings { $tier }:
}
up-nothing = Nothing need change: from { $month } it is { $tier } or higher.
up-none = Whatever changes of what you entered, { $tier } is not reached within 24 months.
up-none-found = None of the combinations looked at brings { $tier } within 24 months.
up-partial = Not every combination was looked at: the rules leave too many of them.
up-more = { $count ->
    [one] { $n } more option
   *[other] { $n } more options
}
up-fewer = Only the easiest options
up-impossible = What cannot be changed
up-try = Try option { $n }
up-in-force = In force from
up-higher = { $month }, as { $tier }
up-lasts = If you then go back
up-lasts-until = kept to the end of { $month }
up-lasts-long = still in force after ten years
up-worth = Benefits worth more a year by
up-benefits = New benefits
up-from-pool = { $benefit } (by choice)
staying-title = Keeping the tier
staying-keep = From { $month } on, any one of these options, kept up, keeps { $tier }:
staying-try = Try option { $n } to keep it
staying-impossible = What cannot be changed about keeping it

## Points
points-title = What you earn
points-none = Nothing is earned with what you entered.
points-source = Source
points-year = { $count ->
    [one] { $n } month
   *[other] { $n } months
}
points-earned = Credited
points-expired = Expired
points-pending = Pending
points-balance = Balance at the end of the month
points-worth = { $count ->
    [one] What { $n } month credits is worth { $worth }.
   *[other] What { $n } months credit is worth { $worth }.
}
points-arriving-title = Pending at the end of { $month }
points-arriving = Credited in { $month }: { $amount } ({ $source })
points-expiring-title = What is held at the end of { $month } expires, if it is not spent:
points-expiring = End of { $month }: { $amount }

## Tasks and campaigns
tasks-of-run = Tasks
tasks-none = With what you entered, no task is achieved in these months.
task-concealed = A hidden achievement
tasks-open = Still open
campaigns-title = Campaigns in these months
campaign-nothing = nothing credited
campaign-delayed = pending: { $amounts }

## Benefits
benefits-title = Your benefits
benefits-none = No benefits.
benefits-more = { $count ->
    [one] { $n } more benefit
   *[other] { $n } more benefits
}
benefits-year = Worth of those that can be reckoned, a year
pool-title = { $pool }: { $pick }
worth-year = worth { $worth } a year

## Notes
why = Why
why-title = Where the figures of { $month } come from
why-segments = You belong to:
notes-title = What this takes for granted
note-steady = { $n } months from { $month }, each as you entered it.
note-start = Of the time before { $month } only what you entered counts: caps begin unused, repeated tasks as not yet achieved, gifts of campaigns as not yet given.
note-version = The rules change in { $month }; the months from then on follow the new ones.
note-rules = Every figure is computed from the rules published on this site, exact to the last digit.
note-private = What you enter is computed on this device. It is neither sent nor stored.

## In one line
summary = Tier in { $month }: { $tier }
summary-change = from { $month } { $tier }
summary-earned = { $amount } this month
summary-and = { $left }, { $right }
