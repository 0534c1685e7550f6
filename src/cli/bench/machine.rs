//! Where and when figures were taken.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::time::{SystemTime, UNIX_EPOCH};

/// The machine, and what it was doing.
pub struct Machine {
    /// Processors that this process may use.
    pub processors: usize,
    /// The name of the first one.
    pub processor: String,
    /// The system and its version.
    pub system: String,
    /// Processes that ran or waited for a processor in the last minute, on average.
    pub load: Option<f64>,
    /// The date by the clock, in UTC.
    pub date: String,
}

impl Machine {
    /// Looks at it.
    pub fn look() -> Machine {
        let read = |path: &str| std::fs::read_to_string(path).unwrap_or_default();
        let processors = read("/proc/cpuinfo");
        let name = processors
            .lines()
            .find_map(|line| line.strip_prefix("model name")?.split_once(':'));
        let release = read("/proc/sys/kernel/osrelease");
        let load = read("/proc/loadavg");
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        Machine {
            processors: std::thread::available_parallelism().map_or(1, usize::from),
            processor: match name {
                Some((_, name)) => name.trim().to_owned(),
                None => std::env::consts::ARCH.to_owned(),
            },
            system: format!("{} {}", std::env::consts::OS, release.trim())
                .trim()
                .to_owned(),
            load: load.split(' ').next().and_then(|word| word.parse().ok()),
            date: date(since.map_or(0, |since| since.as_secs())),
        }
    }
}

/// Lets this process, and so those that it starts, have as many descriptors as the system allows it. Returns how many; none if there is no limit.
pub fn allow_descriptors() -> Option<u64> {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit {
        current: limit.maximum,
        ..limit
    };
    match setrlimit(Resource::Nofile, raised) {
        Ok(()) => limit.maximum,
        // Some systems refuse what they call the limit.
        Err(_) => limit.current,
    }
}

/// Seconds since 1970 as a date and time in UTC, by the calendar that begins its years with March.
fn date(seconds: u64) -> String {
    let (days, second) = (seconds / 86_400, seconds % 86_400);
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let leap_days = day_of_era / 1460 + day_of_era / 146_096 - day_of_era / 36_524;
    let year_of_era = (day_of_era - leap_days) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    format!(
        "{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z",
        second / 3600,
        second / 60 % 60,
        second % 60
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        for (seconds, expected) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_709_251_199, "2024-02-29T23:59:59Z"),
            (1_709_251_200, "2024-03-01T00:00:00Z"),
            (4_102_444_799, "2099-12-31T23:59:59Z"),
        ] {
            assert_eq!(date(seconds), expected);
        }
    }
}
