//! The least whole number at which something holds, found with few questions.

/// The least distance from 0 to `span` at which something holds; none if it does at none that is tried. What holds
/// somewhere is taken to hold further on, except at the very end.
///
/// The answer to a question says whether it holds there and, where that can be measured, how far off it is: below 0
/// where it does not hold, nearer to 0 the nearer it is. Figures mostly grow in a straight line, so that three or four
/// questions are enough.
pub(crate) fn least(span: i64, at: &mut impl FnMut(i64) -> (bool, Option<i128>)) -> Option<i64> {
    let (holds, gap) = at(0);
    if holds {
        return Some(0);
    }
    if span <= 0 {
        return None;
    }
    let mut bracket = Bracket { low: (0, gap), before: None, high: span };
    let (holds, end) = at(span);
    if !holds {
        // What is nearer at the end, and still not there, grows too slowly.
        if gap.is_some() && end > gap {
            return None;
        }
        bracket.double(span, at)?;
    }
    bracket.narrow(at);
    Some(bracket.high)
}

/// The least at which something holds that holds at `now`, and holds on from there. It is looked for near `now` first,
/// where it mostly is.
pub(super) fn least_below(now: i64, holds: &mut impl FnMut(i64) -> bool) -> i64 {
    let (mut low, mut high, mut back) = (-1, now, 1);
    while high > 0 && low < 0 {
        let next = (now - back).max(0);
        if holds(next) {
            high = next;
            back *= 2;
        } else {
            low = next;
        }
    }
    while high - low > 1 {
        let middle = i64::midpoint(low, high);
        if holds(middle) { high = middle } else { low = middle }
    }
    high
}

struct Bracket {
    /// The furthest at which it does not hold, and how far off it is there.
    low: (i64, Option<i128>),
    /// The one before that.
    before: Option<(i64, Option<i128>)>,
    /// The nearest at which it holds.
    high: i64,
}

impl Bracket {
    /// Too far may be as bad as too near: looks for the first doubling that is neither.
    fn double(&mut self, span: i64, at: &mut impl FnMut(i64) -> (bool, Option<i128>)) -> Option<()> {
        let mut distance = 1;
        while distance < span {
            let (holds, gap) = at(distance);
            if holds {
                self.high = distance;
                return Some(());
            }
            self.fails(distance, gap);
            distance = distance.checked_mul(2)?;
        }
        None
    }

    fn narrow(&mut self, at: &mut impl FnMut(i64) -> (bool, Option<i128>)) {
        let mut tries = 0_u32;
        let mut guessed = false;
        while self.high - self.low.0 > 1 {
            // After a good guess its neighbour; every third time the middle, so that bad guesses cost little.
            let guess = match tries % 3 {
                _ if guessed => Some(self.high - 1),
                2 => None,
                _ => self.extrapolated(),
            };
            let next = guess.unwrap_or(self.middle()).clamp(self.low.0 + 1, self.high - 1);
            let (holds, gap) = at(next);
            if holds {
                guessed = guess.is_some() && !guessed;
                self.high = next;
            } else {
                guessed = false;
                self.fails(next, gap);
            }
            tries += 1;
        }
    }

    /// The middle; while the ends differ much in size, that of their sizes, since few steps are as likely as many.
    fn middle(&self) -> i64 {
        let (low, high) = (self.low.0.max(1), self.high);
        if low < high / 4 {
            i64::try_from((i128::from(low) * i128::from(high)).isqrt()).unwrap_or(high)
        } else {
            i64::midpoint(low, high)
        }
    }

    fn fails(&mut self, distance: i64, gap: Option<i128>) {
        self.before = Some(self.low);
        self.low = (distance, gap);
    }

    /// Where the line through the last two reaches 0; the next one while there is but one.
    fn extrapolated(&self) -> Option<i64> {
        let now = self.low.1?;
        let Some((place, gap)) = self.before else { return Some(self.low.0 + 1) };
        let rise = now.checked_sub(gap?).filter(|rise| *rise > 0)?;
        let further = now.checked_neg()?.checked_mul(i128::from(self.low.0 - place))?;
        let further = further / rise + i128::from(further % rise != 0);
        i64::try_from(i128::from(self.low.0).checked_add(further)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn questions(span: i64, mut gap: impl FnMut(i64) -> i128) -> (Option<i64>, u32) {
        let mut asked = 0;
        let found = least(span, &mut |distance| {
            asked += 1;
            (gap(distance) >= 0, Some(gap(distance)))
        });
        (found, asked)
    }

    #[test]
    fn a_straight_line_takes_few_questions() {
        let (found, asked) = questions(100_000_000_000, |distance| i128::from(distance) * 7 - 12_345_678_901);
        assert_eq!(found, Some(1_763_668_415));
        assert!(asked <= 8, "{asked} questions");
    }

    #[test]
    fn a_kinked_line_and_a_step_are_found_exactly() {
        let kinked = |distance: i64| i128::from(distance.min(1000)) / 3 + i128::from(distance) / 50 - 777;
        for gap in [&kinked as &dyn Fn(i64) -> i128, &|distance| if distance < 70_707 { -1 } else { 5 }] {
            let (found, asked) = questions(1_000_000_000, gap);
            let first = (0..100_000).find(|&distance| gap(distance) >= 0);
            assert_eq!(found, first);
            assert!(asked < 60, "{asked} questions");
        }
    }

    #[test]
    fn what_holds_already_is_taken_back_to_where_it_begins() {
        for begin in [0, 1, 17, 99, 100] {
            let mut asked = 0;
            let found = least_below(100, &mut |distance| {
                asked += 1;
                distance >= begin
            });
            assert_eq!(found, begin);
            assert!(asked <= 14, "{asked} questions");
        }
        assert_eq!(least_below(0, &mut |_| true), 0);
    }

    #[test]
    fn what_holds_only_between_two_ends_is_found() {
        let (found, _) = questions(1_000_000, |distance| if (100..200).contains(&distance) { 0 } else { -1 });
        assert_eq!(found, Some(100));
        assert_eq!(questions(1_000_000, |_| -1).0, None);
        assert_eq!(questions(0, |_| -1).0, None);
        assert_eq!(questions(0, |_| 0).0, Some(0));
    }
}
