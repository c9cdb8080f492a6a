//! The browser that the tests drive: found, or asked for.

use std::env;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Chromium, or Chrome, and the driver of the same version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The browser's program.
    pub chromium: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
}

/// What keeps the browser tests from running. Its text says what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// There is no browser.
    Chromium,
    /// There is no driver.
    Driver,
    /// Browser and driver do not belong together.
    Versions {
        /// Major version of the browser.
        chromium: u32,
        /// Major version of the driver.
        driver: u32,
    },
}

/// Names under which systems install the browser, in order of preference.
const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const DRIVER: &[&str] = &["chromedriver", "chromium.chromedriver", "/usr/lib/chromium-browser/chromedriver"];

impl Browser {
    /// Finds them in the variables `CHROMIUM` and `CHROMEDRIVER`, then in the search path.
    pub fn find() -> Result<Self, Missing> {
        let chromium = find("CHROMIUM", CHROMIUM).ok_or(Missing::Chromium)?;
        let driver = find("CHROMEDRIVER", DRIVER).ok_or(Missing::Driver)?;
        match (major_version(&chromium), major_version(&driver)) {
            // A version that cannot be read is left to the driver, which complains in its own words.
            (Some(chromium), Some(driver)) if chromium != driver => {
                Err(Missing::Versions { chromium, driver })
            }
            _ => Ok(Self { chromium, driver }),
        }
    }
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chromium => {
                f.write_str("The browser tests need Chromium or Chrome, and none was found.\n")?;
            }
            Self::Driver => {
                f.write_str("The browser tests need ChromeDriver, and none was found.\n")?;
            }
            Self::Versions { chromium, driver } => writeln!(
                f,
                "The browser is version {chromium} but its driver is version {driver}: they must be the same."
            )?,
        }
        f.write_str(
            "Install both:\n\
             \x20 Debian           apt-get install chromium chromium-driver\n\
             \x20 Fedora           dnf install chromium chromedriver\n\
             \x20 Arch             pacman -S chromium\n\
             \x20 Alpine           apk add chromium chromium-chromedriver\n\
             \x20 macOS            brew install --cask google-chrome chromedriver\n\
             \x20 Ubuntu, others   https://googlechromelabs.github.io/chrome-for-testing/\n\
             \x20                  (Ubuntu's own package is a snap, which may not see the tests' folders)\n\
             If they are not in the search path, name them: CHROMIUM=… CHROMEDRIVER=…",
        )
    }
}

impl std::error::Error for Missing {}

/// The program that a variable names, else the first of `names` that is in the search path.
fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = env::var_os(variable) {
        return on_path(Path::new(&named));
    }
    names.iter().find_map(|name| on_path(Path::new(name)))
}

fn on_path(program: &Path) -> Option<PathBuf> {
    // `join` leaves a program with folders of its own, if absolute, as it is.
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(program).with_added_extension(env::consts::EXE_EXTENSION))
        .find(|path| path.is_file())
}

/// `156` of `Chromium 156.0.8078.79 built on …`.
fn major_version(program: &Path) -> Option<u32> {
    let output = Command::new(program).arg("--version").stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_said_with_what_to_do() {
        for missing in [Missing::Chromium, Missing::Driver, Missing::Versions { chromium: 2, driver: 1 }] {
            let text = missing.to_string();
            assert!(text.contains("apt-get install chromium chromium-driver"), "{text}");
        }
    }

    #[test]
    fn a_program_that_is_nowhere_is_not_found() {
        assert_eq!(find("A_VARIABLE_THAT_NOBODY_SETS", &["a-program-that-nobody-has"]), None);
    }
}
