# The theme's own words. The programme's content (tiers, benefits, rules) comes from content/, not from here.
# All languages have the same keys. Numbers come in as counts only; amounts, rates and dates are texts already.

## The frame of a page
skip-link = Skip to content
menu = Menu
nav-main = Main
nav-crumbs = You are here
nav-language = Language
nav-toc = Contents
home = Home
theme-scheme = Colours
theme-scheme-auto = As the system
theme-scheme-light = Light
theme-scheme-dark = Dark
theme-type-large = Large
footer-version = Rules in force since { $date }
footer-next = The rules change on { $date }
footer-next-now = New rules apply since { $date }; this page shows the rules before
footer-next-link = See the change
footer-privacy-note = No trackers here, and nothing you enter in the simulator leaves your browser.

## Names of the kinds of page
kind-tiers = Tiers
kind-compare = Compare tiers
kind-benefits = Benefits
kind-points = Points
kind-rewards = Rewards mall
kind-tasks = Growth tasks
kind-campaigns = Campaigns
kind-segments = For you
kind-partners = Partners
kind-faq = Questions
kind-glossary = Glossary
kind-news = News
kind-terms = Terms
kind-simulator = Simulator
kind-not-found = Page not found

## Groups of the footer
group-programme = The programme
group-points = Points and campaigns
group-help = Help
group-about = About

## States
state-coming = Coming soon
state-running = On now
state-ended = Ended

## Layers of benefits
layer-basic = Basic
layer-advanced = Advanced
layer-exclusive = Exclusive

## Home
home-start = Find my tier
home-compare = Compare benefits
home-ladder = The tiers
home-ladder-lead = One way to each tier is shown here; any of a tier’s ways is enough.
home-categories = Benefits at a glance
home-highlights = Worth knowing
home-campaigns = Campaigns
home-points = How points are earned
home-points-more = How points work
home-stages = Your journey
home-stages-lead = Each stage has offers of its own.
home-segments = Made for you
home-news = News
home-questions = Common questions
all-tiers = All tiers
all-benefits = All benefits
all-campaigns = All campaigns
all-segments = All zones
all-news = All news
all-questions = All questions

## Tiers
tier-base = Every customer
tier-ways = Ways to qualify
tier-ways-any = Any one is enough
tier-ways-others = { $count ->
    [one] { $way }, or in { $count } other way
   *[other] { $way }, or in { $count } other ways
}
tier-benefits = { $count ->
    [one] { $count } benefit
   *[other] { $count } benefits
}
tier-qualify = How to qualify
tier-keep = How to stay
tier-open = Every customer is a member; there is nothing to apply for.
tier-grants = Your benefits
tier-raised = New or higher
tier-grants-all = { $count ->
    [one] { $count } benefit for this tier: see the category
   *[other] { $count } benefits for this tier: see the category
}
tier-multipliers = Points multipliers
tier-pools = Benefits of your choice
tier-rules = How tiers change
tier-details = In detail
tier-higher = Next tier up
tier-lower = Next tier down
tier-ladder = Place on the ladder
tiers-how = How tiers are decided
tiers-lead = What it takes to reach each tier, and what it brings.
tier-value = { $tiers }: { $value }
list-separator = { "; " }
fact-review = Review
fact-household = Household
fact-year = Programme year
fact-hold = Hold after rising or staying
fact-grace = Reviews that may be failed
fact-fall = If it is lost
compare-open = Compare benefits

## Comparison
compare-caption = Benefits by tier
compare-benefit = Benefit
compare-show = Show
compare-all = All tiers
compare-threshold = To qualify
compare-yes = Included
compare-none = Not included
compare-raised = More than the tier before
compare-notes = Notes
compare-lead = What each tier has of each benefit, side by side.
compare-categories = Compare by category
compare-title-category = Compare tiers: { $category }
compare-pool = “{ $pool }” is chosen from { $benefits }. { $picks }

## Benefits
benefit-everyone = Every customer
benefits-lead = What membership brings, by category.
benefit-line = { $benefit }: { $grant }
channel-app = Mobile app
channel-branch = Branch
channel-phone = By phone
channel-online = Online banking
channel-atm = Cash machine
channel-wechat = WeChat
channel-partner = At the partner
benefit-conditional = Conditions apply
benefit-all-tiers = The same for every tier, on the conditions below.
benefit-grants = What each tier has
benefit-tier = Tier
benefit-grant = Benefit
benefit-worth = Worth
benefit-none = Not included
benefit-condition = Who can have it
benefit-facts = Good to know
benefit-category = Category
benefit-channels = Where
benefit-partner = Provided by
benefit-when = Available
benefit-layer = Layer
benefit-pool = Benefit of your choice
benefit-pool-others = Choose among
benefit-details = About this benefit
benefit-questions = Questions
benefit-related = More like this
benefits-count = { $count ->
    [one] { $count } benefit
   *[other] { $count } benefits
}
category-none = More
benefits-all = { $count ->
    [one] { $count } benefit in all
   *[other] All { $count } benefits
}
pager = Pages
pager-previous = Previous page
pager-next = Next page
pager-here = Page { $page } of { $pages }
pager-title = { $title } – page { $page }

