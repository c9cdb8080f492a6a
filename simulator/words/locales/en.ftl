# How rules and results are said. Names come from the programme's content; amounts, shares and dates go in as texts
# that are already formatted, and only counts choose a plural. Every language's file has the same keys.

## Joining
quoted = “{ $name }”
sentence = { $text }.
join-sentences = { $left } { $right }
join-comma = { $left }, { $right }
join-and = { $left } and { $right }
join-semicolon = { $left }; { $right }
lead = { $joint }:

## Quantities
money = { $currency } { $number }{ $scale }
amount = { $n } { $currency }
counted = { $n }{ $measure }
percent = { $number }%
multiplier = × { $n }
discount = { $form ->
    [free] free
   *[plain] { $percent } off
}
months = { $n } { $count ->
    [one] month
   *[other] months
}
years = { $n } { $count ->
    [one] year
   *[other] years
}
yes = yes
no = no
gap = { $value } to go

## Time
month-name = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
month = { $month } { $year }
day-in-year = { $day } { $month }
date = { $day-in-year } { $year }
date-range = { $from } to { $to }
date-range-in-year = { $from-in-year } to { $to }
from-day = from { $date }
to-day = until { $date }
per = { $period ->
    [month] a month
    [quarter] a quarter
    [half-year] every half-year
   *[year] a year
}
programme-year = The programme’s year starts in { $month }; its quarters and half-years are counted from there.

## Tiers
tiers-all = all members
tiers-up = { $tier } and higher
tiers-range = { $from } to { $to }
tier-has = { $tiers } { $value }
tier-grant = { $tiers }: { $value }

## Conditions
condition-always = no condition
condition-never = open to nobody at present
condition-number = { $metric } { $bounds }
condition-flag = { $form ->
    [yes] { $metric }
   *[no] “{ $metric }” does not apply
}
condition-segment = { $form ->
    [yes] in the group “{ $segment }”
   *[no] not in the group “{ $segment }”
}
condition-task = { $form ->
    [yes] { $task } completed
   *[no] { $task } not yet completed
}
condition-hidden-task = { $form ->
    [yes] a hidden achievement unlocked
   *[no] a certain hidden achievement not yet unlocked
}
condition-tier = { $form ->
    [yes] tier { $tier } or higher
    [highest] tier { $tier }
   *[no] a tier below { $tier }
}
bound = { $form ->
    [at-least] { $place ->
        [first] { $unit ->
            [count] at least { $value }
           *[other] of at least { $value }
        }
       *[further] at least { $value }
    }
    [above] { $place ->
        [first] { $unit ->
            [count] above { $value }
           *[other] of more than { $value }
        }
       *[further] more than { $value }
    }
    [at-most] { $place ->
        [first] { $unit ->
            [count] at most { $value }
           *[other] of at most { $value }
        }
       *[further] at most { $value }
    }
    [below] { $place ->
        [first] { $unit ->
            [count] below { $value }
           *[other] of less than { $value }
        }
       *[further] less than { $value }
    }
   *[exactly] { $unit ->
        [count] exactly { $value }
       *[other] of exactly { $value }
    }
}
bound-and = { $left } and { $right }
join-all = { $left }, and { $right }
join-any = { $left }, or { $right }
join-inner = { $left }; { $right }
group = { $joint } ({ $parts })
numbered = ({ $number }) { $part }
led = { $lead } { $parts }
joint = { $form ->
    [all] all of the following
    [any] any of the following
    [at-least] at least { $n } of the following
   *[at-most] at most { $n } of the following
}
joint-inner = { $form ->
    [all] all of
    [any] any of
    [at-least] at least { $n } of
   *[at-most] at most { $n } of
}

