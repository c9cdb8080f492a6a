# What is wrong with a content folder, in words. Each message is one sentence that stands alone; its `hint` says what
# to do. The arguments are those of `Message`, as strings.

error = error
warning = warning
help = help
note = see also
why = why
nearest = Did you mean “{ $nearest }”?
summary = { $errors ->
        [0] { warnings }.
       *[other] { $warnings ->
            [0] { errors }.
           *[other] { errors } and { warnings }.
        }
    }
errors = { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }
warnings = { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }

## Names of kinds and of values, for the messages below

kind-name = { $kind ->
        [programme] programme
        [metric] metric
        [currency] currency
        [category] category
        [earn] earn rule
        [pool] pool
        [term] term
        [tier] tier
        [benefit] benefit
        [task] task
        [campaign] campaign
        [reward] reward
        [segment] segment
        [partner] partner
        [faq] question
        [news] notice
        [page] page
        [example] example
       *[other] { $kind }
    }
found-name = { $found ->
        [string] a text in quotation marks
        [number] a number
        [boolean] “true” or “false”
        [date] a date
        [null] an empty value (null)
        [array] a list
        [table] a table
       *[other] { $found }
    }
expected-name = { $expected ->
        [string] a text in quotation marks
        [number] a number
        [boolean] “true” or “false”
        [date] a date
        [null] an empty value (null)
        [array] a list
        [table] a table
        [decimal] a number
        [whole] a whole number
        [month] a month
        [choice] one of a few words
        [condition] a condition
        [colour] a colour
        [hold] the length of a hold
        [part] a metric or a table with its weight
        [step-row] a pair of threshold and value
        [past-amount] a pair of month and amount
        [amount-or-table] an amount or a table of amounts by tier
        [quota] a number of uses or “unlimited”
        [value] a value
        [metric] the id of a metric
        [currency] the id of a currency
        [category] the id of a category
        [earn] the id of an earn rule
        [pool] the id of a pool
        [tier] the id of a tier
        [benefit] the id of a benefit
        [task] the id of a task
        [segment] the id of a segment
        [partner] the id of a partner
       *[other] { $expected }
    }

## Files

missing-file = “{ $path }” is missing.
    .hint = A programme needs programme.toml, metrics.toml and at least one file in tiers/.
unreadable-text = { $problem ->
        [too-large] The file is larger than 16 MiB.
       *[not-utf8] The file is not UTF-8 text from here on.
    }
    .hint = { $problem ->
        [too-large] Split it into several files; images and downloads belong in assets/.
       *[not-utf8] Save it again with the encoding UTF-8; images and downloads belong in assets/.
    }
stray-file = “{ $path }” is not part of the programme and is ignored.
    .hint = Images and downloads belong in assets/; a file that is no longer needed can be deleted.
link-outside = The link “{ $path }” leads out of the content folder, in a circle or nowhere.
    .hint = Put a copy of the file in its place.
bad-id = “{ $id }” cannot be an id.
    .hint = An id has lower-case letters, digits and hyphens and starts with a letter, such as airport-lounge.
duplicate-id = There are two entries of the kind { kind-name } with the id “{ $id }”.
    .hint = An id is unique within its kind, whatever the folder: rename one of the two.
bad-version-folder = “{ $name }” is not the name of a version folder.
    .hint = A version starts on the first day of a month and is named by that day, such as versions/2027-01-01/.
version-not-after-base = The version of { $version } does not come after the programme’s first day, { $effective }.
    .hint = A version changes rules that are already in force; until then, edit the base files themselves.
nothing-to-remove = There is no earlier “{ $path }” that could be removed.
    .hint = Give this file the path of the file to be removed, or delete it.
removed-with-more = “{ $key }” cannot stand in a file that removes an earlier one.
    .hint = “removed = true” stands alone; to change the file instead of removing it, leave out “removed”.
removed-in-base = “removed” has no meaning outside a version folder.
    .hint = Delete the file, or move it to versions/YYYY-MM-01/ with the month from which it is to be gone.
