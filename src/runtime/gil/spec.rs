//! GIL specifications: `interval`, `interval:5ms`, `ticks:100`, `off`, with modifiers.

use super::{Policy, Switching};
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

/// How an interpreter's threads share it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GilMode {
    /// A lock that a waiting thread asks for after an interval.
    Interval(Duration),
    /// A lock that is handed over after exactly this many instructions.
    Ticks(u64),
    /// No lock: threads run in parallel.
    Off,
}

/// Who gets the lock next, and how.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct GilModifiers {
    /// The longest waiter gets it.
    pub fair: bool,
    /// It is released and contended for.
    pub race: bool,
    /// A thread that comes back from a blocking call gets it at the next safepoint.
    pub boost: bool,
    /// Switches are drawn from a generator with this seed.
    pub seed: Option<u64>,
}

/// A mode with its modifiers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct GilSpec {
    /// The mode.
    pub mode: GilMode,
    /// The modifiers.
    pub modifiers: GilModifiers,
}

/// A specification that makes no sense.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error(
    "bad GIL specification '{spec}': {why}; accepted: interval[:DURATION], ticks[:N], off, each followed by ,fair ,race ,boost ,seed=N \
     (DURATION like 5ms, 500us, 1s; off takes no modifiers)"
)]
pub struct BadGilSpec {
    spec: String,
    why: &'static str,
}

impl Default for GilSpec {
    fn default() -> GilSpec {
        GilSpec {
            mode: GilMode::Interval(Duration::from_millis(5)),
            modifiers: GilModifiers::default(),
        }
    }
}

impl GilSpec {
    /// How many instructions a turn has, where they are counted.
    pub fn ticks(&self) -> Option<u64> {
        match self.mode {
            GilMode::Ticks(n) => Some(n),
            GilMode::Interval(_) | GilMode::Off => None,
        }
    }

    /// Without a word on it, `interval` switches by force and `ticks` races.
    pub fn policy(&self) -> Policy {
        let switching = match self.mode {
            _ if self.modifiers.fair => Switching::Fair,
            _ if self.modifiers.race => Switching::Race,
            GilMode::Ticks(_) => Switching::Race,
            GilMode::Interval(_) | GilMode::Off => Switching::Forced,
        };
        let interval = match self.mode {
            GilMode::Interval(interval) => Some(interval),
            GilMode::Ticks(_) => None,
            GilMode::Off => Policy::default().interval,
        };
        Policy {
            switching,
            boost: self.modifiers.boost,
            interval,
        }
    }
}

/// As [`FromStr`] reads it, with what is left out by default written out.
impl fmt::Display for GilSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.mode {
            GilMode::Interval(interval) => {
                let us = interval.as_micros();
                match (us % 1_000_000, us % 1000) {
                    (0, _) => write!(f, "interval:{}s", us / 1_000_000)?,
                    (_, 0) => write!(f, "interval:{}ms", us / 1000)?,
                    _ => write!(f, "interval:{us}us")?,
                }
            }
            GilMode::Ticks(n) => write!(f, "ticks:{n}")?,
            GilMode::Off => f.write_str("off")?,
        }
        for (is_set, word) in [
            (self.modifiers.fair, ",fair"),
            (self.modifiers.race, ",race"),
            (self.modifiers.boost, ",boost"),
        ] {
            if is_set {
                f.write_str(word)?;
            }
        }
        match self.modifiers.seed {
            Some(seed) => write!(f, ",seed={seed}"),
            None => Ok(()),
        }
    }
}

fn duration(text: &str) -> Option<Duration> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, unit) = text.split_at(digits);
    let number: u64 = number.parse().ok()?;
    let duration = match unit {
        "us" => Duration::from_micros(number),
        "ms" => Duration::from_millis(number),
        "s" => Duration::from_secs(number),
        _ => return None,
    };
    (!duration.is_zero()).then_some(duration)
}

impl FromStr for GilSpec {
    type Err = BadGilSpec;

    fn from_str(spec: &str) -> Result<GilSpec, BadGilSpec> {
        let bad = |why| BadGilSpec {
            spec: spec.to_owned(),
            why,
        };
        let mut parts = spec.split(',');
        let mode =
            match parts.next().unwrap_or("") {
                "" => return Err(bad("it is empty")),
                "interval" => GilMode::Interval(Duration::from_millis(5)),
                "ticks" => GilMode::Ticks(100),
                "off" => GilMode::Off,
                word => {
                    if let Some(text) = word.strip_prefix("interval:") {
                        GilMode::Interval(duration(text).ok_or_else(|| {
                            bad("the interval is no positive duration with a unit")
                        })?)
                    } else if let Some(text) = word.strip_prefix("ticks:") {
                        match text.parse() {
                            Ok(n) if n > 0 => GilMode::Ticks(n),
                            _ => return Err(bad("the number of ticks is no positive integer")),
                        }
                    } else {
                        return Err(bad("unknown mode"));
                    }
                }
            };
        let mut modifiers = GilModifiers::default();
        for part in parts {
            if mode == GilMode::Off {
                return Err(bad("off takes no modifiers"));
            }
            match part {
                "fair" => modifiers.fair = true,
                "race" => modifiers.race = true,
                "boost" => modifiers.boost = true,
                _ => match part
                    .strip_prefix("seed=")
                    .and_then(|seed| seed.parse().ok())
                {
                    Some(seed) => modifiers.seed = Some(seed),
                    None => return Err(bad("unknown modifier")),
                },
            }
        }
        if modifiers.fair && modifiers.race {
            return Err(bad("fair and race exclude each other"));
        }
        Ok(GilSpec { mode, modifiers })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn specifications_are_read() {
        let spec: GilSpec = "ticks:100,race,seed=7".parse().expect("valid");
        assert_eq!(spec.mode, GilMode::Ticks(100));
        assert!(spec.modifiers.race && spec.modifiers.seed == Some(7));
        assert_eq!(
            "interval:500us".parse::<GilSpec>().expect("valid").mode,
            GilMode::Interval(Duration::from_micros(500))
        );
        for shown in [
            "ticks:100,race,seed=7",
            "interval:500us",
            "interval:5ms,fair,boost",
            "interval:2s",
            "off",
        ] {
            assert_eq!(shown.parse::<GilSpec>().expect("valid").to_string(), shown);
        }
        for wrong in [
            "",
            "ticks:0",
            "interval:-1",
            "interval:5",
            "off,seed=1",
            "foo",
            "ticks:5,slow",
            "interval,fair,race",
        ] {
            let message = wrong.parse::<GilSpec>().expect_err(wrong).to_string();
            assert!(message.contains("accepted:"), "{message}");
        }
    }
}