## Reaching and keeping a tier
tier-base = Every customer is at least { $tier }.
tier-qualify = To rise to { $tier }: { $condition }.
tier-qualify-list = To rise to { $tier }, { $joint }:
tier-keep = To keep { $tier }: { $condition }; or what it takes to rise to it.
tier-keep-list = To keep { $tier }, what it takes to rise to it, or { $joint }:
tier-keep-same = Keeping { $tier } takes the same as rising to it.
hold = { $form ->
    [none] none
    [months] { $months }
    [year-end] { $year ->
        [calendar] to the end of the year in which it takes effect
       *[programme] to the end of the programme’s year in which it takes effect
    }
   *[next-year-end] { $year ->
        [calendar] to the end of the year after the review
       *[programme] to the end of the programme’s year after that of the review
    }
}
hold-rule = { $form ->
    [none] There is no hold: every review looks at the conditions again.
    [months] Once reached or kept, the tier is held for { $hold } and cannot be lost in that time.
   *[other] Once reached or kept, the tier is held { $hold } and cannot be lost in that time.
}
grace = { $count ->
    [0] none
    [one] { $n } review
   *[other] { $n } reviews
}
grace-rule = { $hold ->
    [none] { $count ->
        [0] The first failed review loses the tier.
        [one] { $n } failed review is forgiven; a second one in a row loses the tier.
       *[other] { $n } failed reviews in a row are forgiven; one more loses the tier.
    }
   *[some] { $count ->
        [0] After the hold, the first failed review loses the tier.
        [one] After the hold, { $n } failed review is forgiven; a second one in a row loses the tier.
       *[other] After the hold, { $n } failed reviews in a row are forgiven; one more loses the tier.
    }
}
fall = { $form ->
    [one] { $hold ->
        [some] Whoever loses the tier goes down to { $lower }; if the conditions to rise to { $lower } are met then, its hold starts.
       *[none] Whoever loses the tier goes down to { $lower }.
    }
   *[all] { $hold ->
        [some] Whoever loses the tier goes down to the highest one whose conditions to rise are met; if that tier has a hold, it starts then.
       *[none] Whoever loses the tier goes down to the highest one whose conditions to rise are met.
    }
}
review-cadence = { $period ->
    [month] Tiers are reviewed at the end of every month; the result applies from the next month.
    [quarter] Tiers are reviewed at the end of every quarter; the result applies from the next month.
    [half-year] Tiers are reviewed at the end of every half-year; the result applies from the next month.
   *[year] Tiers are reviewed at the end of every year; the result applies from the next month.
}
household = { $metrics } of the members of a household are added up, { $n } members at most, the customer included.

## Metrics
metric-input = { $kind ->
    [balance] the month’s average daily balance
    [flow] the month’s total
    [flag] yes or no
    [date] a date
   *[fact] as it stands
}
metric-sum = the sum of { $parts }
metric-sum-list = the sum of:
metric-greatest = the greatest of { $parts }
metric-greatest-list = the greatest of:
metric-least = the least of { $parts }
metric-least-list = the least of:
part = { $form ->
    [flag] { $metric } (counts { $value } if yes)
    [share] { $share } of { $metric }
    [times] { $times } × { $metric }
   *[whole] { $metric }
}
part-less = less { $part }
part-up-to = { $part } (at most { $value })
metric-over = { $take ->
    [average] the monthly average of { $metric } over { $window }
    [daily-average] the daily average of { $metric } over { $window }
    [total] the total of { $metric } over { $window }
    [highest] the highest value of { $metric } over { $window }
   *[lowest] the lowest value of { $metric } over { $window }
}
metric-missing = { $form ->
    [skip] { $metric }; months without a record are left out
   *[zero] { $metric }; months without a record count as 0
}
window-months = { $lag ->
    [0] { $count ->
        [1] the month
       *[other] the last { $n } months, this one included
    }
    [1] { $count ->
        [1] the month before
       *[other] the { $n } months up to the month before
    }
   *[other] { $count ->
        [1] the month { $lags } before
       *[other] the { $n } months up to the one { $lags } before
    }
}
window-period = { $count ->
    [0] { $period ->
        [month] the month
        [quarter] the quarter so far
        [half-year] the half-year so far
       *[year] { $year ->
            [calendar] the year so far
           *[programme] the programme’s year so far
        }
    }
    [1] { $period ->
        [month] the month before
        [quarter] the quarter before
        [half-year] the half-year before
       *[year] { $year ->
            [calendar] the year before
           *[programme] the programme’s year before
        }
    }
   *[other] { $period ->
        [month] the month { $n } months before
        [quarter] the quarter { $n } quarters before
        [half-year] the half-year { $n } half-years before
       *[year] { $year ->
            [calendar] the year { $n } years before
           *[programme] the programme’s year { $n } years before
        }
    }
}
step = from { $from }: { $value }
metric-steps = by { $metric }: { $parts }; below that, 0
metric-steps-list = by { $metric } (below the first step, 0):
metric-count = how many of these hold: { $parts }
metric-count-list = how many of these hold:
metric-earned = { $currency } credited in { $window }
metric-held = the balance of { $currency } at the month’s end
metric-since = whole months from { $metric } to the month’s end