orphan-translation = “{ $path }”, of which this is the translation, does not exist.
    .hint = A translation stands beside its original and is named like it, with the language before the ending: gold.md, gold.en.md.
rule-in-translation = “{ $key }” does not belong in a translation.
    .hint = A translation holds words only; numbers and rules stand once, in the original.
untranslated = “{ $path }” is not translated into “{ $locale }”; the words of the default language are shown instead.
    .hint = Put a file beside it that holds the words, named with the language before the ending.

## Syntax

no-front-matter = The file does not start with a line of three plus signs, “+++”.
    .hint = A Markdown file starts with its settings between two lines of “+++”; the text follows after the second.
open-front-matter = The settings that start here are never closed.
    .hint = Put a second line of “+++” between the settings and the text.
syntax = { $problem ->
        [open-bracket] The bracket that opens here is never closed.
        [stray-bracket] This bracket closes nothing.
        [open-text] The text that starts here has no closing quotation mark.
        [full-width] “{ $text }” has no meaning here: it is a character of a Chinese keyboard or of a word processor.
        [control] There is a character here that cannot be seen and must not be used.
        [unquoted] “{ $text }” needs quotation marks.
        [leading-zero] “{ $text }” starts with a zero.
        [boolean] “{ $text }” is neither “true” nor “false”.
        [colon] A colon stands here in the place of an equals sign.
        [no-equals] An equals sign and a value are missing here.
        [no-value] The value is missing here.
        [no-key] The name before the value is missing here.
        [bad-key] “{ $text }” cannot be part of a name.
        [missing-comma] A comma is missing here.
        [extra-comma] There is a comma too many here.
        [rest-of-line] Nothing more can stand here after the value.
        [table-twice] “{ $text }” has a value already and cannot be given keys of its own.
        [escape] The backslash before this begins nothing that is known.
        [comment] There are no comments in JSON.
       *[other] This cannot be read: { $text }.
    }
    .hint = { $problem ->
        [open-bracket] Each [ needs a ], each { "{" } needs a { "}" }.
        [stray-bracket] Delete it, or put the bracket that opens it in its place.
        [open-text] Put a straight quotation mark at its end: "…".
        [full-width] Switch to English input and type it again: " " for texts, and , = [ ] between them.
        [control] Delete it and type the line again.
        [unquoted] Texts stand in straight quotation marks, and so do numbers with %, 万 or 亿: "50万".
        [leading-zero] Write 12 rather than 012.
        [boolean] Write true or false, in small letters and without quotation marks.
        [colon] A line reads: key = value.
        [no-equals] A line reads: key = value.
        [no-value] Write the value after the equals sign, or delete the line.
        [no-key] A line reads: key = value.
        [bad-key] A name has letters, digits, hyphens and underscores.
        [missing-comma] Entries of a list or of a table in braces are separated by commas.
        [extra-comma] Delete it.
        [rest-of-line] One line has one value; a quotation mark inside a text is written \".
        [table-twice] Write all its keys in one place.
        [escape] Write a backslash as \\ and a quotation mark as \".
        [comment] Delete it, or write the customer as TOML.
       *[other] Check what stands before it: a bracket, a comma or a quotation mark may be missing.
    }
too-deep = Brackets or conditions are nested more than { $most } deep.
    .hint = Split the rule: a segment or a metric with “count” can hold part of it under a name of its own.
duplicate-key = “{ $key }” stands here for the second time.
    .hint = Keep one of the two.

## Shapes

unknown-key = “{ $key }” is not known here.
    .hint = Known here: { $known }.
missing-key = “{ $key }” is missing.
    .hint = It has no default and must be given.
missing-name = “{ $id }” has no “{ $key }”; its id is shown instead.
    .hint = Add “{ $key } = "…"”.
