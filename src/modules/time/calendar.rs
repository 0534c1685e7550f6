//! Dates: struct_time, and the functions that convert between it, moments and text.

use crate::object::{NativeDef, Raised, Res, Str, Thread, Value};
use crate::runtime::classes::{ClassDef, once};
use crate::runtime::clock::{self, Calendar};
use crate::runtime::protocol::convert::index;
use crate::struct_sequence;
use crate::types::float::convert::real;
use crate::types::struct_sequence as sequence;
use crate::types::text::args::type_name;

static CLASS: ClassDef = struct_sequence!("time.struct_time", "A time as calendar and clock show it: what gmtime(), localtime() and strptime() give.", 0, [
    0 "tm_year" "The year, such as 1993.",
    1 "tm_mon" "The month, 1 to 12.",
    2 "tm_mday" "The day of the month, 1 to 31.",
    3 "tm_hour" "The hour, 0 to 23.",
    4 "tm_min" "The minute, 0 to 59.",
    5 "tm_sec" "The second, 0 to 61.",
    6 "tm_wday" "The day of the week, 0 for Monday to 6.",
    7 "tm_yday" "The day of the year, 1 to 366.",
    8 "tm_isdst" "1 in daylight saving time, 0 outside, -1 if that is unknown.",
]);

/// The class `time.struct_time`.
///
/// # Errors
/// MemoryError
pub fn class(thread: &Thread) -> Res {
    once(thread, &CLASS, make_class)
}

fn make_class(thread: &Thread, def: &'static ClassDef) -> Res {
    let class = sequence::new_class(thread, def)?;
    let namespace = class.as_class().map(|class| class.dict.get());
    if let Some(dict) = namespace.as_ref().and_then(Value::as_dict) {
        dict.set(thread, thread.intern(b"n_fields")?, Value::from_i32(11))?;
    }
    Ok(class)
}

/// The local time zone: seconds west of Greenwich, and names.
pub struct Zone {
    /// Outside of summer time.
    pub standard: i64,
    /// In summer time.
    pub summer: i64,
    /// Whether there is summer time.
    pub has_summer: bool,
    /// Names of both.
    pub names: (String, String),
}

/// The zone as January and July of this year show it.
pub fn zone() -> Zone {
    let now = clock::read(libc::CLOCK_REALTIME).unwrap_or(0) / 1_000_000_000;
    let year = 31_556_952;
    let start = now / year * year;
    let at = |moment| {
        clock::calendar(moment, true)
            .map_or((0, "UTC".to_owned()), |date| (-date.offset, date.zone))
    };
    let (january, july) = (at(start), at(start + year / 2));
    let has_summer = january.0 != july.0;
    let (standard, summer) = if january.0 < july.0 {
        (july, january)
    } else {
        (january, july)
    };
    Zone {
        standard: standard.0,
        summer: summer.0,
        has_summer,
        names: (standard.1, summer.1),
    }
}

/// An instance of struct_time; the zone is kept as attributes of the date it stands for.
///
/// # Errors
/// MemoryError
pub fn struct_time(thread: &Thread, date: &Calendar) -> Res {
    let class = class(thread)?;
    let mut items = Vec::with_capacity(9);
    for n in [
        date.year,
        date.month,
        date.day,
        date.hour,
        date.minute,
        date.second,
        date.weekday,
        date.yearday,
        date.summer,
    ] {
        items.push(thread.int(n)?);
    }
    sequence::instance(thread, &class, &items)
}

/// A moment given as number of seconds; now if it is absent or None.
fn moment(thread: &Thread, value: &Value) -> Res<i64> {
    let Some(value) = value.bound().filter(|value| !value.is_none()) else {
        return Ok(super::reading(thread, libc::CLOCK_REALTIME)?.div_euclid(1_000_000_000));
    };
    if value.as_int().is_none()
        && let Some(float) = real(thread, value)?
    {
        if float.is_nan() {
            return Err(thread.value_error("Invalid value NaN (not a number)"));
        }
        let floor = float.floor();
        if !(-9.3e18..9.2e18).contains(&floor) {
            return Err(thread.overflow_error("timestamp out of range for platform time_t"));
        }
        return Ok(floor as i64);
    }
    let int = index(thread, value)?;
    int.as_int()
        .and_then(|int| int.to_i64())
        .ok_or_else(|| thread.overflow_error("timestamp out of range for platform time_t"))
}