## Accrual rules
earn-gives = { $form ->
    [full] { $currency }: { $n } for every full { $every } of { $metric }.
   *[exact] { $currency }: { $n } for every { $every } of { $metric }, in proportion.
}
earn-rate = { $basis ->
    [month] { $currency }: { $rate } of { $metric }.
   *[year] { $currency }: { $rate } a year of { $metric }, a twelfth of it each month.
}
earn-bands = { $basis ->
    [month] { $banding ->
        [marginal] { $currency } on each part of { $metric }: { $bands }.
       *[whole] { $currency } on all of { $metric }, by its amount: { $bands }.
    }
   *[year] { $banding ->
        [marginal] { $currency } on each part of { $metric } at a yearly rate, a twelfth of it each month: { $bands }.
       *[whole] { $currency } on all of { $metric } at a yearly rate by its amount, a twelfth of it each month: { $bands }.
    }
}
earn-bands-list = { $basis ->
    [month] { $banding ->
        [marginal] { $currency } on each part of { $metric }:
       *[whole] { $currency } on all of { $metric }, by its amount:
    }
   *[year] { $banding ->
        [marginal] { $currency } on each part of { $metric } at a yearly rate, a twelfth of it each month:
       *[whole] { $currency } on all of { $metric } at a yearly rate by its amount, a twelfth of it each month:
    }
}
band-marginal = { $form ->
    [all] { $rate } of all of it
    [first] { $rate } up to { $to }
    [middle] { $rate } above { $from } and up to { $to }
   *[last] { $rate } above { $from }
}
band-whole = { $form ->
    [all] { $rate }
    [first] { $rate } if below { $to }
    [middle] { $rate } if at least { $from } and below { $to }
   *[last] { $rate } if at least { $from }
}
earn-fixed = { $form ->
    [when] { $period ->
        [month] { $gives } in each month in which the condition is met.
        [quarter] { $gives } in each quarter in whose last month the condition is met.
        [half-year] { $gives } in each half-year in whose last month the condition is met.
       *[year] { $gives } in each year in whose last month the condition is met.
    }
   *[always] { $period ->
        [month] { $gives } each month.
        [quarter] { $gives } each quarter, in its last month.
        [half-year] { $gives } each half-year, in its last month.
       *[year] { $gives } each year, in its last month.
    }
}
earn-each = { $period ->
    [month] Worked out once a month.
    [quarter] Worked out once a quarter, from the figure of its last month.
    [half-year] Worked out once every half-year, from the figure of its last month.
   *[year] Worked out once a year, from the figure of its last month.
}
earn-times = { $form ->
    [one] Multiplied for every tier: { $times }.
   *[by-tier] Multiplied by tier: { $times }.
}
earn-when = Condition: { $condition }.
earn-when-list = Condition: { $joint }:
earn-valid = { $form ->
    [shared] In force: { $validity }; part of a month counts by its days.
   *[whole] In force: { $validity }.
}
earn-delay = { $count ->
    [1] Credited in the month after.
   *[other] Credited { $n } months later.
}
cap-none = without a cap
cap = { $form ->
    [one] { $period ->
        [month] at most { $amounts } a month
        [quarter] at most { $amounts } a quarter
        [half-year] at most { $amounts } every half-year
        [year] at most { $amounts } a year
       *[campaign] at most { $amounts } over the whole campaign
    }
   *[by-tier] { $period ->
        [month] monthly cap by tier: { $amounts }
        [quarter] quarterly cap by tier: { $amounts }
        [half-year] half-yearly cap by tier: { $amounts }
        [year] yearly cap by tier: { $amounts }
       *[campaign] cap over the whole campaign by tier: { $amounts }
    }
}
rounding = { $count ->
    [0] { $round ->
        [down] Each credit is rounded down to whole { $currency }.
        [up] Each credit is rounded up to whole { $currency }.
        [half-up] Each credit is rounded to whole { $currency }, halves up.
       *[half-even] Each credit is rounded to whole { $currency }, halves to the even neighbour.
    }
   *[other] { $round ->
        [down] Each credit is rounded down to { $unit }.
        [up] Each credit is rounded up to { $unit }.
        [half-up] Each credit is rounded to { $unit }, halves up.
       *[half-even] Each credit is rounded to { $unit }, halves to the even neighbour.
    }
}
expires = { $at ->
    [month-end] { $n } { $count ->
        [one] month
       *[other] months
    } after the end of the month of the credit
    [years-end] { $count ->
        [1] { $year ->
            [calendar] at the end of the year after the credit
           *[programme] at the end of the programme’s year after the credit
        }
       *[other] { $year ->
            [calendar] at the end of the year { $n } years after the credit
           *[programme] at the end of the programme’s year { $n } years after the credit
        }
    }
   *[year-end] { $year ->
        [calendar] at the end of the year in which it is { $n } { $count ->
            [one] month
           *[other] months
        } since the month of the credit
       *[programme] at the end of the programme’s year in which it is { $n } { $count ->
            [one] month
           *[other] months
        } since the month of the credit
    }
}
expires-never = never
currency-cap = { $period ->
    [month] from all accrual rules and boosts together, at most { $amount } a month; rewards of tasks and gifts are not counted
    [quarter] from all accrual rules and boosts together, at most { $amount } a quarter; rewards of tasks and gifts are not counted
    [half-year] from all accrual rules and boosts together, at most { $amount } every half-year; rewards of tasks and gifts are not counted
   *[year] from all accrual rules and boosts together, at most { $amount } a year; rewards of tasks and gifts are not counted
}
currency-expires = Expiry of { $currency }: { $expires }.
redeemable = { $form ->
    [yes] { $currency } can be redeemed; what was credited first is used first.
   *[no] { $currency } cannot be redeemed.
}
worth = { $unit } is worth { $money }

