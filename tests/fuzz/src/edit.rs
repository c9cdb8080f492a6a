//! Changes to JSON that leave it JSON: bytes changed at random would mostly not get past the parser.

use serde_json::{Value as Json, json};

use super::bytes::Bytes;

/// Changes a few nodes.
pub(crate) fn edit(json: &mut Json, bytes: &mut Bytes<'_>) {
    for _ in 0..=bytes.below(4) {
        let other = node(json, bytes).clone();
        change(node(json, bytes), other, bytes);
    }
}

/// Goes down from node to child, and stops somewhere.
fn node<'a>(mut json: &'a mut Json, bytes: &mut Bytes<'_>) -> &'a mut Json {
    loop {
        let children = match json {
            Json::Array(items) => items.len(),
            Json::Object(entries) => entries.len(),
            _ => 0,
        };
        if children == 0 || bytes.chance(8) {
            return json;
        }
        let at = bytes.below(children);
        json = match json {
            Json::Array(items) => &mut items[at],
            Json::Object(entries) => entries.values_mut().nth(at).expect("below their number"),
            _ => unreachable!("a node with children"),
        };
    }
}

fn change(json: &mut Json, other: Json, bytes: &mut Bytes<'_>) {
    match (bytes.below(6), json) {
        (0, Json::Array(items)) if !items.is_empty() => {
            let at = bytes.below(items.len());
            items.remove(at);
        }
        (1, Json::Array(items)) if !items.is_empty() => {
            let copy = items[bytes.below(items.len())].clone();
            let at = bytes.below(items.len() + 1);
            items.insert(at, copy);
        }
        (2, Json::Array(items)) if !items.is_empty() => {
            let (a, b) = (bytes.below(items.len()), bytes.below(items.len()));
            items.swap(a, b);
        }
        (0, Json::Object(entries)) if !entries.is_empty() => {
            let at = bytes.below(entries.len());
            let key = entries.keys().nth(at).expect("below their number").clone();
            entries.remove(&key);
        }
        (3, json) => *json = other,
        (_, Json::Bool(flag)) => *flag = !*flag,
        (4, json @ Json::Number(_)) => *json = json!(bytes.byte()),
        (_, json) => *json = value(bytes),
    }
}

/// Values at which things change.
fn value(bytes: &mut Bytes<'_>) -> Json {
    let values = [
        json!(null),
        json!(true),
        json!(0),
        json!(1),
        json!(2),
        json!(120),
        json!(121),
        json!(1201),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(-1),
        json!(0.5),
        json!("0"),
        json!("-0.01"),
        json!("0.0000000001"),
        json!("1000000000000000"),
        json!("1000000000000000000"),
        json!("1000000000000000001"),
        json!("2026-01"),
        json!("2026-03-31"),
        json!("9999-12"),
        json!("0001-01"),
        json!(""),
        json!("month"),
        json!("year"),
        json!([]),
        json!({}),
        json!(["0", "1"]),
    ];
    let at = bytes.below(values.len());
    values.into_iter().nth(at).expect("below their number")
}