fn date_of(thread: &Thread, value: &Value, local: bool) -> Res<Calendar> {
    let seconds = moment(thread, value)?;
    clock::calendar(seconds, local)
        .ok_or_else(|| crate::types::exception::os_error::from_errno(thread, libc::EOVERFLOW, &[]))
}

fn gmtime(thread: &Thread, args: &[Value]) -> Res {
    struct_time(thread, &date_of(thread, &args[0], false)?)
}

fn localtime(thread: &Thread, args: &[Value]) -> Res {
    struct_time(thread, &date_of(thread, &args[0], true)?)
}

/// A date given as tuple of nine numbers; now in local time if it is absent.
fn date_argument(thread: &Thread, value: &Value, function: &str) -> Res<Calendar> {
    let Some(value) = value.bound() else {
        return date_of(thread, &Value::UNBOUND, true);
    };
    let Some(items) = value.as_tuple() else {
        return Err(thread.type_error("Tuple or struct_time argument required"));
    };
    if items.len() != 9 {
        return Err(thread.type_error(format!("{function}(): illegal time tuple argument")));
    }
    let mut numbers = [0i64; 9];
    for (place, item) in numbers.iter_mut().zip(items) {
        let int = index(thread, item)?;
        *place = int
            .as_int()
            .and_then(|int| int.to_i64())
            .filter(|int| i32::try_from(*int).is_ok())
            .ok_or_else(|| thread.overflow_error("Python int too large to convert to C int"))?;
    }
    let [
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        summer,
    ] = numbers;
    Ok(Calendar {
        year,
        month,
        day,
        hour,
        minute,
        second,
        weekday,
        yearday,
        summer,
        zone: zone_name(summer),
        offset: 0,
    })
}

fn zone_name(summer: i64) -> String {
    let zone = zone();
    if summer > 0 {
        zone.names.1
    } else {
        zone.names.0
    }
}

/// Puts zeros where one is the least, and checks that everything is in its range.
fn check(thread: &Thread, date: &mut Calendar) -> Res<()> {
    for field in [&mut date.month, &mut date.day, &mut date.yearday] {
        if *field == 0 {
            *field = 1;
        }
    }
    let problem = if !(1..=12).contains(&date.month) {
        "month out of range"
    } else if !(1..=31).contains(&date.day) {
        "day of month out of range"
    } else if !(0..=23).contains(&date.hour) {
        "hour out of range"
    } else if !(0..=59).contains(&date.minute) {
        "minute out of range"
    } else if !(0..=61).contains(&date.second) {
        "seconds out of range"
    } else if date.weekday < -1 {
        "day of week out of range"
    } else if !(1..=366).contains(&date.yearday) {
        "day of year out of range"
    } else {
        date.weekday = date.weekday.rem_euclid(7);
        date.summer = date.summer.signum();
        return Ok(());
    };
    Err(thread.value_error(problem))
}

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

fn shown(thread: &Thread, date: &Calendar) -> Res {
    let text = format!(
        "{} {}{:3} {:02}:{:02}:{:02} {}",
        DAYS[date.weekday.rem_euclid(7) as usize],
        MONTHS[(date.month - 1).rem_euclid(12) as usize],
        date.day,
        date.hour,
        date.minute,
        date.second,
        date.year
    );
    Str::new_value(thread, &text)
}

fn asctime(thread: &Thread, args: &[Value]) -> Res {
    let mut date = date_argument(thread, &args[0], "asctime")?;
    check(thread, &mut date)?;
    shown(thread, &date)
}

fn ctime(thread: &Thread, args: &[Value]) -> Res {
    shown(thread, &date_of(thread, &args[0], true)?)
}

fn mktime(thread: &Thread, args: &[Value]) -> Res {
    let date = date_argument(thread, &args[0], "mktime")?;
    match clock::moment(&date) {
        Some(moment) => thread.float(moment as f64),
        None => Err(thread.overflow_error("mktime argument out of range")),
    }
}