wrong-type = Here { expected-name } is expected, not { found-name }.
    .hint = { $expected ->
        [string] Put it in straight quotation marks: "…".
        [boolean] Write true or false, without quotation marks.
        [date] Write year, month and day without quotation marks: 2026-03-01.
        [array] Put it in square brackets, even a single entry: ["app"].
        [table] A table is a section such as [tiers.gold], or keys in braces: { "{ gold = 2 }" }.
        [decimal] Write it as 5000, 0.85, "20%" or "50万".
        [whole] Write digits only: 12.
        [condition] A condition stands in braces: { "{ metric = \"aum\", at_least = \"50万\" }" }.
        [part] Write a metric’s id, "funds", or { "{ metric = \"funds\", weight = \"0.8\" }" }.
        [step-row] Write the threshold and its value in square brackets: ["5万", 30].
        [past-amount] Write the month and the amount in square brackets: ["2025-11", 300].
        [amount-or-table] Write one amount, 5000, or amounts by tier: { "{ gold = 5000, diamond = 8000 }" }.
        [quota] Write a number, 2, or "unlimited".
       *[other] It should be { expected-name }.
    }
bad-decimal = { $problem ->
        [separator] “{ $text }” is not a number: it has a separator between its digits.
        [point] “{ $text }” is not a number: the decimal point needs digits on both sides.
        [exponent] “{ $text }” is written with an exponent.
        [not-finite] “{ $text }” is not a number that can be reckoned with.
        [radix] “{ $text }” is not written in decimal digits.
        [too-precise] “{ $text }” has too many decimals.
        [too-large] “{ $text }” is too large.
       *[malformed] “{ $text }” is not a number.
    }
    .hint = { $problem ->
        [separator] Leave the separator out, or use underscores: 1000, 1_000, "50万".
        [point] Write 0.5 rather than .5, and 5 rather than 5. with nothing after the point.
        [exponent] Write the number out: 1000 rather than 1e3.
        [not-finite] Where there is no limit, leave the key out.
        [radix] Write the number in decimal digits: 255 rather than 0xff.
        [too-precise] At most 6 decimals are kept, or 8 in the value of a percentage.
        [too-large] The largest amount is 1 000 000 000 000 000 (10^15), above or below zero.
       *[malformed] Write it as 5000, 0.85, "20%" or "50万".
    }
bad-choice = “{ $text }” is not one of the words that can stand here.
    .hint = Possible are { $known }.
out-of-bounds = { $text } is out of bounds: { $bounds } is expected.
bad-date = “{ $text }” is not a day of the calendar.
    .hint = Write year, month and day, without a time: 2026-03-01.
bad-month = “{ $text }” is not a month.
    .hint = Write year and month in quotation marks: "2026-03".
bad-colour = “{ $text }” is not a colour.
    .hint = Write a number sign and six hexadecimal digits: "#c9a227".
bad-currency-code = “{ $text }” is not the code of a currency.
    .hint = Write the three capital letters of ISO 4217, such as "CNY", "HKD" or "USD".
bad-locale = “{ $text }” is not a language.
    .hint = Write language and region, such as "zh-CN", "zh-TW" or "en".
bad-time-zone = “{ $text }” is not a time zone.
    .hint = Write its name in the IANA list, such as "Asia/Shanghai".
bad-url = “{ $text }” is not a web address.
    .hint = Write it in full: "https://example.com/".
bad-hold = “{ $text }” is not the length of a hold.
    .hint = Possible are "none", "1 month", "2 months" to "120 months", "year-end" and "next year-end".
bad-alias = “{ $text }” cannot be a former address.
    .hint = Write the path on this site, without a slash at the start: "old/address".
alias-taken = The address “{ $text }” belongs to another page already.
    .hint = An address leads to one page only.
empty = “{ $key }” must not be empty.
    .hint = Put at least one entry in it, or leave the key out.
one-of = Exactly one of { $keys } must stand here.
    .hint = Keep the one that is meant.
not-together = “{ $key }” cannot stand together with “{ $other }”.
    .hint = Leave out one of the two.
needs-other = “{ $key }” means nothing without “{ $other }”.
    .hint = Add “{ $other }”, or leave out “{ $key }”.

## References