## Segments, tasks and campaigns
segment-when = To be in the group “{ $segment }”: { $condition }.
segment-when-list = To be in the group “{ $segment }”, { $joint }:
task-hidden = a hidden achievement
task-hidden-hint = A hidden achievement, revealed once it is unlocked.
task-when = { $count ->
    [1] To complete it: { $condition }.
   *[other] To complete it, in each of { $n } months in a row: { $condition }.
}
task-when-list = { $count ->
    [1] To complete it, { $joint }:
   *[other] To complete it, in each of { $n } months in a row, { $joint }:
}
task-repeat = { $period ->
    [once] Once for each customer.
    [month] At most once a month.
    [quarter] At most once a quarter.
    [half-year] At most once every half-year.
   *[year] At most once a year.
}
task-rewards = Reward: { $rewards }.
campaign-days = Days: { $days }.
campaign-for = Who takes part: { $condition }.
campaign-for-list = Who takes part, { $joint }:
campaign-for-all = Who takes part: everybody.
boost = During the campaign, “{ $earn }” { $times }
boost-cap = { $boost }; on the extra part, { $cap }.
boost-shared = In a month that the campaign covers only in part, the extra part counts by its days.
gift = A gift of { $amount }, once for each customer.
gift-when = A gift of { $amount }, once for each customer, in a month of the campaign in which the condition is met: { $condition }.
gift-when-list = A gift of { $amount }, once for each customer, in a month of the campaign that meets { $joint }:

