//! Functions of the C mathematics library that Rust's does not offer. They take and give plain numbers.

#[allow(unsafe_code)]
mod foreign {
    // SAFETY: the C library's functions of these names have these types; they touch no memory.
    unsafe extern "C" {
        pub safe fn erf(x: f64) -> f64;
        pub safe fn erfc(x: f64) -> f64;
        pub safe fn nextafter(x: f64, y: f64) -> f64;
        pub safe fn acosh(x: f64) -> f64;
        pub safe fn asinh(x: f64) -> f64;
        pub safe fn atanh(x: f64) -> f64;
    }
}

/// The error function.
pub fn erf(x: f64) -> f64 {
    foreign::erf(x)
}

/// One minus the error function, exact where that is small.
pub fn erfc(x: f64) -> f64 {
    foreign::erfc(x)
}

/// The next float from `x` towards `y`.
pub fn next_after(x: f64, y: f64) -> f64 {
    foreign::nextafter(x, y)
}

/// The inverse hyperbolic cosine.
pub fn acosh(x: f64) -> f64 {
    foreign::acosh(x)
}

/// The inverse hyperbolic sine.
pub fn asinh(x: f64) -> f64 {
    foreign::asinh(x)
}

/// The inverse hyperbolic tangent.
pub fn atanh(x: f64) -> f64 {
    foreign::atanh(x)
}
