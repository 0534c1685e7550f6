//! Sums and norms of many numbers with the rounding errors kept: fsum, sumprod, hypot, dist, prod.

use crate::base::float::scale;
use crate::object::{Beside, Builtin, NativeDef, Res, Thread, Value};
use crate::runtime::protocol::{self, BinaryOp, binary, for_each};
use crate::types::float::convert::real_argument;

/// A sum without its rounding error, and that error.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let x = a + b;
    let z = x - a;
    (x, (a - (x - z)) + (b - z))
}

/// As [`two_sum`], where `a` is the larger one.
fn fast_two_sum(a: f64, b: f64) -> (f64, f64) {
    let x = a + b;
    (x, (a - x) + b)
}

fn two_product(a: f64, b: f64) -> (f64, f64) {
    let z = a * b;
    (z, a.mul_add(b, -z))
}

/// An exact sum of floats (Shewchuk): partial sums that do not overlap, smallest first.
#[derive(Default)]
struct Partials {
    parts: Vec<f64>,
    special: f64,
    infinities: f64,
}

impl Partials {
    fn add(&mut self, thread: &Thread, item: f64) -> Res<()> {
        let mut x = item;
        let mut kept = 0;
        for i in 0..self.parts.len() {
            let mut y = self.parts[i];
            if x.abs() < y.abs() {
                std::mem::swap(&mut x, &mut y);
            }
            let (high, low) = fast_two_sum(x, y);
            if low != 0.0 {
                self.parts[kept] = low;
                kept += 1;
            }
            x = high;
        }
        self.parts.truncate(kept);
        if x == 0.0 {
            return Ok(());
        }
        if !x.is_finite() {
            if item.is_finite() {
                return Err(thread.overflow_error("intermediate overflow in fsum"));
            }
            if item.is_infinite() {
                self.infinities += item;
            }
            self.special += item;
            self.parts.clear();
        } else {
            self.parts.push(x);
        }
        Ok(())
    }

    fn total(self, thread: &Thread) -> Res<f64> {
        if self.special != 0.0 {
            if self.infinities.is_nan() {
                return Err(thread.value_error("-inf + inf in fsum"));
            }
            return Ok(self.special);
        }
        let mut parts = self.parts;
        let Some(mut high) = parts.pop() else {
            return Ok(0.0);
        };
        let mut low = 0.0;
        while let Some(y) = parts.pop() {
            let x = high;
            high = x + y;
            low = y - (high - x);
            if low != 0.0 {
                break;
            }
        }
        // Half-way cases are decided by the next partial sum.
        if let Some(next) = parts.last()
            && ((low < 0.0 && *next < 0.0) || (low > 0.0 && *next > 0.0))
        {
            let y = low * 2.0;
            let x = high + y;
            if y == x - high {
                high = x;
            }
        }
        Ok(high)
    }
}

fn fsum(thread: &Thread, args: &[Value]) -> Res {
    let mut partials = Partials::default();
    for_each(thread, &args[0], &mut |item| {
        partials.add(thread, real_argument(thread, &item)?)?;
        Ok(true)
    })?;
    thread.float(partials.total(thread)?)
}

/// The Euclidean length of a vector.
fn norm(vector: &[f64]) -> f64 {
    let mut max = 0.0f64;
    let mut found_nan = false;
    for x in vector {
        let x = x.abs();
        found_nan |= x.is_nan();
        if x > max {
            max = x;
        }
    }
    if max.is_infinite() {
        return max;
    }
    if found_nan {
        return f64::NAN;
    }
    if max == 0.0 || vector.len() <= 1 {
        return max;
    }
    let (_, exponent) = scale::frexp(max);
    if exponent < -1023 {
        // All of them are subnormal.
        let scaled: Vec<f64> = vector.iter().map(|x| x / f64::MIN_POSITIVE).collect();
        return f64::MIN_POSITIVE * norm(&scaled);
    }
    let factor = scale::ldexp(1.0, -i64::from(exponent));
    let (mut sum, mut low_products, mut low_sums) = (1.0, 0.0, 0.0);
    let mut add = |a: f64, b: f64| {
        let product = two_product(a, b);
        let next = fast_two_sum(sum, product.0);
        sum = next.0;
        low_products += product.1;
        low_sums += next.1;
        sum - 1.0 + (low_products + low_sums)
    };
    let mut square = 0.0;
    for x in vector {
        let x = x.abs() * factor;
        square = add(x, x);
    }
    let root = square.sqrt();
    // One step of Newton's method with the exact square of the root.
    let rest = add(-root, root);
    (root + rest / (2.0 * root)) / factor
}

fn hypot(thread: &Thread, args: &[Value]) -> Res {
    let vector = args
        .iter()
        .map(|value| real_argument(thread, value))
        .collect::<Res<Vec<_>>>()?;
    thread.float(norm(&vector))
}

