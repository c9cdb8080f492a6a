//! Embeds the default theme and the simulator in the binary, so that the binary alone can build a site.

#[path = "build/app.rs"]
mod app;
#[path = "build/theme.rs"]
mod theme;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    theme::embed();
    app::embed();
}
