//! Tiers' colours as a stylesheet. The site's content security policy forbids style attributes, so each tier is a
//! class, `tier-ID`, that sets:
//!
//! - `--tier`: the colour as the programme names it, or as near as can be seen on the page, for marks and lines;
//! - `--tier-ink`: as near to it as text may be and still be read on the page, in the light and in the dark;
//! - `--tier-on`: black or white, whichever is read on `--tier`.
//!
//! This is looks, not rules: floats are in place here.

use std::fmt::Write as _;

use super::theme::Theme;
use crate::content::shapes::Colour;

/// WCAG 2.2 asks 4.5 of text; the rest is for tints under it.
const CONTRAST: f64 = 5.3;
/// What a mark or a line needs to be seen. Gold is what it is on white paper; black on a black page is nothing.
const SEEN_IN_LIGHT: f64 = 1.9;
const SEEN_IN_DARK: f64 = 2.6;
/// For a tier that names no colour.
const NEUTRAL: Colour = Colour([0x6b, 0x72, 0x7a]);

impl Colour {
    /// Relative luminance, as WCAG defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Contrast ratio, 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// The colour with `percent` of another in it, in whole numbers, so that every machine mixes alike.
    fn mixed(self, other: Self, percent: u16) -> Self {
        let mut parts = self.0;
        for (part, theirs) in parts.iter_mut().zip(other.0) {
            let mixed = (u16::from(*part) * (100 - percent) + u16::from(theirs) * percent) / 100;
            *part = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
        Self(parts)
    }

    /// The nearest shade towards `end` that stands out from `surface` by a contrast ratio.
    fn against(self, surface: Self, end: Self, ratio: f64) -> Self {
        let mut shades = (0..=100).step_by(2).map(|percent| self.mixed(end, percent));
        shades.find(|shade| shade.contrast(surface) >= ratio).unwrap_or(end)
    }

    /// What is read on it: black or white.
    fn on(self) -> Self {
        if self.contrast(WHITE) >= self.contrast(BLACK) { WHITE } else { BLACK }
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

const BLACK: Colour = Colour([0, 0, 0]);
const WHITE: Colour = Colour([0xff, 0xff, 0xff]);

/// The file of a theme that names its colours.
const TOKENS: &str = "styles/tokens.css";
/// The token of the surface that tiers' colours are worked out against: the darkest of the light scheme and the lightest of
/// the dark one, so that what is read on it is read on all.
const SURFACE: &str = "--sunken";

/// The surfaces of a theme that tiers' colours must stand out from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surfaces {
    /// The darkest of the light scheme.
    light: Colour,
    /// The lightest of the dark scheme.
    dark: Colour,
}

/// A theme whose tokens do not name the surface that tiers' colours are worked out against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoSurface;

impl std::fmt::Display for NoSurface {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{TOKENS}: `{SURFACE}` must be a colour, `#rrggbb`, or one for each scheme, `light-dark(#rrggbb, #rrggbb)`, since \
             tiers’ colours are worked out against it"
        )
    }
}

impl std::error::Error for NoSurface {}

impl Surfaces {
    /// The surfaces that a theme's tokens name.
    ///
    /// # Errors
    ///
    /// If they name none, or not by six hexadecimal digits.
    pub fn of(theme: &Theme) -> Result<Self, NoSurface> {
        let tokens = theme.text(TOKENS).ok_or(NoSurface)?;
        Self::parse(&tokens).ok_or(NoSurface)
    }

    /// Reads the first declaration of the token.
    fn parse(tokens: &str) -> Option<Self> {
        let declared = tokens.split(SURFACE).skip(1).find_map(|rest| rest.trim_start().strip_prefix(':'))?;
        let value = declared.split([';', '}']).next()?.trim();
        let pair = value.strip_prefix("light-dark(").and_then(|pair| pair.strip_suffix(')')?.split_once(','));
        let (light, dark) = pair.unwrap_or((value, value));
        Some(Self { light: light.trim().parse().ok()?, dark: dark.trim().parse().ok()? })
    }
}

/// The stylesheet for tiers (id, colour) on a theme's surfaces.
pub fn tier_styles<'a>(
    surfaces: Surfaces,
    tiers: impl IntoIterator<Item = (&'a str, Option<Colour>)>,
) -> String {
    let Surfaces { light, dark } = surfaces;
    let mut sheet = String::from("@layer tokens {\n");
    for (id, colour) in tiers {
        let named = colour.unwrap_or(NEUTRAL);
        let mark = [named.against(light, BLACK, SEEN_IN_LIGHT), named.against(dark, WHITE, SEEN_IN_DARK)];
        let ink = [named.against(light, BLACK, CONTRAST), named.against(dark, WHITE, CONTRAST)];
        writeln!(
            sheet,
            "  .tier-{id} {{ --tier: {}; --tier-ink: {}; --tier-on: {}; }}",
            by_scheme(mark),
            by_scheme(ink),
            by_scheme(mark.map(Colour::on))
        )
        .expect("a string grows");
    }
    sheet.push_str("}\n");
    sheet
}

/// A value for the light scheme and one for the dark.
fn by_scheme([light, dark]: [Colour; 2]) -> String {
    if light == dark { light.to_string() } else { format!("light-dark({light}, {dark})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn surfaces() -> Surfaces {
        Surfaces::of(&Theme::default()).expect("the default theme names its surfaces")
    }

    #[test]
    fn surfaces_are_those_of_the_tokens() {
        let (light, dark) = (Colour([0xf0, 0xf0, 0xf0]), Colour([0x20, 0x20, 0x20]));
        let both = ":root { /* below: `--sunken` */ --sunken: light-dark( #f0f0f0, #202020 ); }";
        assert_eq!(Surfaces::parse(both), Some(Surfaces { light, dark }));
        assert_eq!(Surfaces::parse(":root{--sunken:#f0f0f0}"), Some(Surfaces { light, dark: light }));
        for wrong in ["", ":root { --sunken: var(--paper); }", ":root { --sunken: light-dark(#f0f0f0); }"] {
            assert_eq!(Surfaces::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn inks_can_be_read_whatever_the_colour() {
        let surfaces = surfaces();
        for red in (0..=255).step_by(51) {
            for green in (0..=255).step_by(51) {
                for blue in (0..=255).step_by(51) {
                    let tier = Colour([red, green, blue]);
                    for (surface, end) in [(surfaces.light, BLACK), (surfaces.dark, WHITE)] {
                        assert!(
                            tier.against(surface, end, CONTRAST).contrast(surface) >= 4.5,
                            "{tier} on {surface}"
                        );
                    }
                    assert!(tier.on().contrast(tier) >= 4.5, "on {tier}");
                }
            }
        }
    }

    #[test]
    fn a_colour_that_can_be_read_stays_as_it_is() {
        let navy = "#123a5e".parse::<Colour>().expect("a colour");
        assert_eq!(navy.against(surfaces().light, BLACK, CONTRAST), navy);
        assert!("#12345".parse::<Colour>().is_err());
        assert!("#ééé".parse::<Colour>().is_err());
    }

    #[test]
    fn each_tier_is_a_class() {
        let sheet = tier_styles(surfaces(), [("gold", "#c9a227".parse().ok()), ("basic", None)]);
        assert!(sheet.contains(".tier-gold { --tier: #c9a227; --tier-ink: light-dark("), "{sheet}");
        assert!(sheet.contains(".tier-basic { --tier: #6b727a;"), "{sheet}");
    }
}
