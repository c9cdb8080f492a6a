//! From lowered rules to the rule book: what its gate refuses is told at the place in the content.

use rulebook::{AnyId, Cycle, Ids, Invalid, MOST_BYTES, MOST_VERSIONS, NotARuleBook, RuleBook, Rules, Why};

use super::scope::Files;
use crate::content::Content;
use crate::diagnostics::{Diagnostic, Diagnostics, Location, Message};

/// The rule book, if the rules are fit for one.
pub(super) fn rule_book(
    rules: &Rules,
    files: &[Files<'_>],
    content: &Content,
    diagnostics: &mut Diagnostics,
) -> Option<RuleBook> {
    match RuleBook::new(rules.clone()) {
        Ok(book) => Some(book),
        Err(NotARuleBook::Cycle(cycle)) => {
            report_cycle(&cycle, &rules.ids, &files[cycle.version], diagnostics);
            None
        }
        Err(NotARuleBook::Invalid(invalid)) => {
            report_invalid(invalid, &rules.ids, files, content, diagnostics);
            // A cycle beside it is told in the same run.
            if let Err(cycle) = rules.check_order() {
                report_cycle(&cycle, &rules.ids, &files[cycle.version], diagnostics);
            }
            None
        }
    }
}

fn report_invalid(
    invalid: Invalid,
    ids: &Ids,
    files: &[Files<'_>],
    content: &Content,
    diagnostics: &mut Diagnostics,
) {
    let Invalid { version, rule, why } = invalid;
    let message = match why {
        Why::TooManyIds { kind, most } => Message::TooManyIds { kind: kind.into(), most: most.to_string() },
        Why::TooManyVersions => Message::TooManyVersions { most: MOST_VERSIONS.to_string() },
        Why::TooLarge => Message::RulesTooLarge { most: (MOST_BYTES >> 20).to_string() },
        // What a mistake left out is missing here, too: that is told already.
        _ if diagnostics.has_errors() => return,
        why => Message::InvalidRule { why: why.to_string() },
    };
    let declared = |rule: AnyId| {
        let id = ids.get(rule)?;
        let versions = version.and_then(|at| files.get(at..=at)).unwrap_or(files);
        versions.iter().find_map(|files| files.location(rule.kind().into(), id))
    };
    let overlay = || {
        let date = content.layers.get(version?)?.version?;
        Some(Location::file(format!("versions/{date}")))
    };
    let at = rule.and_then(declared).or_else(overlay).unwrap_or_else(|| Location::file("programme.toml"));
    diagnostics.push(Diagnostic::new(at, message));
}

fn report_cycle(cycle: &Cycle, ids: &Ids, files: &Files<'_>, diagnostics: &mut Diagnostics) {
    let way: Vec<String> = cycle.way.iter().map(|member| member.display(ids).to_string()).collect();
    let location = |member: &AnyId| files.location(member.kind().into(), ids.name(*member));
    let mut locations = cycle.way.iter().filter_map(location);
    let at = locations.next().unwrap_or_else(|| Location::file("metrics.toml"));
    let mut diagnostic = Diagnostic::new(at, Message::Cycle { way: way.join(" → ") });
    for location in locations.take(cycle.way.len().saturating_sub(2)) {
        diagnostic = diagnostic.related(location);
    }
    diagnostics.push(diagnostic);
}
