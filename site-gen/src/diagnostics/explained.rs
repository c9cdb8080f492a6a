//! The beginning of a figure's explanation, for a worked example that expects another figure.

use std::sync::Arc;

use rulebook::Rules;
use rulebook::explain::Step;
use words::{Language, Names, Reason, Speaker};

/// So far down an explanation goes below a mistake; `site-gen explain` tells the rest.
const LEVELS: usize = 4;

/// So many lines at most.
const LINES: usize = 14;

/// An explanation that is said in the reader's language. Things are called by their ids, as their author wrote them.
#[derive(Clone, Debug)]
pub struct Explained {
    rules: Arc<Rules>,
    step: Step,
}

impl Explained {
    /// A step of an evaluation under some rules.
    pub fn new(rules: Arc<Rules>, step: Step) -> Self {
        Self { rules, step }
    }

    /// Its first lines, indented.
    pub fn lines(&self, language: &str) -> Vec<String> {
        let (language, names) = (Language::of(language), Names::default());
        let speaker = Speaker::new(&language, &self.rules, &names);
        let mut lines = Vec::new();
        speaker
            .reasons(std::slice::from_ref(&self.step))
            .iter()
            .for_each(|reason| add(&mut lines, reason, 0));
        if lines.len() > LINES {
            lines.truncate(LINES);
            lines.push("…".to_owned());
        }
        lines
    }
}

impl PartialEq for Explained {
    /// The rules are those of the one programme that is looked at.
    fn eq(&self, other: &Self) -> bool {
        self.step == other.step
    }
}

impl Eq for Explained {}

fn add(lines: &mut Vec<String>, reason: &Reason, level: usize) {
    let is_cut = level + 1 == LEVELS && !reason.parts.is_empty();
    lines.push(format!("{}{}{}", "  ".repeat(level), reason.text, if is_cut { " …" } else { "" }));
    if !is_cut {
        reason.parts.iter().for_each(|part| add(lines, part, level + 1));
    }
}
