//! Renders every template with the tests' fixtures, to be looked at: `cargo run -p site-gen --example gallery -- OUT`.

use std::path::{Path, PathBuf};
use std::{env, fs};

use site_gen::render::colour::tier_styles;
use site_gen::render::templates::Templates;
use site_gen::render::theme::Theme;

#[path = "../tests/fixture/mod.rs"]
mod fixture;

use fixture::{Amount, TIERS, pages};

type AnyError = Box<dyn std::error::Error>;

fn main() -> Result<(), AnyError> {
    let out = PathBuf::from(env::args().nth(1).ok_or("usage: gallery OUT")?);
    // From the folder rather than from the binary: an edit shows without a build.
    let theme = Theme::read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../themes/default")))?;
    let templates = Templates::load(&theme)?;
    for (path, bytes) in &templates.assets().files {
        write(&out.join(path), bytes)?;
    }
    let colours = TIERS.iter().map(|(id, colour)| (*id, colour.parse().ok()));
    write(&out.join("tiers.css"), tier_styles(templates.surfaces(), colours).as_bytes())?;
    for (folder, locale, amount) in [
        ("zh-CN", "zh-CN", Amount::Rich),
        ("en", "en", Amount::Rich),
        ("bare-zh-CN", "zh-CN", Amount::Bare),
        ("bare-en", "en", Amount::Bare),
    ] {
        for page in pages(&templates, locale, amount) {
            println!("{folder}/{}/ is {}", page.path, page.template);
            write(&out.join(folder).join(&page.path).join("index.html"), page.html?.as_bytes())?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), AnyError> {
    fs::create_dir_all(path.parent().ok_or("a file has a folder")?)?;
    Ok(fs::write(path, bytes)?)
}
