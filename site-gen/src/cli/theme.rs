//! Which theme is meant: one in the binary, or a folder.

use std::path::{Path, PathBuf};

use site_gen::render::theme::Theme;

use super::Exit;
use super::terminal::{Terminal, shown};

/// Where themes with names are.
const THEMES: &str = "themes";

/// The name of the theme that is in the binary.
const DEFAULT: &str = "default";

/// What a theme's folder can hold.
const PARTS: [&str; 6] = ["templates", "styles", "scripts", "words", "icons", "static"];

/// Where a theme is read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ThemePlace {
    /// The binary.
    Embedded,
    /// A folder, laid over the one in the binary.
    Folder(PathBuf),
}

impl ThemePlace {
    /// Finds what `--theme` names: a folder's path, or a name in `themes/`. Without one it is `default`, and
    /// that is the folder of this name if there is one, so that who edits it sees what it does.
    pub(super) fn find(given: Option<&Path>, terminal: &Terminal) -> Result<Self, Exit> {
        let given = given.unwrap_or(Path::new(DEFAULT));
        let is_name = given.file_name() == Some(given.as_os_str());
        let named = Path::new(THEMES).join(given);
        let folder = if is_name && named.is_dir() { named } else { given.to_owned() };
        if given == Path::new(DEFAULT) && !Path::new(THEMES).join(DEFAULT).is_dir() {
            return Ok(Self::Embedded);
        }
        if !folder.is_dir() {
            let what = if is_name {
                let known = known().join(", ");
                terminal.say("no-theme").with("theme", shown(given)).with("known", known)
            } else {
                terminal.say("no-theme-folder").with("path", shown(&folder))
            };
            return Err(terminal.failure(&what.say()));
        }
        if !PARTS.iter().any(|part| folder.join(part).is_dir()) {
            let parts = PARTS.map(|part| format!("{part}/")).join(", ");
            let what = terminal.say("not-a-theme").with("path", shown(&folder));
            return Err(terminal.failure(&what.with("parts", parts).say()));
        }
        Ok(Self::Folder(folder))
    }

    /// The folder, if it is one.
    pub(super) fn folder(&self) -> Option<&Path> {
        match self {
            Self::Embedded => None,
            Self::Folder(folder) => Some(folder),
        }
    }

    /// The theme's files.
    pub(super) fn read(&self) -> std::io::Result<Theme> {
        self.folder().map_or_else(|| Ok(Theme::default()), Theme::read)
    }
}

/// The names that `--theme` may have here.
fn known() -> Vec<String> {
    let folders = std::fs::read_dir(THEMES).into_iter().flatten().flatten();
    let folders = folders.filter(|entry| entry.path().is_dir());
    let names = folders.filter_map(|entry| entry.file_name().to_str().map(str::to_owned));
    let mut names: Vec<_> = names.filter(|name| name != DEFAULT && !name.starts_with('.')).collect();
    names.sort();
    names.insert(0, DEFAULT.to_owned());
    names
}