## Benefits and rewards
extent-quota = { $period ->
    [month] { $n } a month
    [quarter] { $n } a quarter
    [half-year] { $n } every half-year
    [year] { $n } a year
   *[each-time] { $n } each time
}
extent-unlimited = unlimited
extent-amount = { $period ->
    [month] { $amount } a month
    [quarter] { $amount } a quarter
    [half-year] { $amount } every half-year
    [year] { $amount } a year
   *[each-time] { $amount } each time
}
extent-included = included
use-worth = { $money } a use
benefit-all = For every tier.
grant-withdrawn = no longer included
granted-to-nobody = No tier has it at present.
benefit-when = Condition: { $condition }.
benefit-when-list = Condition: { $joint }:
benefit-valid = Available: { $validity }.
benefit-pool = One of “{ $pool }”: to be chosen first.
pick = { $period ->
    [month] { $n } of your choice a month
    [quarter] { $n } of your choice a quarter
    [half-year] { $n } of your choice every half-year
    [year] { $n } of your choice a year
   *[each-time] { $n } of your choice
}
price-and-cash = { $price } + { $cash }
reward-valid = Available: { $validity }.

## Results
review = { $outcome ->
    [rise] { $form ->
        [hold] Rises to { $next } from { $from }, held to the end of { $until }.
       *[plain] Rises to { $next } from { $from }.
    }
    [held] { $tier } is held to the end of { $until }.
    [kept] { $form ->
        [base] Stays { $tier }.
        [hold] The conditions are met: stays { $tier }, held to the end of { $until }.
       *[plain] The conditions are met: stays { $tier }.
    }
    [grace] The conditions are not met ({ $n } { $count ->
        [one] review
       *[other] reviews in a row
    }); stays { $tier } in the grace period.
   *[fall] { $form ->
        [hold] The conditions are not met: goes down to { $next } from { $from }, held to the end of { $until }.
       *[plain] The conditions are not met: goes down to { $next } from { $from }.
    }
}
error-insufficient = In { $month }, more was to be redeemed than is held: { $shortfall } are missing.
error-not-redeemable = In { $month }, { $currency } was to be redeemed, which is not possible.
error-customer = The values that were entered do not fit the programme’s rules. Please check them.
error-overflow = In { $month }, “{ $rule }” comes to a figure that is too large. Please check the values that were entered.

## Ways up
path-change = { $metric }: { $from } → { $to }
path-no-such-tier = The rules of the next 24 months have no such tier.
path-not-in-force = The conditions can be met, but another rule keeps this tier from being in force within 24 months.
path-fixed = It asks for { $condition }, which no change of assets or activity brings about, nor time alone within 24 months.
path-out-of-reach = It asks for { $condition }, which is out of reach within 24 months whatever changes.
path-not-together = { $conditions } can each be met, but not in one and the same month.
path-staying = { $form ->
    [falls] If nothing changes, { $tier } becomes { $to } in { $month }.
   *[stays] If nothing changes, the tier stays { $tier } or higher for the next 24 months.
}

