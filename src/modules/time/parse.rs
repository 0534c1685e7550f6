//! `time.strptime`: dates from text, after a pattern.

use crate::runtime::clock::Calendar;

const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// What has been read so far.
#[derive(Default)]
struct Parts {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: Option<i64>,
    twelve: Option<i64>,
    afternoon: Option<bool>,
    minute: i64,
    second: i64,
    weekday: Option<i64>,
    yearday: Option<i64>,
    offset: Option<i64>,
    zone: Option<String>,
}

/// The part of a text that is still to be read.
struct Rest<'a>(&'a str);

impl Rest<'_> {
    /// A number of at most `most` digits within bounds; as few digits as the bounds ask for.
    fn number(&mut self, most: usize, low: i64, high: i64) -> Option<i64> {
        let digits = self
            .0
            .bytes()
            .take(most)
            .take_while(u8::is_ascii_digit)
            .count();
        for len in (1..=digits).rev() {
            let value: i64 = self.0[..len].parse().ok()?;
            if (low..=high).contains(&value) {
                self.0 = &self.0[len..];
                return Some(value);
            }
        }
        None
    }

    /// The index of the name that comes next, whatever its case; `short` cuts the names to three letters.
    fn name(&mut self, names: &[&str], short: bool) -> Option<i64> {
        let lower = self.0.to_lowercase();
        for (i, name) in names.iter().enumerate() {
            let name = if short { &name[..3] } else { name };
            if lower.starts_with(name) && self.0.is_char_boundary(name.len()) {
                self.0 = &self.0[name.len()..];
                return Some(i as i64);
            }
        }
        None
    }

    fn skip_blanks(&mut self) {
        self.0 = self.0.trim_start();
    }
}

/// Reads one directive.
fn directive(parts: &mut Parts, rest: &mut Rest<'_>, kind: char) -> Option<()> {
    match kind {
        'Y' => {
            let digits = rest.0.get(..4)?;
            if !digits.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            parts.year = digits.parse().ok();
            rest.0 = &rest.0[4..];
        }
        'y' => {
            let digits = rest.0.get(..2)?;
            let short: i64 = digits.parse().ok()?;
            parts.year = Some(if short <= 68 {
                2000 + short
            } else {
                1900 + short
            });
            rest.0 = &rest.0[2..];
        }
        'm' => parts.month = Some(rest.number(2, 1, 12)?),
        'd' => {
            rest.skip_blanks();
            parts.day = Some(rest.number(2, 1, 31)?);
        }
        'H' => parts.hour = Some(rest.number(2, 0, 23)?),
        'I' => parts.twelve = Some(rest.number(2, 1, 12)?),
        'M' => parts.minute = rest.number(2, 0, 59)?,
        'S' => parts.second = rest.number(2, 0, 61)?,
        'j' => parts.yearday = Some(rest.number(3, 1, 366)?),
        'w' => parts.weekday = Some((rest.number(1, 0, 6)? + 6) % 7),
        'u' => parts.weekday = Some(rest.number(1, 1, 7)? - 1),
        'U' | 'W' => drop(rest.number(2, 0, 53)?),
        'f' => drop(rest.number(6, 0, 999_999)?),
        'p' => parts.afternoon = Some(rest.name(&["am", "pm"], false)? == 1),
        'a' => parts.weekday = Some(rest.name(&DAYS, true)?),
        'A' => parts.weekday = Some(rest.name(&DAYS, false)?),
        'b' | 'h' => parts.month = Some(rest.name(&MONTHS, true)? + 1),
        'B' => parts.month = Some(rest.name(&MONTHS, false)? + 1),
        'z' => parts.offset = Some(offset(rest)?),
        'Z' => {
            let zones = ["utc", "gmt"];
            let i = rest.name(&zones, false)?;
            parts.zone = Some(zones[i as usize].to_uppercase());
        }
        _ => return None,
    }
    Some(())
}

fn offset(rest: &mut Rest<'_>) -> Option<i64> {
    if let Some(after) = rest.0.strip_prefix('Z') {
        rest.0 = after;
        return Some(0);
    }
    let sign = match rest.0.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    rest.0 = &rest.0[1..];
    let hours = rest.number(2, 0, 23)?;
    if let Some(after) = rest.0.strip_prefix(':') {
        rest.0 = after;
    }
    let minutes = rest.number(2, 0, 59)?;
    Some(sign * (hours * 3600 + minutes * 60))
}