unknown-id = There is no { kind-name } “{ $id }”.
    .hint = Use the id – the file’s name without its ending, or the name in square brackets – not the name that is shown.
not-in-version = There is no { kind-name } “{ $id }” in the version of { $version }.
    .hint = Rules of a version can name only what is in force in it: put it back, or change the rule in that version too.
unknown-reference = “{ $reference }” does not refer to anything in this programme.
    .hint = A live value names a kind and an id, such as { "{{ tier.gold }}" } or { "{{ benefit.lounge.gold }}" }.
open-reference = The live value that starts here is never closed.
    .hint = Close it on the same line: { "{{ tier.gold }}" }.
broken-link = The link “{ $target }” leads nowhere.
    .hint = Link to another page by a live value, such as { "{{ benefit.lounge }}" }, and to a file by its path in assets/.
path-outside = “{ $path }” leads out of the content folder.
    .hint = Put the file in assets/ and give its path from there.
script-link = The link “{ $target }” runs a script and is removed.
    .hint = Link to a page or a file instead.

## Programme and versions

bad-format = “{ $found }” is not a format of this generator.
    .hint = Write format = 1.
not-first-of-month = { $date } is not the first day of a month.
    .hint = Rules come into force with a month: write its first day, such as 2026-03-01.
locale-not-listed = “{ $locale }” is not one of the programme’s languages.
    .hint = Add it to “locales” in programme.toml.
translation-not-listed = This file is in “{ $locale }”, which is not one of the programme’s languages; it is left out.
    .hint = Add the language to “locales” in programme.toml, or delete the file.
duplicate-entry = “{ $text }” stands in this list for the second time.
    .hint = Keep one of the two.
effective-not-version = The first day { $date } differs from the date of the version’s folder, { $version }.
    .hint = Write effective = { $version }, or rename the folder.
year-starts-changed = “year_starts” differs from that of the base rules, { $base }.
    .hint = The programme’s year starts in the same month in all versions.
currency-changed = “currency” differs from that of the base rules, { $base }.
    .hint = A programme has the same money in all versions.

## Rules

metric-source = A metric has exactly one source: { $keys }.
    .hint = Say with one key where its values come from.
not-a-number = The metric “{ $metric }” is not a number.
    .hint = Flags and dates cannot be reckoned with here; a condition on a flag reads { "{ metric = \"payroll\", is = true }" }.
not-a-flag = The metric “{ $metric }” is not a flag.
    .hint = “is” asks for yes or no; compare a number with at_least, above, at_most or below.
not-a-date-fact = The metric “{ $metric }” is not a date.
    .hint = “since” counts the months from an input with input = "fact" and unit = "date".
date-has-no-sum = The metric “{ $metric }” is a date and cannot be added up or compared.
    .hint = Make a metric with “since” of it, which counts the months, and use that.
unit-of-inputs = The unit “{ $unit }” is for inputs only.
    .hint = Leave “unit” out, or choose "money", "count", "months" or "years".
unit-of-facts = The unit “date” is for standing facts only.
    .hint = Write input = "fact" beside it.
not-poolable = The metric “{ $metric }” cannot be added up over a household.
    .hint = Only inputs that are numbers can; what is derived from them follows by itself.
circle = This goes round in a circle: { $way }.
    .hint = Something on the way must be worked out without the others; a window with lag = 1 looks at the month before.
too-many-ids = There are more than { $most } entries of the kind { kind-name } over all versions.
    .hint = So many the simulator can read: remove what is no longer in force, or divide the programme in two.
too-many-versions = There are more than { $most } versions.
    .hint = So many the simulator can read: put the oldest overlays into the base files.
rules-too-large = The rules of all versions together are larger than { $most } MiB, which the simulator does not read.
    .hint = Remove versions that are past, or divide the programme in two.
invalid-rule = This rule cannot be evaluated: { $why }.
    .hint = The checks should have said so in other words: please report this as a mistake of site-gen.