## Explanations
why-figure = { $what }: { $value }
why-figure-in = { $what } in { $month }: { $value }
why-how = { $figure }; { $how }
why-actual = it is { $value }
why-months = { $from } to { $until }, each: { $value }
why-in-month = { $month }: { $text }
why-absent = not part of the rules of this month
why-seen = as explained above
why-deeper = not explained any further here
why-given = { $given ->
    [month] entered for this month
    [every] entered for all months
   *[not] not entered
}
why-pooled = the sum over the household:
why-own = The customer
why-member = Household member { $n }
why-cut = cut to the most that counts
why-average = { $how }; { $total } ÷ { $n }
why-average-days = { $how }; { $total } (each month × its days) ÷ { $n } days
why-before-start = { $form ->
    [skip] before the first month, left out
    [history] credited before the first month
   *[zero] before the first month, counts as 0
}
why-steps = { $form ->
    [row] reaches the step from { $from }
   *[below] below the first step, from { $from }
}
why-steps-next = { $how }; the next one, from { $from }, counts { $value }
why-no-date = no date was entered
why-condition = { $holds ->
    [yes] Met: { $condition }
   *[no] Not met: { $condition }
}
why-group = { $holds ->
    [yes] Met: { $joint }:
   *[no] Not met: { $joint }:
}
why-not = the following does not hold
why-achieved = { $form ->
    [before] achieved before the first month
    [month] achieved in { $month }
   *[not] not achieved so far
}
why-tier = in force: { $tier }
why-segment = { $holds ->
    [yes] The customer is in the segment “{ $segment }”
   *[no] The customer is not in the segment “{ $segment }”
}
why-task = { $holds ->
    [yes] { $task }: achieved in this month
   *[no] { $task }: not achieved in this month
}
why-streak = the condition has held in { $held } of { $n } months in a row
why-reward = Reward: { $value }
why-due = { $form ->
    [now] credited in this month
   *[later] to be credited in { $month }
}
why-nothing = { $because ->
    [not-in-force] not in force in this month ({ $validity })
    [not-the-end] { $period ->
        [quarter] worked out only in the last month of a quarter
        [half-year] worked out only in the last month of a half-year
       *[year] worked out only in the last month of a year
    }
    [condition] the condition is not met
    [audience] not for this customer
    [no-rule] “{ $earn }” is not worked out in this month
   *[given] already given in { $month }
}
why-gives = { $form ->
    [full] { $gives } for every full { $every } of { $metric }
   *[exact] { $gives } for every { $every } of { $metric }, in proportion
}
why-rate = { $basis ->
    [month] { $rate } of { $metric }
   *[year] a twelfth of { $rate } of { $metric }
}
why-bands = { $basis ->
    [month] by the bands of { $metric }
   *[year] a twelfth of the bands of { $metric }, { $whole }
}
why-band = { $rate } of { $part }
why-days = { $how }, for { $n } of { $of } days
why-fixed = a fixed amount
why-not-positive = { $metric } is not above 0, nothing is earned
why-times = { $times } for { $tier }
why-boost = the extra part at { $times }
why-rounded = { $round ->
    [down] rounded down to { $unit }
    [up] rounded up to { $unit }
   *[nearest] rounded to the nearest { $unit }
}
why-cap = { $form ->
    [cut] cut to the { $left } that were left of the cap: { $cap }
   *[within] within the { $left } that were left of the cap: { $cap }
}
why-cap-currency = { $form ->
    [cut] cut to the { $left } that were left of the cap over all rules: { $cap }
   *[within] within the { $left } that were left of the cap over all rules: { $cap }
}
why-gift = a gift
why-boost-of = more of “{ $earn }”
why-arrived = { $form ->
    [lost] earned in { $month } and lost, since the currency is no longer there
   *[credited] earned in { $month }, credited in this month
}
why-balance = Balance of { $currency }
why-opening = Balance before
why-credited = Credited
why-redeemed = Redeemed
why-expired = Expired
why-lot = { $form ->
    [expires] credited in { $month }, expires at the end of { $until }
   *[never] credited in { $month }, never expires
}
why-pending = { $currency } pending
why-delayed = earned in { $month }, to be credited in { $due }
why-benefit = { $holds ->
    [yes] { $benefit }: the customer has it
   *[no] { $benefit }: the customer does not have it
}
why-available = available in this month ({ $validity })
why-granted = { $tier } has it
why-in-force = { $since ->
    [opening] in force from the beginning
    [base] where everybody begins
    [review] by the review of { $month }:
   *[version] since the rules of this month have no { $before }
}
why-tier-in-force = Tier in force
why-review = Review at the end of { $month }. { $review }
why-no-review = No review in { $month }, the next is at the end of { $next }: stays { $tier }
why-qualify = { $form ->
    [base] Everybody qualifies for { $tier }
    [yes] Qualifies for { $tier }
   *[no] Does not qualify for { $tier }
}
why-keep = { $form ->
    [yes] Meets what keeps { $tier }
    [no] Does not meet what keeps { $tier }
   *[same] To keep { $tier }, one must qualify for it
}
