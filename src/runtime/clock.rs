//! The clocks and the calendar of the system, through the C library.

use std::mem::MaybeUninit;

/// A date and time of day with what the system knows about its zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// Year.
    pub year: i64,
    /// Month, from 1.
    pub month: i64,
    /// Day of the month, from 1.
    pub day: i64,
    /// Hour.
    pub hour: i64,
    /// Minute.
    pub minute: i64,
    /// Second, up to 61.
    pub second: i64,
    /// Day of the week, Monday is 0.
    pub weekday: i64,
    /// Day of the year, from 1.
    pub yearday: i64,
    /// 1 in summer time, 0 outside, -1 if that is not known.
    pub summer: i64,
    /// Name of the zone.
    pub zone: String,
    /// Seconds east of Greenwich.
    pub offset: i64,
}

/// The reading of a clock of the system in nanoseconds, None if there is no such clock.
pub fn read(id: i32) -> Option<i64> {
    let mut spec = MaybeUninit::<libc::timespec>::uninit();
    // SAFETY: `clock_gettime` fills the structure when it answers 0.
    let spec = unsafe {
        if libc::clock_gettime(id, spec.as_mut_ptr()) != 0 {
            return None;
        }
        spec.assume_init()
    };
    spec.tv_sec
        .checked_mul(1_000_000_000)?
        .checked_add(spec.tv_nsec)
}

/// The monotonic clock in nanoseconds: what waits and statistics are measured by.
pub fn monotonic() -> u64 {
    read(libc::CLOCK_MONOTONIC)
        .and_then(|ns| u64::try_from(ns).ok())
        .unwrap_or(0)
}

/// The smallest step of a clock of the system in nanoseconds.
pub fn resolution(id: i32) -> Option<i64> {
    let mut spec = MaybeUninit::<libc::timespec>::uninit();
    // SAFETY: `clock_getres` fills the structure when it answers 0.
    let spec = unsafe {
        if libc::clock_getres(id, spec.as_mut_ptr()) != 0 {
            return None;
        }
        spec.assume_init()
    };
    spec.tv_sec
        .checked_mul(1_000_000_000)?
        .checked_add(spec.tv_nsec)
}

/// The date of a moment in seconds since the epoch, in local time or in UTC; None beyond what the system can tell.
pub fn calendar(seconds: i64, local: bool) -> Option<Calendar> {
    let mut tm = MaybeUninit::<libc::tm>::zeroed();
    // SAFETY: both functions fill the structure unless they answer null; its zone points to text that lives as long as the process's zone
    // tables, and is copied here at once.
    unsafe {
        let filled = if local {
            libc::localtime_r(&seconds, tm.as_mut_ptr())
        } else {
            libc::gmtime_r(&seconds, tm.as_mut_ptr())
        };
        if filled.is_null() {
            return None;
        }
        let tm = tm.assume_init();
        let zone = if tm.tm_zone.is_null() {
            String::new()
        } else {
            std::ffi::CStr::from_ptr(tm.tm_zone)
                .to_string_lossy()
                .into_owned()
        };
        Some(Calendar {
            year: i64::from(tm.tm_year) + 1900,
            month: i64::from(tm.tm_mon) + 1,
            day: tm.tm_mday.into(),
            hour: tm.tm_hour.into(),
            minute: tm.tm_min.into(),
            second: tm.tm_sec.into(),
            weekday: (i64::from(tm.tm_wday) + 6) % 7,
            yearday: i64::from(tm.tm_yday) + 1,
            summer: tm.tm_isdst.into(),
            zone,
            offset: tm.tm_gmtoff,
        })
    }
}

/// The C structure of a date; None for a year that does not fit.
fn to_tm(date: &Calendar) -> Option<libc::tm> {
    let int = |n: i64| i32::try_from(n).ok();
    // SAFETY: zero bits are a valid `tm`.
    let mut tm: libc::tm = unsafe { MaybeUninit::zeroed().assume_init() };
    tm.tm_year = int(date.year.checked_sub(1900)?)?;
    tm.tm_mon = int(date.month - 1)?;
    tm.tm_mday = int(date.day)?;
    tm.tm_hour = int(date.hour)?;
    tm.tm_min = int(date.minute)?;
    tm.tm_sec = int(date.second)?;
    tm.tm_wday = int((date.weekday + 1) % 7)?;
    tm.tm_yday = int(date.yearday - 1)?;
    tm.tm_isdst = int(date.summer)?;
    Some(tm)
}

/// The moment of a date in local time, in seconds since the epoch.
pub fn moment(date: &Calendar) -> Option<i64> {
    let mut tm = to_tm(date)?;
    tm.tm_wday = -1;
    // SAFETY: the structure is filled in; the function normalises it in place.
    let seconds = unsafe { libc::mktime(&mut tm) };
    // The day of the week stays as it was when there is no such moment.
    (seconds != -1 || tm.tm_wday != -1).then_some(seconds)
}

/// A date as text after a pattern; None if the pattern is no C string or the text is very long.
pub fn formatted(pattern: &str, date: &Calendar) -> Option<String> {
    if pattern.is_empty() {
        return Some(String::new());
    }
    let mut tm = to_tm(date)?;
    let zone = std::ffi::CString::new(date.zone.as_str()).ok()?;
    tm.tm_zone = zone.as_ptr();
    tm.tm_gmtoff = date.offset;
    // A mark behind the pattern tells an empty result from one that does not fit.
    let pattern = std::ffi::CString::new(format!("{pattern}.")).ok()?;
    let mut size = 256 + pattern.as_bytes().len();
    while size < 1 << 24 {
        let mut buffer = vec![0u8; size];
        // SAFETY: the buffer has `size` bytes; pattern, zone and structure live during the call.
        let written =
            unsafe { libc::strftime(buffer.as_mut_ptr().cast(), size, pattern.as_ptr(), &tm) };
        if written > 0 {
            buffer.truncate(written - 1);
            return Some(String::from_utf8_lossy(&buffer).into_owned());
        }
        size *= 4;
    }
    None
}
