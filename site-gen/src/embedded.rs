//! The simulator's app for the browser, built by `build.rs` and carried in the binary.

/// A build of the app: the files to publish and the folder to publish them in.
#[derive(Clone, Copy, Debug)]
pub struct App {
    hash: &'static str,
    files: &'static [(&'static str, &'static [u8])],
}

/// The app; nothing if this binary was built with `SITE_GEN_SKIP_APP=1`.
pub const APP: Option<App> = include!(concat!(env!("OUT_DIR"), "/app.rs"));

impl App {
    /// The folder in the site: `app/` and a hash of the files, so that a browser never mixes two builds from
    /// its cache, and a server may let them be cached for ever.
    pub fn folder(&self) -> String {
        format!("app/{}", self.hash)
    }

    /// The address, from the site's root, of the module that a page with the simulator loads
    /// (`<script type="module" src>`). It finds the other files beside itself.
    pub fn boot(&self) -> String {
        format!("{}/boot.js", self.folder())
    }

    /// The address of the wasm, from the site's root: to be preloaded, if a page likes
    /// (`<link rel="preload" as="fetch" type="application/wasm" crossorigin>`).
    pub fn wasm(&self) -> String {
        format!("{}/simulator.wasm", self.folder())
    }

    /// Every file: its path from the site's root, and its bytes.
    pub fn files(&self) -> impl Iterator<Item = (String, &'static [u8])> {
        let folder = self.folder();
        self.files.iter().map(move |(name, bytes)| (format!("{folder}/{name}"), *bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn app() -> App {
        APP.expect("this binary was built with SITE_GEN_SKIP_APP: the tests of the app need the app")
    }

    /// No path of the building machine may be in what is published.
    #[test]
    fn names_no_machine() {
        let app = app();
        let homes = [env!("CARGO_MANIFEST_DIR"), "/home/", "/root/", "/Users/", ".rustup", ".cargo/registry"];
        for (path, bytes) in app.files() {
            for home in homes {
                let found = bytes.windows(home.len()).any(|window| window == home.as_bytes());
                assert!(!found, "{path} contains {home}");
            }
        }
    }

    #[test]
    fn has_what_a_page_loads() {
        let app = app();
        let paths: Vec<String> = app.files().map(|(path, _)| path).collect();
        assert!(paths.contains(&app.boot()));
        assert!(paths.contains(&app.wasm()));
    }
}
