//! The sample programme, made large. The same shape always gives the same bytes.
//!
//! - `sample`: the files of the sample programme, and how many of each kind it has
//! - `benefits`: what generated benefits are called, grant and cost
//! - `prose`: what their pages say
//! - `rules`: generated metrics, earn rules, tiers, tasks and overlays
//! - `hugo`: the same catalogue as a Hugo site

mod benefits;
mod hugo;
mod prose;
mod rules;
mod sample;

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use sample::Sample;

/// The files of a folder: path with `/` → bytes.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How many of each kind the programme has, those of the sample programme included. Nothing is added where the sample
/// programme's own number stands (`None`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shape {
    /// Benefits, each with a page of about 2 KB of prose in Chinese and in English.
    pub benefits: Option<usize>,
    /// Metrics, each a sum over the one before.
    pub metrics: Option<usize>,
    /// Earn rules.
    pub earn: Option<usize>,
    /// Tiers, above those of the sample programme.
    pub tiers: Option<usize>,
    /// Growth tasks.
    pub tasks: Option<usize>,
    /// Overlays, one a month, each of which replaces a tier, a task and a benefit.
    pub overlays: Option<usize>,
}

/// The sample programme has more of a kind than are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooFew {
    kind: &'static str,
    asked: usize,
    own: usize,
}

impl fmt::Display for TooFew {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kind, asked, own } = self;
        write!(f, "{asked} {kind} are asked for, but the sample programme itself has {own}")
    }
}

impl std::error::Error for TooFew {}

/// The content folder of a programme of this shape.
pub fn programme(shape: &Shape) -> Result<Files, TooFew> {
    let sample = Sample::read();
    let mut files = sample.files.clone();
    let added = Added::of(shape, &sample)?;
    for number in 0..added.benefits {
        benefits::add(&mut files, number);
    }
    rules::add_metrics(&mut files, added.metrics);
    rules::add_earn(&mut files, added.earn);
    rules::add_tiers(&mut files, sample.tiers, added.tiers);
    rules::add_tasks(&mut files, added.tasks);
    rules::add_overlays(&mut files, &added);
    Ok(files)
}

/// A Hugo site of as many benefits as the programme of this shape has, with the tiers and categories of the sample
/// programme. The figures of its pages are worked out already, and live values are plain links.
pub fn hugo(shape: &Shape) -> Result<Files, TooFew> {
    let sample = Sample::read();
    Added::of(shape, &sample)?;
    Ok(hugo::site(&sample, shape.benefits.unwrap_or(sample.benefits)))
}

/// Writes files into a folder, which is emptied first.
pub fn write(files: &Files, folder: &Path) -> io::Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    for (path, bytes) in files {
        let path = folder.join(path);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, bytes)?;
    }
    Ok(())
}

/// How many of each kind are generated.
struct Added {
    benefits: usize,
    metrics: usize,
    earn: usize,
    tiers: usize,
    tasks: usize,
    overlays: usize,
}

impl Added {
    fn of(shape: &Shape, sample: &Sample) -> Result<Self, TooFew> {
        let added = |kind, asked: Option<usize>, own: usize| {
            let asked = asked.unwrap_or(own);
            asked.checked_sub(own).ok_or(TooFew { kind, asked, own })
        };
        Ok(Self {
            benefits: added("benefits", shape.benefits, sample.benefits)?,
            metrics: added("metrics", shape.metrics, sample.metrics)?,
            earn: added("earn rules", shape.earn, sample.earn)?,
            tiers: added("tiers", shape.tiers, sample.tiers)?,
            tasks: added("tasks", shape.tasks, sample.tasks)?,
            overlays: added("overlays", shape.overlays, sample.overlays)?,
        })
    }
}

/// A Markdown file with TOML front matter.
fn markdown(front: &str, body: &str) -> Vec<u8> {
    format!("+++\n{front}+++\n\n{body}").into_bytes()
}

/// Adds a text to a file that is there.
fn append(files: &mut Files, path: &str, text: &str) {
    let file = files.get_mut(path).unwrap_or_else(|| panic!("the sample programme has {path}"));
    file.extend_from_slice(text.as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_include_the_sample_programme() {
        let shape = Shape { benefits: Some(40), tiers: Some(9), overlays: Some(3), ..Shape::default() };
        let files = programme(&shape).unwrap();
        let count = |folder: &str| {
            let pages = files.keys().filter(|path| path.starts_with(folder));
            pages.filter(|path| !path.contains(".en.")).count()
        };
        assert_eq!((count("benefits/"), count("tiers/")), (40, 9));
        let months: std::collections::BTreeSet<_> =
            files.keys().filter_map(|path| path.strip_prefix("versions/")?.split('/').next()).collect();
        assert_eq!(months.len(), 3);
        assert_eq!(files, programme(&shape).unwrap());
    }

    #[test]
    fn a_smaller_programme_than_the_sample_is_refused() {
        let error = programme(&Shape { tiers: Some(2), ..Shape::default() }).unwrap_err();
        assert_eq!(error.to_string(), "2 tiers are asked for, but the sample programme itself has 5");
    }

    #[test]
    fn a_page_holds_about_two_kilobytes_of_prose_in_each_language() {
        let files = programme(&Shape { benefits: Some(60), ..Shape::default() }).unwrap();
        let generated = files.iter().filter(|(path, _)| path.contains("/scaled-"));
        let mut pages = 0;
        for (path, bytes) in generated {
            let text = std::str::from_utf8(bytes).unwrap();
            let body = text.rsplit_once("+++\n").unwrap().1;
            assert!((1800..2600).contains(&body.len()), "{path}: {}", body.len());
            pages += 1;
        }
        assert!(pages > 0);
    }
}
