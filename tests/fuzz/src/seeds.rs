//! What to begin with: the project's own programmes and customers.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rulebook::RuleBook;
use site_gen::programme::Programme;

use super::{content, wire};

/// Inputs of a target.
pub type Seeds = Vec<Vec<u8>>;

/// The folder of the whole project.
fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let is_root = |folder: &&Path| folder.join("content/programme.toml").is_file();
    own.ancestors().find(is_root).expect("the crate lies in the project").to_owned()
}

/// The folders with content and customers.
fn programmes() -> Vec<PathBuf> {
    let conformance = root().join("tests/conformance");
    [conformance.join("cases"), conformance.join("mixed")].iter().flat_map(|folder| entries(folder)).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a folder that can be read").path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{} is empty", folder.display());
    paths
}

fn read_into(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for path in entries(folder) {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name of ours");
        if path.is_dir() {
            read_into(&path, &format!("{prefix}{name}/"), files);
        } else {
            files.insert(format!("{prefix}{name}"), fs::read(&path).expect("a file that can be read"));
        }
    }
}

/// The rule books of the sample programme and of all programmes that have no circle.
pub fn books() -> Vec<RuleBook> {
    let folders = programmes().into_iter().map(|folder| folder.join("content"));
    let folders = std::iter::once(root().join("content")).chain(folders);
    let read = |folder: PathBuf| Programme::from_disk(&folder, false).expect("a folder that can be read");
    folders.filter_map(|folder| read(folder).catalogue).map(|catalogue| catalogue.book).collect()
}

/// For [`content`]: the programmes, and the one that is whole but small.
pub fn contents() -> Seeds {
    let folders = programmes().into_iter().map(|folder| folder.join("content"));
    let folders = folders.chain([root().join("tests/mistakes/base")]);
    let input = |folder: PathBuf| {
        let mut files = BTreeMap::new();
        read_into(&folder, "", &mut files);
        content::input(&files)
    };
    folders.map(input).collect()
}

/// For [`super::wire`]: each rule book as it is, and changed.
pub fn wires() -> Seeds {
    let books = books();
    let choices = |place: u8| {
        (0..200_u32).map(move |at| (at * 37 + u32::from(place) * 101).to_le_bytes()[0]).collect::<Vec<_>>()
    };
    let whole = books.iter().zip(0..=u8::MAX).map(|(book, place)| wire::input(book, &choices(place)));
    let changed = (0..=u8::MAX).take(books.len()).map(|place| [vec![place], choices(place)].concat());
    whole.filter(|input| input.len() < 20_000).chain(changed).collect()
}

/// For [`super::customer`]: the programmes' customers, each for its own; as they are, and so that ways are looked for.
pub fn customers() -> Seeds {
    let mut place = 0;
    let mut seeds = Vec::new();
    for folder in programmes() {
        let read = Programme::from_disk(&folder.join("content"), false).expect("a folder that can be read");
        if read.catalogue.is_none() {
            continue;
        }
        place += 1;
        let many = folder.join("customers");
        let files = if many.is_dir() { entries(&many) } else { vec![folder.join("customer.toml")] };
        for file in files {
            let text = fs::read(&file).expect("a file that can be read");
            let whole = [&[place][..], &text].concat();
            // Any tier, any day, any balance; the last byte is one that looks.
            let choices =
                (0..9_u8).map(|at| b'0' + at.wrapping_mul(7).wrapping_add(seeds.len().to_le_bytes()[0]) % 64);
            let comment: Vec<u8> = choices.chain([b'A']).collect();
            seeds.push([&whole, &b"\n#"[..], &comment].concat());
            seeds.push(whole);
        }
    }
    seeds
}