## Points
points-lead = How they are earned, what they buy and when they expire.
currency-worth = Worth
currency-worth-value = { $unit } = { $money }
currency-use = Use
currency-redeemable = Can be redeemed
currency-not-redeemable = Cannot be redeemed
currency-expiry = Expiry
points-earn = How to earn
points-spend = How to spend
points-rule = Rule
points-times = Multipliers by tier
points-cap = Cap
points-bands = Bands
points-condition = Condition
points-when = In force
points-rewards = What points buy
points-all-rewards = All rewards
points-tasks = Earn by tasks
points-all-tasks = All tasks
points-campaigns = Earn faster

## Rewards
rewards-lead = What you have earned can be redeemed here.
reward-price = Price
reward-prices = Member prices
reward-worth = Worth
reward-partner = Provided by

## Tasks
tasks-lead = What to do, and what you get for it.
task-rewards = You get
task-hidden = { $count ->
    [one] There is one more, hidden until you achieve it.
   *[other] There are { $count } more, hidden until you achieve them.
}

## Campaigns
campaigns-lead = What is on, what is coming and what has ended.
campaign-boost = { $earn } { $times }
campaign-gift = { $amount }, once for each customer
campaign-when = When
campaign-phases = Phases
campaign-audience = Who can take part
campaign-everyone = Every member.
campaign-boosts = Earn faster
campaign-gifts = Gifts
campaign-condition = Condition
campaign-cap = On the extra part: { $cap }
campaign-details = In detail
campaign-others = Other campaigns

## Zones
segments-stages = Your journey
segments-zones = Zones
segments-lead = Offers and rules for each stage and each kind of customer.
segment-rule = Who belongs here
segment-benefits = Benefits for you
segment-earn = Points for you
segment-tasks = Tasks for you
segment-campaigns = Campaigns for you
segment-details = In detail
segment-others = Other zones

## Partners
partner-site = Visit the site
partner-provides = Provides
partners-lead = Who stands behind the benefits and rewards.

## Questions, news
faq-lead = What customers ask, answered in short.
glossary-lead = What the words on this site mean.
news-feed = Subscribe with a feed reader
news-lead = Notices about rules, benefits and campaigns.
faq-about = About
notice-expired = This notice expired on { $date } and is kept for the record.
list-empty = Nothing here yet.

## Terms
terms-from = In force from { $date }
terms-versions = Versions
terms-version-current = Shown here
terms-print = Print
terms-title-from = Terms from { $date }
terms-title-benefits = Terms of benefits
terms-benefits-split = There are too many benefits for one page. Their terms are on these:
terms-benefits-page = Benefits { $first }–{ $last }
terms-applies = These are the rules of { $programme }, in force from { $date }.
terms-general = General
terms-tiers = Tiers
terms-metrics = How figures are measured
terms-segments = Groups of customers
terms-benefits = Benefits
terms-pools = Benefits of your choice
terms-pool-benefits = To choose from:
terms-currencies = Points and what else is earned
terms-earn = How it is earned
terms-tasks = Growth tasks
terms-hidden-tasks = { $count ->
    [one] There is one more task that is hidden: its name and rule are not told before it is achieved.
   *[other] There are { $count } more tasks that are hidden: their names and rules are not told before they are achieved.
}
terms-campaigns = Campaigns
terms-rewards = Rewards
terms-examples = Worked examples
terms-examples-lead = Computed from these very rules, and compared with what we say must come out each time the site is published.
example-given = The customer
example-source = Source:
example-months = Months
example-months-of = { $from } to { $to }
example-opening-tier = Tier at the start
example-held = { $tier }, held until { $until }
example-achieved = Achieved before
example-lots = Held at the start
example-earned-before = Credited before
example-past = { $amount } ({ $month })
example-member = Member of the household
example-input = { $metric } { $value }
example-redeem = { $amounts } redeemed
example-tier = Tier
example-next-tier = Tier of the next month
example-review = Review
example-segments = Groups
example-tasks = Tasks achieved
example-lines = Credits
example-line = { $source } { $amount }
example-earned = Credited
example-pending = Pending
example-redeemed = Redeemed
example-expired = Expired
example-balance = Balance at the end
example-benefits = Benefits
example-benefits-among = Benefits, among others
example-none = none
terms-see-examples = Examples:
terms-generated = These terms are generated from the rules themselves, the same that the pages and the simulator use.

## Simulator
simulator-lead = Enter your assets and activity to see your tier, points and benefits, and what is missing for the next tier.
simulator-privacy = What you enter is computed on this device. It is neither sent nor stored.
simulator-no-script = The simulator needs JavaScript and WebAssembly. All the rules are here as well:
simulator-rules = See the rules

## Not found
not-found-lead = There is no page at this address; it may have moved. You can go on from here:
redirect-moved = This page has moved to
