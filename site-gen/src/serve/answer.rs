//! Which file of a site a request gets, as a web server would decide it.

use percent_encoding::percent_decode_str;

use super::board::Served;

/// The answer to a request.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The file of this path.
    File(String),
    /// A page's address lacks its last slash, without which its relative links would lead astray.
    AddSlash,
    /// Nothing is there; the page that says so, in the language of the address, if the site has one.
    NotFound(Option<String>),
}

/// Answers the path of an address (`/en/tier/gold/`), as it stands in the request.
pub(super) fn answer(site: &dyn Served, path: &str) -> Answer {
    let file = |path: String| Some(path).filter(|path| site.has(path));
    let Ok(path) = percent_decode_str(path.strip_prefix('/').unwrap_or(path)).decode_utf8() else {
        return Answer::NotFound(file("404.html".to_owned()));
    };
    let is_folder = path.is_empty() || path.ends_with('/');
    if let Some(path) = file(if is_folder { format!("{path}index.html") } else { path.to_string() }) {
        return Answer::File(path);
    }
    if site.has(&format!("{path}/index.html")) {
        return Answer::AddSlash;
    }
    let locale = path.split('/').next().unwrap_or_default();
    Answer::NotFound(file(format!("{locale}/404.html")).or_else(|| file("404.html".to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::Site;

    fn site() -> Site {
        let mut site = Site::default();
        for path in [
            "index.html",
            "404.html",
            "en/index.html",
            "en/404.html",
            "tier/gold/index.html",
            "a.css",
            "图/一.svg",
        ] {
            site.insert(path, path.as_bytes());
        }
        site
    }

    #[track_caller]
    fn is_file(request: &str, expected: &str) {
        match answer(&site(), request) {
            Answer::File(path) => assert_eq!(path, expected),
            other => panic!("{request}: {other:?}"),
        }
    }

    #[track_caller]
    fn is_missing(request: &str, page: &str) {
        match answer(&site(), request) {
            Answer::NotFound(Some(path)) => assert_eq!(path, page),
            other => panic!("{request}: {other:?}"),
        }
    }

    #[test]
    fn folders_answer_with_their_page() {
        is_file("/", "index.html");
        is_file("/en/", "en/index.html");
        is_file("/tier/gold/", "tier/gold/index.html");
        is_file("/tier/gold/index.html", "tier/gold/index.html");
    }

    #[test]
    fn files_answer_by_their_decoded_name() {
        is_file("/a.css", "a.css");
        is_file("/%61.css", "a.css");
        is_file("/%E5%9B%BE/%E4%B8%80.svg", "图/一.svg");
    }

    #[test]
    fn a_missing_slash_is_added() {
        assert_eq!(answer(&site(), "/tier/gold"), Answer::AddSlash);
        assert_eq!(answer(&site(), "/en"), Answer::AddSlash);
    }

    #[test]
    fn what_is_missing_is_said_in_the_language_of_the_address() {
        is_missing("/nothing", "404.html");
        is_missing("/tier/", "404.html");
        is_missing("/a.css/", "404.html");
        is_missing("/en/nothing/at/all", "en/404.html");
        is_missing("/%FF", "404.html");
        is_missing("//tier/gold", "404.html");
        is_missing("/../a.css", "404.html");
        assert_eq!(answer(&Site::default(), "/"), Answer::NotFound(None));
    }
}
