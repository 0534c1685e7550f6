//! The gamma function and its logarithm, by Lanczos' approximation with 13 terms and g = 6.0246800407767296.
// Constants are written with the digits that their sources give.
#![allow(clippy::excessive_precision)]

use super::{domain_error, range_error};
use crate::object::{Beside, NativeDef, Res, Thread, Value};
use crate::types::float::convert::real_argument;
use std::f64::consts::PI;

const G: f64 = 6.024680040776729583740234375;
const G_MINUS_HALF: f64 = 5.524680040776729583740234375;
const LOG_PI: f64 = 1.144729885849400174143427351353058711647;

/// Coefficients of numerator and denominator, lowest first.
const TERMS: [(f64, f64); 13] = [
    (23531376880.410759688572007674451636754734846804940, 0.0),
    (
        42919803642.649098768957899047001988850926355848959,
        39916800.0,
    ),
    (
        35711959237.355668049440185451547166705960488635843,
        120543840.0,
    ),
    (
        17921034426.037209699919755754458931112671403265390,
        150917976.0,
    ),
    (
        6039542586.3520280050642916443072979210699388420708,
        105258076.0,
    ),
    (
        1439720407.3117216736632230727949123939715485786372,
        45995730.0,
    ),
    (
        248874557.86205415651146038641322942321632125127801,
        13339535.0,
    ),
    (
        31426415.585400194380614231628318205362874684987640,
        2637558.0,
    ),
    (
        2876370.6289353724412254090516208496135991145378768,
        357423.0,
    ),
    (186056.26539522349504029498971604569928220784236328, 32670.0),
    (8071.6720023658162106380029022722506138218516325024, 1925.0),
    (210.82427775157934587250973392071336271166969580291, 66.0),
    (2.5066282746310002701649081771338373386264310793408, 1.0),
];

fn lanczos_sum(x: f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    if x < 5.0 {
        for (n, d) in TERMS.iter().rev() {
            above = above * x + n;
            below = below * x + d;
        }
    } else {
        // From the other end, so that large numbers do not overflow.
        for (n, d) in TERMS {
            above = above / x + n;
            below = below / x + d;
        }
    }
    above / below
}

/// The sine of pi times a finite number.
fn sin_pi(x: f64) -> f64 {
    let y = x.abs() % 2.0;
    let value = match (2.0 * y).round() as i32 {
        0 => (PI * y).sin(),
        1 => (PI * (y - 0.5)).cos(),
        // Not sin(pi - y), which is inexact near 1.
        2 => (PI * (1.0 - y)).sin(),
        3 => -(PI * (y - 1.5)).cos(),
        _ => (PI * (y - 2.0)).sin(),
    };
    1.0f64.copysign(x) * value
}

/// What went wrong.
enum Fault {
    Domain,
    Range,
}

fn gamma_of(x: f64) -> Result<f64, Fault> {
    if !x.is_finite() {
        return if x.is_nan() || x > 0.0 {
            Ok(x)
        } else {
            Err(Fault::Domain)
        };
    }
    if x == 0.0 {
        return Err(Fault::Domain);
    }
    if x == x.floor() {
        if x < 0.0 {
            return Err(Fault::Domain);
        }
        if x <= 23.0 {
            return Ok((1..x as u64).map(|n| n as f64).product());
        }
    }
    let abs = x.abs();
    if abs < 1e-20 {
        let inverse = 1.0 / x;
        return if inverse.is_infinite() {
            Err(Fault::Range)
        } else {
            Ok(inverse)
        };
    }
    if abs > 200.0 {
        return if x < 0.0 {
            Ok(0.0 / sin_pi(x))
        } else {
            Err(Fault::Range)
        };
    }
    let y = abs + G_MINUS_HALF;
    // The rounding error of that sum.
    let error = if abs > G_MINUS_HALF {
        (y - abs) - G_MINUS_HALF
    } else {
        (y - G_MINUS_HALF) - abs
    };
    let z = error * G / y;
    let mut r;
    if x < 0.0 {
        r = -PI / sin_pi(abs) / abs * y.exp() / lanczos_sum(abs);
        r -= z * r;
        if abs < 140.0 {
            r /= y.powf(abs - 0.5);
        } else {
            let root = y.powf(abs / 2.0 - 0.25);
            r /= root;
            r /= root;
        }
    } else {
        r = lanczos_sum(abs) / y.exp();
        r += z * r;
        if abs < 140.0 {
            r *= y.powf(abs - 0.5);
        } else {
            let root = y.powf(abs / 2.0 - 0.25);
            r *= root;
            r *= root;
        }
    }
    if r.is_infinite() {
        Err(Fault::Range)
    } else {
        Ok(r)
    }
}

fn log_gamma_of(x: f64) -> Result<f64, Fault> {
    if !x.is_finite() {
        return Ok(if x.is_nan() { x } else { f64::INFINITY });
    }
    if x == x.floor() && x <= 2.0 {
        return if x <= 0.0 {
            Err(Fault::Domain)
        } else {
            Ok(0.0)
        };
    }
    let abs = x.abs();
    if abs < 1e-20 {
        return Ok(-abs.ln());
    }
    let mut r = lanczos_sum(abs).ln() - G;
    r += (abs - 0.5) * ((abs + G - 0.5).ln() - 1.0);
    if x < 0.0 {
        r = LOG_PI - sin_pi(abs).abs().ln() - abs.ln() - r;
    }
    if r.is_infinite() {
        Err(Fault::Range)
    } else {
        Ok(r)
    }
}

fn run(thread: &Thread, args: &[Value], f: fn(f64) -> Result<f64, Fault>) -> Res {
    match f(real_argument(thread, &args[0])?) {
        Ok(value) => thread.float(value),
        Err(Fault::Domain) => Err(domain_error(thread)),
        Err(Fault::Range) => Err(range_error(thread)),
    }
}

fn gamma(thread: &Thread, args: &[Value]) -> Res {
    run(thread, args, gamma_of)
}

fn lgamma(thread: &Thread, args: &[Value]) -> Res {
    run(thread, args, log_gamma_of)
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::function("gamma", "(x, /)", gamma).doc(
            "The gamma function at x. For a positive integer n it is the factorial of n -\n\
        1.",
        ),
        NativeDef::function("lgamma", "(x, /)", lgamma)
            .doc("The natural logarithm of the gamma function's magnitude at x."),
    ],
);
