//! Floats as integer times power of two: taking apart, and putting together with one correct rounding.
#![forbid(unsafe_code)]

/// Mantissa and exponent with `|x| = mantissa * 2^exponent`, for finite `x`; the mantissa is below 2^53.
pub fn decompose(x: f64) -> (u64, i64) {
    let bits = x.to_bits();
    let mantissa = bits & ((1 << 52) - 1);
    match (bits >> 52 & 0x7FF) as i64 {
        0 => (mantissa, -1074),
        exponent => (mantissa | 1 << 52, exponent - 1075),
    }
}

/// 2 to an exponent that a float can have; zero below, infinity above.
pub fn power_of_two(exponent: i64) -> f64 {
    match exponent {
        ..-1074 => 0.0,
        -1074..-1022 => f64::from_bits(1 << (exponent + 1074)),
        -1022..=1023 => f64::from_bits(((exponent + 1023) as u64) << 52),
        _ => f64::INFINITY,
    }
}

/// `(top + a little more if sticky) * 2^exponent`, rounded half to even; infinity if too large.
///
/// With `sticky`, `top` must have at least 55 bits, or the little more would be lost.
pub fn round_scaled(top: u128, sticky: bool, exponent: i64) -> f64 {
    if top == 0 {
        return 0.0;
    }
    let bits = 128 - i64::from(top.leading_zeros());
    let Some(leading) = exponent.checked_add(bits - 1) else {
        return f64::INFINITY;
    };
    if leading > 1023 {
        return f64::INFINITY;
    }
    // The exponent of the last place that the result can hold.
    let unit = leading.saturating_sub(52).max(-1074);
    let drop = unit.saturating_sub(exponent);
    let mantissa = match drop {
        ..=0 => top << -drop,
        1..=127 => {
            let (kept, lost) = (top >> drop, top & ((1 << drop) - 1));
            let half = 1 << (drop - 1);
            let up = lost > half || lost == half && (sticky || kept & 1 == 1);
            kept + u128::from(up)
        }
        128 => u128::from(top > 1 << 127 || top == 1 << 127 && sticky),
        _ => 0,
    };
    // At most 2^53 times a power that keeps it exact.
    mantissa as f64 * power_of_two(unit)
}

/// `x * 2^exponent`, rounded once (`math.ldexp` without its error for overflow).
pub fn ldexp(x: f64, exponent: i64) -> f64 {
    if x == 0.0 || !x.is_finite() {
        return x;
    }
    let (mantissa, own) = decompose(x);
    round_scaled(mantissa.into(), false, own.saturating_add(exponent)).copysign(x)
}

/// `math.frexp(x)`: a mantissa in [0.5, 1) and an exponent; zero, infinities and NaN answer themselves and 0.
pub fn frexp(x: f64) -> (f64, i32) {
    if x == 0.0 || !x.is_finite() {
        return (x, 0);
    }
    let (mantissa, exponent) = decompose(x);
    let bits = 64 - i64::from(mantissa.leading_zeros());
    let scaled = mantissa as f64 * power_of_two(-bits);
    (scaled.copysign(x), (exponent + bits) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn taking_apart_and_putting_together() {
        for x in [
            1.0,
            0.1,
            5e-324,
            f64::MAX,
            f64::MIN_POSITIVE,
            1e-310,
            123456.789,
        ] {
            let (mantissa, exponent) = decompose(x);
            assert_eq!(round_scaled(mantissa.into(), false, exponent), x);
            let (m, e) = frexp(-x);
            assert!((0.5..1.0).contains(&-m));
            assert_eq!(ldexp(m, e.into()), -x);
        }
    }

    #[test]
    fn rounding() {
        assert_eq!(round_scaled(1, false, -1075), 0.0);
        assert_eq!(round_scaled(3, false, -1076), 5e-324);
        assert_eq!(round_scaled(1 << 127, true, -1202), 5e-324);
        assert_eq!(round_scaled(1 << 127, false, -1202), 0.0);
        assert_eq!(round_scaled(u128::MAX, false, 1023 - 127), f64::INFINITY);
        assert_eq!(round_scaled((1 << 54) - 1, false, 970), f64::INFINITY);
        assert_eq!(round_scaled((1 << 54) - 2, false, 970), f64::MAX);
        assert_eq!(ldexp(1.0, i64::MAX), f64::INFINITY);
        assert_eq!(ldexp(-1.0, i64::MIN), 0.0);
        assert_eq!(ldexp(3.0, -1075), 1e-323);
    }
}
