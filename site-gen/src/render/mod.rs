//! Catalogue to pages: fills [`view`]s, renders them through a [`theme`], and gathers a [`crate::site::Site`].

pub mod address;
pub mod bodies;
pub mod colour;
pub mod context;
pub mod feeds;
pub mod frame;
mod grants;
mod lists;
pub mod live;
pub mod markdown;
pub mod names;
mod pages;
pub mod rule_book;
mod rules;
pub mod shared;
pub mod site;
pub mod templates;
pub mod theme;
pub mod view;
pub mod words;
