//! Decimal digits of finite floats: the shortest that read back, or exactly rounded ones. The standard library
//! computes them (exact, ties to even); this module takes its text apart.
#![forbid(unsafe_code)]

use std::fmt::Write;

use super::scale::decompose;

/// `0.d1d2d3… * 10^point`, without the sign. Zero is one digit 0 with point 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    pub digits: Vec<u8>,
    pub point: i64,
}

/// No double has more significant decimal digits.
const MOST_SIGNIFICANT: usize = 770;
/// No double has more decimal places.
const MOST_PLACES: usize = 1080;

/// The shortest digits that read back as `x`; of two equally close ones the even.
pub(super) fn shortest(x: f64) -> Digits {
    let digits = from_scientific(&format!("{:e}", x.abs()));
    if may_be_tie(x, digits.digits.len() as i64 - digits.point) {
        // The standard library rounds a tie up. The exactly rounded digits are even, and at least as close.
        let even = significant(x, digits.digits.len());
        if even != digits && even.read_back() == x.abs() {
            return even;
        }
    }
    digits
}

/// Can a finite `x` lie exactly between two decimal numbers of so many places?
pub fn may_be_tie(x: f64, places: i64) -> bool {
    let (mantissa, exponent) = decompose(x);
    if mantissa == 0 {
        return false;
    }
    // Half a unit of the last place is odd / (2^(places + 1) * 5^places): it has that many binary places.
    let binary_places = -exponent - i64::from(mantissa.trailing_zeros());
    places < 0 || binary_places == places + 1
}

impl Digits {
    fn read_back(&self) -> f64 {
        let digits: String = self.digits.iter().map(|&b| char::from(b)).collect();
        format!("0.{digits}e{}", self.point)
            .parse()
            .unwrap_or(f64::NAN)
    }
}

/// The first `n` significant digits (at least one), rounded half to even; trailing zeros are left off.
pub(super) fn significant(x: f64, n: usize) -> Digits {
    let places = n.clamp(1, MOST_SIGNIFICANT) - 1;
    from_scientific(&format!("{:.*e}", places, x.abs()))
}

/// The digits up to `places` after the point, rounded half to even; trailing zeros are left off.
pub(super) fn fractional(x: f64, places: usize) -> Digits {
    let mut text = String::with_capacity(32);
    // Writing to a String cannot fail.
    let _ = write!(text, "{:.*}", places.min(MOST_PLACES), x.abs());
    let whole = text.find('.').unwrap_or(text.len());
    let digits: Vec<u8> = text.bytes().filter(|&b| b != b'.').collect();
    let zeros = digits.iter().take_while(|&&b| b == b'0').count();
    if zeros == digits.len() {
        return Digits {
            digits: vec![b'0'],
            point: 1,
        };
    }
    trimmed(digits[zeros..].to_vec(), whole as i64 - zeros as i64)
}

fn from_scientific(text: &str) -> Digits {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let digits = mantissa.bytes().filter(|&b| b != b'.').collect();
    trimmed(digits, exponent.parse::<i64>().unwrap_or(0) + 1)
}

fn trimmed(mut digits: Vec<u8>, point: i64) -> Digits {
    while digits.len() > 1 && digits.last() == Some(&b'0') {
        digits.pop();
    }
    Digits { digits, point }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(d: Digits) -> (String, i64) {
        (String::from_utf8(d.digits).expect("digits"), d.point)
    }

    #[test]
    #[allow(clippy::excessive_precision)]
    fn ties_are_even() {
        assert_eq!(
            pair(shortest(1596256801524558.25)),
            ("15962568015245582".into(), 16)
        );
        assert_eq!(
            pair(shortest(90043473894044.125)),
            ("9004347389404412".into(), 14)
        );
        assert_eq!(
            pair(shortest(985569698355428.75)),
            ("9855696983554288".into(), 15)
        );
        assert_eq!(pair(shortest(2.5)), ("25".into(), 1));
    }

    #[test]
    fn of_known_numbers() {
        assert_eq!(pair(shortest(0.1)), ("1".into(), 0));
        assert_eq!(pair(shortest(-1234.5)), ("12345".into(), 4));
        assert_eq!(pair(shortest(0.0)), ("0".into(), 1));
        assert_eq!(pair(significant(2.5, 1)), ("2".into(), 1));
        assert_eq!(pair(significant(9.96, 2)), ("1".into(), 2));
        assert_eq!(pair(fractional(0.5, 0)), ("0".into(), 1));
        assert_eq!(pair(fractional(1.5, 0)), ("2".into(), 1));
        assert_eq!(pair(fractional(0.000123, 5)), ("12".into(), -3));
        assert_eq!(pair(fractional(99.99, 1)), ("1".into(), 3));
        assert_eq!(fractional(5e-324, 100_000).digits.len(), 751);
        assert_eq!(
            significant(f64::MIN_POSITIVE * (2.0 - f64::EPSILON), 100_000)
                .digits
                .len(),
            767
        );
    }
}
