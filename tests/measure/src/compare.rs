//! Builds beside Hugo's on the same catalogue, checks and simulations, with what they take. All of them run by turns, round
//! after round, so that a machine that grows slower does so for all.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use crate::programs;
use crate::scale::{self, Shape};
use crate::timed::{self, Taken};

/// What is compared.
pub struct Options {
    /// The programmes.
    pub shapes: Vec<Shape>,
    /// How often.
    pub rounds: usize,
    /// The program, if not that of this project.
    pub site_gen: Option<PathBuf>,
    /// Hugo, if not the one on the path.
    pub hugo: Option<PathBuf>,
}

/// What is measured, in the order in which it is done and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Task {
    Build,
    Hugo,
    Floor,
    Rebuild,
    Check,
    Simulate,
}

impl Task {
    fn name(self) -> &'static str {
        match self {
            Self::Build => "build, into a new folder",
            Self::Hugo => "Hugo, into a new folder",
            Self::Floor => "writing the same files",
            Self::Rebuild => "build, over an equal output",
            Self::Check => "check",
            Self::Simulate => "simulate one customer",
        }
    }
}

/// A customer of the sample programme.
const CUSTOMER: &str = "start = \"2026-03\"\nmonths = 12\n[every]\ndeposits = \"60万\"\nspend = 8000\n                        transfers = 6\nlogins = 15\npayroll = true\njoined = 2021-05-01\n";

/// Compares, and prints a table of medians for each programme.
pub fn compare(options: &Options) -> Result<(), Box<dyn Error>> {
    let site_gen = programs::site_gen(options.site_gen.as_deref())?;
    let hugo = programs::hugo(options.hugo.as_deref());
    for shape in &options.shapes {
        let workspace = programs::workspace()?;
        let subject = Subject::new(workspace.path(), shape, &site_gen, hugo.as_deref())?;
        let mut taken: BTreeMap<Task, Vec<Taken>> = BTreeMap::new();
        for _ in 0..options.rounds.max(1) {
            for task in subject.tasks() {
                taken.entry(task).or_default().push(subject.measure(task)?);
            }
        }
        println!("\n{}: {} files\n", describe(shape), count(&subject.out)?);
        print(&taken);
    }
    Ok(())
}

/// A programme, with all that is done with it.
struct Subject<'a> {
    site_gen: &'a Path,
    hugo: Option<&'a Path>,
    content: PathBuf,
    customer: PathBuf,
    hugo_site: PathBuf,
    out: PathBuf,
    hugo_out: PathBuf,
    floor_out: PathBuf,
}

impl<'a> Subject<'a> {
    fn new(
        folder: &Path,
        shape: &Shape,
        site_gen: &'a Path,
        hugo: Option<&'a Path>,
    ) -> Result<Self, Box<dyn Error>> {
        let subject = Self {
            site_gen,
            hugo,
            content: folder.join("content"),
            customer: folder.join("customer.toml"),
            hugo_site: folder.join("hugo"),
            out: folder.join("site"),
            hugo_out: folder.join("hugo-site"),
            floor_out: folder.join("floor"),
        };
        scale::write(&scale::programme(shape)?, &subject.content)?;
        if hugo.is_some() {
            scale::write(&scale::hugo(shape)?, &subject.hugo_site)?;
        }
        fs::write(&subject.customer, CUSTOMER)?;
        Ok(subject)
    }

    fn tasks(&self) -> Vec<Task> {
        let hugo = self.hugo.map(|_| Task::Hugo);
        let others = [Task::Floor, Task::Rebuild, Task::Check, Task::Simulate];
        [Task::Build].into_iter().chain(hugo).chain(others).collect()
    }

