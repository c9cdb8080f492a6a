//! Embeds the default theme in the binary, so that the binary alone can build a site.

#[path = "build/theme.rs"]
mod theme;

fn main() {
    theme::embed();
}