condition-kind = A condition must ask exactly one thing.
    .hint = One of metric, segment, task, tier, all, any, not, or at_least_of with among; join several in { "{ all = [ … ] }" }.
bounds = A condition on a metric needs one or two bounds, or “is”.
    .hint = Bounds are at_least, above, at_most and below; a flag is asked for with is = true or is = false.
always-holds = This condition always holds.
    .hint = Leave it out if that is meant.
never-holds = This condition can never hold.
    .hint = Check the list and the number of conditions asked for.
no-base-tier = The lowest tier, “{ $tier }”, must not have “qualify”.
    .hint = The tier with the lowest rank is the base tier, which everybody is in.
second-base-tier = “{ $tier }” needs “qualify”, since the base tier is “{ $base }”.
    .hint = Only the tier with the lowest rank, which everybody is in, has no “qualify”.
base-tier-hold = The base tier “{ $tier }” cannot have “hold”.
    .hint = Nobody falls out of the base tier, so there is nothing to hold.
duplicate-rank = The rank { $rank } is taken by “{ $other }” already.
    .hint = Each tier has a rank of its own.
tier-by-tier = A tier cannot be made to depend on tiers: { $way }.
    .hint = “qualify” and “keep” ask for metrics, segments and tasks that do not themselves ask for a tier.
no-currency = There is no currency for this.
    .hint = Name one with “currency”, or add one to currencies.toml.
not-ascending = { $value } is not above the value before it.
    .hint = Put the rows in ascending order, no value twice.
bands-from-zero = The first band must start from 0.
    .hint = Write from = 0; a band in which nothing is earned has rate = 0.
too-many-decimals = { $amount } has more decimals than “{ $currency }” has: { $decimals }.
    .hint = Round the amount, or raise “decimals” of the currency in currencies.toml.
ends-before-start = The end, { $to }, comes before the start, { $from }.
    .hint = “to” is the last day and may be the same as “from”.
phase-outside = A phase must lie within its campaign, { $from } to { $to }.
    .hint = Change the dates of the phase or those of the campaign.
not-redeemable-price = The price is in “{ $currency }”, which cannot be redeemed.
    .hint = Name another “currency”, or write redeemable = true for it in currencies.toml.

## Customers

not-an-input = The metric “{ $metric }” is worked out and cannot be entered.
    .hint = Enter the inputs that it is worked out from.
too-many-members = { $members } other members are more than the household may have: { $most } with the customer included.
    .hint = Leave some out, or raise “members” under [household] in programme.toml.
no-household = The programme adds nothing up over a household, so there can be no members.
    .hint = Leave “members” out, or add [household] to programme.toml.
not-pooled = The metric “{ $metric }” is not added up over the household.
    .hint = Members have only the metrics that “pool” under [household] names.
not-before-start = { $month } does not come before the start, { $start }.
    .hint = Opening balances and earlier credits are of months before the start.
expired-lot = What was earned in { $month } had expired at the end of { $end }, before the start.
    .hint = Leave it out, or give the month in which it was really earned.
held-without-tier = “held_until” needs a “tier” above the base tier.
    .hint = Add the “tier” that is held, or leave “held_until” out.
outside-run = { $month } is outside the months of the run and changes nothing.
    .hint = The run begins with “start” and has as many months as “months” says.
not-a-balance = “{ $id }” is not a balance that the customer enters.
    .hint = The planner raises a balance: an input metric with input = "balance".
day-outside = The day is before the customer’s first month, or more than ten years after it.
    .hint = “start” in the customer’s file is the first month; the day is in it or later.
average-negative = An average cannot be below 0.
    .hint = Give the average daily balance from the first of the month to the day, that day included.

## Worked examples

example-differs = { $what } comes to { $found }, not { $expected } as the example expects.
    .hint = Correct the rule if the example is right, or the example if the rule is.
example-fails = The example cannot be worked out: { $error }.
    .hint = Make the amounts or the multipliers smaller.
not-in-run = { $month } is outside the months of the run.
    .hint = These begin with “start”, and are as many as “months” says.