/// Replaces the directives that stand for several others.
fn expanded(pattern: &str) -> String {
    pattern
        .replace("%T", "%H:%M:%S")
        .replace("%R", "%H:%M")
        .replace("%D", "%m/%d/%y")
        .replace("%F", "%Y-%m-%d")
        .replace("%c", "%a %b %d %H:%M:%S %Y")
        .replace("%x", "%m/%d/%y")
        .replace("%X", "%H:%M:%S")
}

const KNOWN: &str = "YymdHIMSjwuUWfpaAbhBzZ";

/// The date in a text.
///
/// # Errors
/// The message of the ValueError.
pub fn parse(text: &str, pattern: &str) -> Result<Calendar, String> {
    let mismatch =
        || format!("time data {text:?} does not match format {pattern:?}").replace('"', "'");
    let long = expanded(pattern);
    let mut parts = Parts::default();
    let mut rest = Rest(text);
    let mut chars = long.chars();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            let before = rest.0.len();
            rest.skip_blanks();
            if rest.0.len() == before {
                return Err(mismatch());
            }
            // Any run of blanks in the pattern stands for one or more in the text.
            let mut ahead = chars.clone();
            while ahead.next().is_some_and(char::is_whitespace) {
                chars.next();
            }
            continue;
        }
        if c == '%' {
            match chars.next() {
                None => return Err(format!("stray % in format '{pattern}'")),
                Some('%') => match rest.0.strip_prefix('%') {
                    Some(after) => rest.0 = after,
                    None => return Err(mismatch()),
                },
                Some(kind) if KNOWN.contains(kind) => {
                    directive(&mut parts, &mut rest, kind).ok_or_else(mismatch)?;
                }
                Some(kind) => {
                    return Err(format!("'{kind}' is a bad directive in format '{pattern}'"));
                }
            }
            continue;
        }
        let mut ahead = rest.0.chars();
        match ahead.next() {
            Some(found) if found == c || found.to_lowercase().eq(c.to_lowercase()) => {
                rest.0 = ahead.as_str();
            }
            _ => return Err(mismatch()),
        }
    }
    if !rest.0.is_empty() {
        return Err(format!("unconverted data remains: {}", rest.0));
    }
    finish(parts)
}

/// Days from 1970 to a date of the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let y = if month <= 2 { year - 1 } else { year };
    let era = y.div_euclid(400);
    let of_era = y.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

fn month_len(year: i64, month: i64) -> i64 {
    let next = if month == 12 {
        days(year + 1, 1, 1)
    } else {
        days(year, month + 1, 1)
    };
    next - days(year, month, 1)
}

fn finish(parts: Parts) -> Result<Calendar, String> {
    let leap_day = parts.year.is_none() && parts.month == Some(2) && parts.day == Some(29);
    let year = parts.year.unwrap_or(if leap_day { 1904 } else { 1900 });
    let (mut month, mut day) = (parts.month.unwrap_or(1), parts.day.unwrap_or(1));
    if let Some(yearday) = parts.yearday
        && parts.month.is_none()
        && parts.day.is_none()
    {
        let mut left = yearday;
        month = 1;
        while month < 12 && left > month_len(year, month) {
            left -= month_len(year, month);
            month += 1;
        }
        day = left;
    }
    if day > month_len(year, month) {
        return Err("day is out of range for month".to_owned());
    }
    let hour = match (parts.hour, parts.twelve) {
        (Some(hour), _) => hour,
        (None, Some(twelve)) => twelve % 12 + if parts.afternoon == Some(true) { 12 } else { 0 },
        (None, None) => 0,
    };
    let number = days(year, month, day);
    Ok(Calendar {
        year: if leap_day { 1900 } else { year },
        month,
        day,
        hour,
        minute: parts.minute,
        second: parts.second,
        weekday: parts.weekday.unwrap_or((number + 3).rem_euclid(7)),
        yearday: parts.yearday.unwrap_or(number - days(year, 1, 1) + 1),
        summer: if parts.zone.is_some() { 0 } else { -1 },
        zone: parts.zone.unwrap_or_default(),
        offset: parts.offset.unwrap_or(0),
    })
}
