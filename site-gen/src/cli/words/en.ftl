# What the command line says, beside diagnostics. Paths, counts and times come in as texts.

failure = error: { $what }
warning = warning: { $what }

## Progress
step-read = Reading { $path } …
step-render = Rendering …
step-publish = Publishing to { $path } …

## Results
built = { $out }: { $pages } in { $files } ({ $written } written, { $unchanged } unchanged, { $removed } removed), as of { $today }, in { $took } s
checked = No errors: { $files } checked in { $took } s
pages = { $count ->
    [one] { $n } page
   *[other] { $n } pages
}
files = { $count ->
    [one] { $n } file
   *[other] { $n } files
}
no-app = this site-gen was built without the simulator; its page will not work

## A customer's months
run = { $programme }, { $from } to { $to }
month = Month
tier = Tier
reviewed = Review at the end of the month
source = Credited for
amount = Amount
currency = Currency
earned = Credited
pending = Pending
redeemed = Redeemed
expired = Expired
balance = Balance
task = Task
credits = What was credited
accounts = What is held
tasks-done = Tasks achieved
benefits-of = Benefits in { $month }

## Serving
serving = Serving on { $url } – Ctrl-C ends it
ready = Built in { $took } s ({ $files })
not-ready = Not built (tried for { $took } s). It is tried again when a file changes
port-taken = Port { $port } is taken
unwatched = changes in { $path } may go unnoticed: { $problem }
no-port = cannot serve on port { $port }: { $problem }
no-watch = cannot watch for changes: { $problem }
no-server = cannot start the server: { $problem }

## A new programme
begun = { $path }: a small programme in { $files }. From here on:
next-serve = see the site while you edit
next-check = find every mistake
next-build = publish the site into the folder site
not-empty = { $path } is not empty; choose a new or an empty folder
unwritable = { $path } cannot be written: { $problem }

## Input and output
unreadable = { $path } cannot be read: { $problem }
no-content = there is no folder { $path }. Name the content folder with --content, or start one with “site-gen init { $path }”
content-is-here = there is no folder { $path }. This folder is itself a programme: add --content .
no-locale = the programme has no language “{ $locale }”. It has: { $known }
no-theme = there is no theme “{ $theme }”. There is: { $known }
no-theme-folder = there is no folder { $path }
not-a-theme = { $path } is not a theme: it has none of { $parts }
template = the theme has a mistake: { $problem }
template-at = the theme has a mistake in { $place }: { $problem }

out-refused = cannot publish into { $out }: { $why }
out-not-ours = it holds files that were not made by site-gen. Choose an empty folder, or empty this one
out-repository = it holds a “.git” of its own, which would be lost. Choose another folder and copy the site from there
out-is-source = it is the folder { $source } that the site is made from
out-inside-source = it lies inside { $source }, which the site is made from
out-around-source = { $source }, which the site is made from, lies inside it and would be lost
out-not-a-folder = { $path } is a file
out-link-to-nothing = it is a link to { $path }, which does not exist. Make that folder first
out-root = nothing can be prepared beside it. Choose a folder inside it

## Ways up
path-title = Ways to { $tier }, from { $from } on; the easiest first
path-none = There is no way to { $tier } within 24 months.
path-none-found = No way to { $tier } was found among those looked at.
path-partial = Not every combination was looked at: the rules leave too many of them.
path-nothing = Nothing need change: { $tier } or a higher tier is in force in { $month }.
path-more = { $count } more: --all
path-impossible = What no input can change:
path-keeps = What keeps the present tier:
path-keeps-impossible = What cannot keep it:
option = No.
change = Change
effort = Effort
in-force = In force from
lasts = At least until
lasts-long = for years
gain = Worth more a year

## The deposit planner
plan-title = To qualify for { $tier } with { $metric }, after { $day }
by = By the end of
keep = Keep from tomorrow on
deposit = Deposit today
plan-impossible = By the end of { $month } no balance is enough.