fn strftime(thread: &Thread, args: &[Value]) -> Res {
    let Some(pattern) = args[0].as_str_object() else {
        return Err(thread.type_error(format!(
            "strftime() argument 1 must be str, not {}",
            type_name(thread, &args[0])
        )));
    };
    let mut date = date_argument(thread, &args[1], "strftime")?;
    check(thread, &mut date)?;
    let pattern = pattern.to_text();
    if pattern.contains('\0') {
        return Err(thread.value_error("embedded null character"));
    }
    match clock::formatted(&pattern, &date) {
        Some(text) => Str::new_value(thread, &text),
        None => Err(thread.memory_error()),
    }
}

fn strptime(thread: &Thread, args: &[Value]) -> Res {
    let text = |value: &Value, place: usize| -> Res<String> {
        match value.as_str_object() {
            Some(text) => Ok(text.to_text().into_owned()),
            None => Err(bad_text(thread, value, place)),
        }
    };
    let pattern = match args[1].bound() {
        Some(pattern) => text(pattern, 1)?,
        None => "%a %b %d %H:%M:%S %Y".to_owned(),
    };
    let date = super::parse::parse(&text(&args[0], 0)?, &pattern)
        .map_err(|message| thread.value_error(message))?;
    struct_time(thread, &date)
}

fn bad_text(thread: &Thread, value: &Value, place: usize) -> Raised {
    let class = crate::runtime::native_call::class_text(thread.class_of(value));
    thread.type_error(format!(
        "strptime() argument {place} must be str, not <class '{class}'>"
    ))
}

fn tzset(_: &Thread, _: &[Value]) -> Res {
    Ok(Value::NONE)
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("gmtime", "(seconds=None, /)", gmtime)
        .doc(
            "gmtime([seconds]) -> struct_time\n\n\
            Seconds since the epoch as UTC; now, if they are left out.",
        )
        .unsigned(),
    NativeDef::function("localtime", "(seconds=None, /)", localtime)
        .doc(
            "localtime([seconds]) -> struct_time\n\n\
            Seconds since the epoch as local time; now, if they are left out.",
        )
        .unsigned(),
    NativeDef::function("asctime", "(time_tuple=<unrepresentable>, /)", asctime)
        .doc(
            "asctime([tuple]) -> string\n\n\
            A time tuple as text such as 'Sat Jun 06 16:26:11 1998'; the local time now,\n\
            if it is left out.",
        )
        .unsigned(),
    NativeDef::function("ctime", "(seconds=None, /)", ctime)
        .doc(
            "ctime(seconds) -> string\n\n\
            Seconds since the epoch as text in local time; now, if they are left out.",
        )
        .unsigned(),
    NativeDef::function("mktime", "(time_tuple, /)", mktime)
        .doc(
            "mktime(tuple) -> float\n\n\
            A time tuple in local time as seconds since the epoch.",
        )
        .shown_as("($self, object, /)"),
    NativeDef::function(
        "strftime",
        "(format, time_tuple=<unrepresentable>, /)",
        strftime,
    )
    .doc(
        "strftime(format[, tuple]) -> string\n\n\
        A time as text in a format. Some of the codes:\n\n\
        %Y  year                  %H  hour (00 to 23)\n\
        %m  month (01 to 12)      %M  minute\n\
        %d  day of the month      %S  second\n\
        %j  day of the year       %p  AM or PM\n\
        %a %A  day of the week    %b %B  name of the month\n\
        %z %Z  time zone          %%  the percent sign",
    )
    .unsigned(),
    NativeDef::function(
        "strptime",
        "(string, format=<unrepresentable>, /)",
        strptime,
    )
    .doc(
        "strptime(string, format) -> struct_time\n\n\
        Reads a time from text that has a format, with the codes of strftime().",
    )
    .unsigned(),
    NativeDef::function("tzset", "()", tzset)
        .doc(
            "tzset()\n\n\
            Looks at the environment variable TZ again.",
        )
        .shown_as("($self, /)"),
];
