//! The programme without a mistake, in memory, to be broken.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use site_gen::catalogue::customer;
use site_gen::content::{FileBytes, Folder};
use site_gen::diagnostics::{Diagnostics, Sources};
use site_gen::programme::Programme;

/// The files of the base that are no part of its content.
pub(crate) const CUSTOMERS: [&str; 2] = ["customer.toml", "customer.json"];

/// A programme's files, and customers of it.
#[derive(Clone)]
pub(crate) struct Base {
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// Symbolic links: path → target.
    pub(crate) links: BTreeMap<String, String>,
}

pub(crate) fn folder() -> PathBuf {
    tests::root().join("tests/mistakes")
}

impl Base {
    pub(crate) fn read() -> Self {
        let root = folder().join("base");
        let mut files = BTreeMap::new();
        read_dir(&root, "", &mut files);
        assert!(files.len() > 40, "the base is not whole");
        Self { files, links: BTreeMap::new() }
    }

    /// The content, without the customers.
    pub(crate) fn content(&self) -> impl Iterator<Item = (&String, &Vec<u8>)> {
        self.files.iter().filter(|(path, _)| !CUSTOMERS.contains(&path.as_str()))
    }

    /// Reads and checks the content.
    pub(crate) fn check(&self) -> (Diagnostics, Sources) {
        let programme = self.programme();
        (programme.diagnostics, programme.sources)
    }

    /// Reads and checks the content, which has no mistake, and then a customer.
    pub(crate) fn check_customer(&self, name: &str) -> (Diagnostics, Sources) {
        let mut programme = self.programme();
        let catalogue = programme.catalogue.expect("content without a mistake");
        let mut found = Diagnostics::default();
        let read =
            customer::read(name, &self.files[name], &catalogue.book, &mut programme.sources, &mut found);
        assert_eq!(read.is_none(), found.has_errors(), "{name}: read, or an error, not both");
        (found, programme.sources)
    }

    fn programme(&self) -> Programme {
        if !self.links.is_empty() {
            return self.on_disk();
        }
        let files = self.content().map(|(path, bytes)| (path.clone(), FileBytes::from(bytes.clone())));
        Programme::new(&Folder { files: files.collect(), problems: Vec::new() }, false)
    }

    /// Links are only on disk; beside the content is a folder `outside`.
    fn on_disk(&self) -> Programme {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let content = dir.path().join("content");
        let create = |path: &Path| fs::create_dir_all(path.parent().expect("a file in a folder"));
        fs::create_dir_all(dir.path().join("outside")).expect("the temporary folder can be written");
        for (path, bytes) in self.content() {
            let path = content.join(path);
            create(&path)
                .and_then(|()| fs::write(&path, bytes))
                .expect("the temporary folder can be written");
        }
        for (path, target) in &self.links {
            let path = content.join(path);
            create(&path).expect("the temporary folder can be written");
            std::os::unix::fs::symlink(target, &path).expect("a link can be made");
        }
        Programme::from_disk(&content, false).expect("a folder that can be read")
    }
}

fn read_dir(dir: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display())) {
        let entry = entry.expect("a folder that can be read");
        let path = format!("{prefix}{}", entry.file_name().to_str().expect("a name of ours"));
        if entry.path().is_dir() {
            read_dir(&entry.path(), &format!("{path}/"), files);
        } else {
            files.insert(path, fs::read(entry.path()).expect("a file that can be read"));
        }
    }
}
