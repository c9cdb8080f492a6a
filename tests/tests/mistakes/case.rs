//! A mistake, as `tests/mistakes/README.md` describes it.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use site_gen::diagnostics::{Diagnostic, Diagnostics, Severity, Sources};
use toml::Table;

use super::base::{self, Base, CUSTOMERS};
use super::shown;

/// A change of a programme and what must be said of it.
pub(crate) struct Case {
    pub(crate) name: String,
    changes: Vec<Change>,
    expected: Expected,
}

#[derive(Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    file: String,
    find: Option<String>,
    put: Option<String>,
    text: Option<String>,
    times: Option<usize>,
    bytes: Option<Vec<u8>>,
    #[serde(default)]
    delete: bool,
    rename: Option<String>,
    link: Option<String>,
    #[serde(default)]
    bom: bool,
    #[serde(default)]
    crlf: bool,
}

#[derive(Deserialize)]
struct Expected {
    code: String,
    at: Option<String>,
    nearest: Option<String>,
    #[serde(default)]
    warnings: Vec<String>,
}

/// The keys of [`Expected`].
const EXPECTED: [&str; 4] = ["code", "at", "nearest", "warnings"];

impl Case {
    /// All mistakes there are, by name.
    pub(crate) fn all() -> Vec<Self> {
        let root = base::folder();
        let kinds = entries(&root).into_iter().filter(|path| path.is_dir() && !path.ends_with("base"));
        let paths = kinds.flat_map(|kind| entries(&kind));
        let read = |path: std::path::PathBuf| {
            let name = path.strip_prefix(&root).expect("a path below").with_extension("");
            let text = fs::read_to_string(&path).expect("a mistake that can be read");
            Self::parse(name.to_str().expect("a name of ours"), &text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        paths.map(read).collect()
    }

    fn parse(name: &str, text: &str) -> Result<Self, toml::de::Error> {
        let mut change: Table = toml::from_str(text)?;
        let mut expected = Table::new();
        for key in EXPECTED {
            expected.extend(change.remove(key).map(|value| (key.to_owned(), value)));
        }
        let also: Vec<Change> = change.remove("also").map_or(Ok(Vec::new()), toml::Value::try_into)?;
        let mut changes = vec![change.try_into()?];
        changes.extend(also);
        Ok(Self { name: name.to_owned(), changes, expected: expected.try_into()? })
    }

    /// The code of the one error.
    pub(crate) fn code(&self) -> &str {
        &self.expected.code
    }

    /// Makes the mistake; where it must be shown, as `PATH:LINE:COLUMN` with or without `-LINE:COLUMN`.
    pub(crate) fn apply(&self, base: &mut Base) -> Result<String, String> {
        let mut marked = Vec::new();
        for change in &self.changes {
            marked.extend(change.apply(base)?);
        }
        match (&marked[..], &self.expected.at) {
            (_, Some(at)) => Ok(at.clone()),
            ([marked], None) => Ok(marked.clone()),
            _ => Err("one text must be marked, or `at` be given".to_owned()),
        }
    }

    /// Makes the mistake in a programme and compares what is said of it.
    pub(crate) fn check(&self, base: &Base) -> Result<(), String> {
        let mut base = base.clone();
        let at = self.apply(&mut base)?;
        let (found, sources) = self.told(&base);
        self.compare(&at, &found, &sources)
            .map_err(|why| format!("{why}\n{}", shown::plain(&found, &sources)))
    }

    /// What a person reads of it.
    pub(crate) fn shown(&self, base: &Base, language: &str) -> String {
        let mut base = base.clone();
        self.apply(&mut base).expect("a mistake that can be made");
        let (found, sources) = self.told(&base);
        shown::human(&found, &sources, language)
    }

    fn told(&self, base: &Base) -> (Diagnostics, Sources) {
        let file = self.changes[0].file.as_str();
        if CUSTOMERS.contains(&file) { base.check_customer(file) } else { base.check() }
    }

    fn compare(&self, at: &str, found: &Diagnostics, sources: &Sources) -> Result<(), String> {
        let is_told = |diagnostic: &&Diagnostic| diagnostic.message.code() == self.code();
        let (told, others): (Vec<_>, Vec<_>) = found.sorted().into_iter().partition(is_told);
        let [told] = told[..] else {
            return Err(format!("{} of {}", told.len(), self.code()));
        };
        if let Some(error) = others.iter().find(|other| other.severity() == Severity::Error) {
            return Err(format!("another error: {}", error.message.code()));
        }
        let warnings: Vec<_> = others.iter().map(|warning| warning.message.code()).collect();
        if warnings != self.expected.warnings {
            return Err(format!("warnings {warnings:?}"));
        }
        let (start, place) = (place(told, sources, false), place(told, sources, true));
        if at != start && at != place {
            return Err(format!("at {place}, not {at}"));
        }
        if told.nearest != self.expected.nearest {
            return Err(format!("nearest {:?}, not {:?}", told.nearest, self.expected.nearest));
        }
        Ok(())
    }
}

impl Change {
    /// Makes the change; where a text is marked in it.
    fn apply(&self, base: &mut Base) -> Result<Option<String>, String> {
        let Self { file, find, put, text, times, bytes, delete, rename, link, bom, crlf } = self;
        if let Some(target) = link {
            base.files.remove(file);
            base.links.insert(file.clone(), target.clone());
            return Ok(None);
        }
        if *delete || rename.is_some() {
            let old = base.files.remove(file).ok_or_else(|| format!("the base has no {file}"))?;
            if let Some(name) = rename {
                base.files.insert(name.clone(), old);
            }
            return Ok(None);
        }
        let whole = text.as_ref().map(|text| text.repeat(times.unwrap_or(1)).into_bytes());
        let mut new = match (find, whole) {
            (Some(find), None) => {
                let old = base.files.get(file).ok_or_else(|| format!("the base has no {file}"))?;
                let old = String::from_utf8_lossy(old).into_owned();
                if old.matches(find.as_str()).count() != 1 {
                    return Err(format!("{find:?} stands {} times in {file}", old.matches(find).count()));
                }
                let (before, after) = old.split_once(find.as_str()).expect("it stands there");
                let put = put.as_ref().map(|put| put.clone().into_bytes()).or_else(|| bytes.clone());
                [before.as_bytes(), &put.ok_or("nothing to put")?, after.as_bytes()].concat()
            }
            (None, Some(whole)) => whole,
            (None, None) if bytes.is_some() => bytes.clone().unwrap_or_default(),
            (None, None) => base.files[file].clone(),
            (Some(_), Some(_)) => return Err("both `find` and `text`".to_owned()),
        };
        if *crlf {
            new = String::from_utf8_lossy(&new).replace('\n', "\r\n").into_bytes();
        }
        let marked = take_marks(&mut new).map(|(start, end)| format!("{file}:{start}-{end}"));
        if *bom {
            new.splice(0..0, "\u{feff}".bytes());
        }
        base.files.insert(file.clone(), new);
        Ok(marked)
    }
}

/// Takes the marks out of a text; where the marked text begins and ends. Counted here by other means than in the
/// program.
fn take_marks(bytes: &mut Vec<u8>) -> Option<(String, String)> {
    let text = String::from_utf8(bytes.clone()).ok()?;
    let (before, rest) = text.split_once('⟦')?;
    let (marked, after) = rest.split_once('⟧').expect("a mark that is closed");
    let position = |text: &str| {
        let line = text.split('\n').count();
        let column = text.split('\n').next_back().map_or(0, |line| line.chars().count()) + 1;
        format!("{line}:{column}")
    };
    let (start, end) = (position(before), position(&format!("{before}{marked}")));
    *bytes = format!("{before}{marked}{after}").into_bytes();
    Some((start, end))
}

/// Where a mistake is shown, as `PATH:LINE:COLUMN`, with `-LINE:COLUMN` if its end is asked for.
pub(crate) fn place(found: &Diagnostic, sources: &Sources, with_end: bool) -> String {
    let at = &found.at;
    let (line, column) = sources.position(&at.file, at.span.start);
    let start = format!("{}:{line}:{column}", at.file);
    let (line, column) = sources.position(&at.file, at.span.end);
    if with_end { format!("{start}-{line}:{column}") } else { start }
}

fn entries(dir: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder that can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", dir.display());
    paths
}
