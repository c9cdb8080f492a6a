//! From saving a file to the right page served: by `site-gen serve`, and by Hugo's server beside it.

use std::error::Error;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::programs;
use crate::scale::{self, Shape};

/// What is measured.
pub struct Options {
    /// The programmes.
    pub shapes: Vec<Shape>,
    /// How many edits of each kind.
    pub edits: usize,
    /// The program, if not that of this project.
    pub site_gen: Option<PathBuf>,
    /// Hugo, if not the one on the path.
    pub hugo: Option<PathBuf>,
}

/// A server that does not show an edit for so long is broken.
const LIMIT: Duration = Duration::from_mins(2);

/// The benefit that is edited: the first of its category, so that it is on the first page of each list.
const BENEFIT: &str = "scaled-00000";

/// Prints how long an edited page takes, and a page that depends on it.
pub fn edit(options: &Options) -> Result<(), Box<dyn Error>> {
    let site_gen = programs::site_gen(options.site_gen.as_deref())?;
    let hugo = programs::hugo(options.hugo.as_deref());
    println!("\n| benefits | server | first page | edited page | overview that names it |");
    println!("| --- | --- | --- | --- | --- |");
    for shape in &options.shapes {
        let workspace = programs::workspace()?;
        let content = workspace.path().join("content");
        scale::write(&scale::programme(shape)?, &content)?;
        let ours = Served::site_gen(&site_gen, &content)?;
        report(shape, "site-gen serve", &ours, options.edits)?;
        drop(ours);
        if let Some(hugo) = &hugo {
            let site = workspace.path().join("hugo");
            scale::write(&scale::hugo(shape)?, &site)?;
            report(shape, "hugo server", &Served::hugo(hugo, &site)?, options.edits)?;
        }
    }
    Ok(())
}

fn report(shape: &Shape, name: &str, served: &Served, edits: usize) -> Result<(), Box<dyn Error>> {
    let mut bodies = Vec::new();
    let mut names = Vec::new();
    for number in 0..edits.max(1) {
        let text = format!("edited-{number:04}");
        bodies.push(served.edit(&served.page, |file| format!("{file}\n{text}\n"), &text)?);
        let text = format!("named-{number:04}");
        names.push(served.edit(&served.overview, |file| renamed(file, &text), &text)?);
    }
    println!(
        "| {} | {name} | {:.3} s | {:.3} s | {:.3} s |",
        shape.benefits.unwrap_or_default(),
        served.first.as_secs_f64(),
        median(&mut bodies).as_secs_f64(),
        median(&mut names).as_secs_f64(),
    );
    Ok(())
}

/// A file with another name in its front matter.
fn renamed(file: &str, name: &str) -> String {
    let lines = file.lines().map(|line| match line.split_once(" = ") {
        Some((key @ ("name" | "title"), _)) => format!("{key} = {name:?}\n"),
        _ => format!("{line}\n"),
    });
    lines.collect()
}

fn median(durations: &mut [Duration]) -> Duration {
    durations.sort_unstable();
    durations[durations.len() / 2]
}

/// A running server.
struct Served {
    child: Child,
    port: u16,
    file: PathBuf,
    /// The address of the benefit's page.
    page: String,
    /// The address of a page that names the benefit.
    overview: String,
    /// From the start of the server to the first page.
    first: Duration,
}

impl Served {
    fn site_gen(program: &Path, content: &Path) -> Result<Self, Box<dyn Error>> {
        let port = free_port()?;
        let mut command = Command::new(program);
        command
            .args(["serve", "--today", "2026-11-20", "--port", &port.to_string(), "--content"])
            .arg(content);
        let file = content.join(format!("benefits/travel/{BENEFIT}.md"));
        Self::start(command, port, file, "/benefit/")
    }

    fn hugo(program: &Path, site: &Path) -> Result<Self, Box<dyn Error>> {
        let port = free_port()?;
        let mut command = Command::new(program);
        command
            .args(["server", "--renderToMemory", "--port", &port.to_string(), "--baseURL", "/", "--source"])
            .arg(site);
        let file = site.join(format!("content/benefit/{BENEFIT}.md"));
        Self::start(command, port, file, "/shelf/travel/")
    }

    fn start(mut command: Command, port: u16, file: PathBuf, overview: &str) -> Result<Self, Box<dyn Error>> {
        let start = Instant::now();
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let output = child.stdout.take().ok_or("its output is piped")?;
        // Whoever prints into a pipe that nobody reads comes to a halt.
        std::thread::spawn(move || BufReader::new(output).lines().for_each(drop));
        let (page, overview) = (format!("/benefit/{BENEFIT}/"), overview.to_owned());
        let mut served = Self { child, port, file, page, overview, first: Duration::ZERO };
        served.until(&served.page, BENEFIT)?;
        served.first = start.elapsed();
        Ok(served)
    }

    /// Edits the benefit's file and waits until the page at an address shows the text.
    fn edit(&self, address: &str, edit: impl Fn(&str) -> String, text: &str) -> io::Result<Duration> {
        let edited = edit(&fs::read_to_string(&self.file)?);
        // In one step, as careful editors save.
        let temporary = self.file.with_extension("saving");
        fs::write(&temporary, edited)?;
        let start = Instant::now();
        fs::rename(&temporary, &self.file)?;
        self.until(address, text)?;
        Ok(start.elapsed())
    }

    /// Asks for a page, again and again, until it shows the text.
    fn until(&self, address: &str, text: &str) -> io::Result<()> {
        let start = Instant::now();
        loop {
            // It may not listen yet, or not answer while it builds.
            if self.get(address).is_ok_and(|page| page.contains(text)) {
                return Ok(());
            }
            if start.elapsed() > LIMIT {
                return Err(io::Error::other(format!("{address} never showed {text}")));
            }
            std::thread::yield_now();
        }
    }

    fn get(&self, address: &str) -> io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(LIMIT))?;
        write!(stream, "GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut page = Vec::new();
        stream.read_to_end(&mut page)?;
        Ok(String::from_utf8_lossy(&page).into_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that is free now.
fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}