fn dist(thread: &Thread, args: &[Value]) -> Res {
    let p = protocol::collect(thread, &args[0])?;
    let q = protocol::collect(thread, &args[1])?;
    if p.len() != q.len() {
        return Err(thread.value_error("both points must have the same number of dimensions"));
    }
    let mut vector = Vec::with_capacity(p.len());
    for (a, b) in p.iter().zip(&q) {
        vector.push((real_argument(thread, a)? - real_argument(thread, b)?).abs());
    }
    thread.float(norm(&vector))
}

fn prod(thread: &Thread, args: &[Value]) -> Res {
    let mut product = args[1].bound().cloned().unwrap_or(Value::from_i32(1));
    for_each(thread, &args[0], &mut |item| {
        product = binary(thread, BinaryOp::Multiply, &product, &item)?;
        Ok(true)
    })?;
    Ok(product)
}

/// A float in three parts of decreasing size.
#[derive(Clone, Copy, Default)]
struct Triple {
    high: f64,
    low: f64,
    tiny: f64,
}

impl Triple {
    fn plus_product(self, x: f64, y: f64) -> Triple {
        let product = two_product(x, y);
        let sum = two_sum(self.high, product.0);
        let first = two_sum(self.low, product.1);
        let second = two_sum(first.0, sum.1);
        Triple {
            high: sum.0,
            low: second.0,
            tiny: self.tiny + first.1 + second.1,
        }
    }

    fn value(self) -> f64 {
        let last = two_sum(self.low, self.tiny);
        self.high + last.0
    }
}

/// The state of `sumprod`: exact floats and small ints are summed aside.
struct Products {
    total: Value,
    ints: Option<i64>,
    floats: Option<Triple>,
}

impl Products {
    fn flush(&mut self, thread: &Thread) -> Res<()> {
        if let Some(int) = self.ints.take() {
            self.total = binary(thread, BinaryOp::Add, &self.total, &thread.int(int)?)?;
        }
        if let Some(sum) = self.floats.take() {
            self.total = binary(
                thread,
                BinaryOp::Add,
                &self.total,
                &thread.float(sum.value())?,
            )?;
        }
        Ok(())
    }

    fn add(&mut self, thread: &Thread, a: &Value, b: &Value) -> Res<()> {
        if let (Some(x), Some(y)) = (a.as_small_int(), b.as_small_int())
            && self.floats.is_none()
            && let Some(sum) = x
                .checked_mul(y)
                .and_then(|product| product.checked_add(self.ints.unwrap_or(0)))
        {
            self.ints = Some(sum);
            return Ok(());
        }
        let number = |value: &Value| {
            if value.is_exact(Builtin::Float) {
                value.as_float()
            } else {
                value
                    .as_small_int()
                    .filter(|i| i.abs() < 1 << 53)
                    .map(|i| i as f64)
            }
        };
        let has_float = a.is_exact(Builtin::Float) || b.is_exact(Builtin::Float);
        if has_float && let (Some(x), Some(y)) = (number(a), number(b)) {
            if self.floats.is_none() {
                self.flush(thread)?;
            }
            let sum = self.floats.unwrap_or_default().plus_product(x, y);
            if sum.high.is_finite() {
                self.floats = Some(sum);
                return Ok(());
            }
        }
        self.flush(thread)?;
        let product = binary(thread, BinaryOp::Multiply, a, b)?;
        self.total = binary(thread, BinaryOp::Add, &self.total, &product)?;
        Ok(())
    }
}

fn sumprod(thread: &Thread, args: &[Value]) -> Res {
    let p = protocol::iter(thread, &args[0])?;
    let q = protocol::iter(thread, &args[1])?;
    let mut products = Products {
        total: Value::from_i32(0),
        ints: None,
        floats: None,
    };
    loop {
        match (protocol::next(thread, &p)?, protocol::next(thread, &q)?) {
            (Some(a), Some(b)) => products.add(thread, &a, &b)?,
            (None, None) => break,
            _ => return Err(thread.value_error("Inputs are not the same length")),
        }
    }
    products.flush(thread)?;
    Ok(products.total)
}

/// The table lines.
pub const FUNCTIONS: &[NativeDef] = &NativeDef::all_beside(
    Beside::READS_ALL,
    [
        NativeDef::function("dist", "(p, q, /)", dist).doc(
            "The Euclidean distance of two points, given as sequences of as many\n\
        coordinates.",
        ),
        NativeDef::function("fsum", "(seq, /)", fsum)
            .doc("The sum of floats, as if rounded only once."),
        NativeDef::function("hypot", "(*coordinates)", hypot)
            .doc(
                "hypot(*coordinates) -> value\n\n\
            The distance of a point from the origin.",
            )
            .unsigned(),
        NativeDef::function("prod", "(iterable, /, *, start=1)", prod)
            .doc("The start value times all items of the iterable."),
        NativeDef::function("sumprod", "(p, q, /)", sumprod).doc(
            "The sum of the products of items at equal places in two sequences of equal\n\
        length.",
        ),
    ],
);