    fn measure(&self, task: Task) -> Result<Taken, Box<dyn Error>> {
        let content = [Path::new("--content"), &self.content];
        let out = [Path::new("--out"), &self.out, Path::new("--today"), Path::new("2026-11-20")];
        let build = [Path::new("build")].into_iter().chain(content).chain(out);
        Ok(match task {
            Task::Build => {
                remove(&self.out)?;
                timed::run(self.site_gen, build)?
            }
            Task::Rebuild => timed::run(self.site_gen, build)?,
            Task::Check => timed::run(self.site_gen, [Path::new("check")].into_iter().chain(content))?,
            Task::Simulate => {
                let simulate = [Path::new("simulate"), &self.customer];
                timed::run(self.site_gen, simulate.into_iter().chain(content))?
            }
            Task::Floor => floor(&self.out, &self.floor_out)?,
            Task::Hugo => {
                remove(&self.hugo_out)?;
                let folders =
                    [Path::new("--source"), &self.hugo_site, Path::new("--destination"), &self.hugo_out];
                let hugo = self.hugo.ok_or("Hugo is not there")?;
                timed::run(
                    hugo,
                    folders.into_iter().chain([Path::new("--noBuildLock"), Path::new("--quiet")]),
                )?
            }
        })
    }
}

/// Writes the files of a folder, which are in memory by then, into a new one.
fn floor(from: &Path, to: &Path) -> Result<Taken, Box<dyn Error>> {
    remove(to)?;
    let mut files = Vec::new();
    walk(from, &mut |path| {
        files.push((to.join(path.strip_prefix(from).expect("it lies in the folder")), fs::read(path)?));
        Ok(())
    })?;
    let start = Instant::now();
    for (path, bytes) in &files {
        fs::create_dir_all(path.parent().expect("it lies in a folder"))?;
        fs::write(path, bytes)?;
    }
    let wall = start.elapsed();
    Ok(Taken { wall, cpu: wall, peak: files.iter().map(|(_, bytes)| bytes.len() as u64).sum() })
}

fn walk(folder: &Path, visit: &mut impl FnMut(&Path) -> std::io::Result<()>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { walk(&path, visit)? } else { visit(&path)? }
    }
    Ok(())
}

fn count(folder: &Path) -> std::io::Result<usize> {
    let mut count = 0;
    walk(folder, &mut |_| {
        count += 1;
        Ok(())
    })?;
    Ok(count)
}

fn remove(folder: &Path) -> std::io::Result<()> {
    if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) }
}

/// What of a programme is not as in the sample programme.
fn describe(shape: &Shape) -> String {
    let &Shape { benefits, metrics, earn, tiers, tasks, overlays } = shape;
    let kinds = [
        (benefits, "benefits"),
        (metrics, "metrics"),
        (earn, "earn rules"),
        (tiers, "tiers"),
        (tasks, "tasks"),
        (overlays, "overlays"),
    ];
    let asked = kinds.iter().filter_map(|(count, kind)| Some(format!("{} {kind}", (*count)?)));
    let asked: Vec<_> = asked.collect();
    if asked.is_empty() { "the sample programme".to_owned() } else { asked.join(", ") }
}

fn print(taken: &BTreeMap<Task, Vec<Taken>>) {
    let build = taken.get(&Task::Build).map_or(Duration::ZERO, |taken| median(taken, |taken| taken.wall));
    println!("| | wall | processor | peak memory | to a build |");
    println!("| --- | --- | --- | --- | --- |");
    for (task, taken) in taken {
        let (wall, cpu) = (median(taken, |taken| taken.wall), median(taken, |taken| taken.cpu));
        println!(
            "| {} | {:.3} s | {:.3} s | {} MiB | {:.2} × |",
            task.name(),
            wall.as_secs_f64(),
            cpu.as_secs_f64(),
            median(taken, |taken| taken.peak) / (1024 * 1024),
            wall.as_secs_f64() / build.as_secs_f64(),
        );
    }
}

fn median<T: Ord + Copy>(taken: &[Taken], figure: impl Fn(&Taken) -> T) -> T {
    let mut figures: Vec<_> = taken.iter().map(figure).collect();
    figures.sort_unstable();
    figures[figures.len() / 2]
}
