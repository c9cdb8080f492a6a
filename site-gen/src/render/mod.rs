//! Catalogue to pages: fills [`view`]s, renders them through a [`theme`], and gathers a [`crate::site::Site`].

pub mod colour;
pub mod templates;
pub mod theme;
pub mod view;
pub mod words;
