//! Content to site: reads a programme's content folder, checks it, renders it and publishes it.
//!
//! The road, one way only: `content` (files → spanned raw values) → `catalogue` (checked) → `rulebook`
//! (compiled) → `render` (a [`site::Site`] in memory) → `publish` (a folder) or `serve` (from memory).

pub mod catalogue;
pub mod content;
pub mod diagnostics;
pub mod embedded;
pub mod init;
pub mod programme;
pub mod publish;
pub mod render;
pub mod serve;
pub mod site;
