//! `int.to_bytes` and `int.from_bytes`.
#![forbid(unsafe_code)]

use num_bigint::{BigInt, Sign};

use super::Int;
use crate::base::error::{Error, Result};

/// Which end comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByteOrder {
    /// Most significant byte first.
    Big,
    /// Least significant byte first.
    Little,
}

impl ByteOrder {
    /// From the names `big` and `little`.
    pub fn from_name(name: &[u8]) -> Result<ByteOrder> {
        match name {
            b"big" => Ok(ByteOrder::Big),
            b"little" => Ok(ByteOrder::Little),
            _ => Err(Error::value("byteorder must be either 'little' or 'big'")),
        }
    }
}

/// `x.to_bytes(length, order, signed=signed)`.
pub fn to_bytes(x: &BigInt, length: i64, order: ByteOrder, signed: bool) -> Result<Vec<u8>> {
    let length = usize::try_from(length)
        .map_err(|_| Error::value("length argument must be non-negative"))?;
    let negative = x.sign() == Sign::Minus;
    if negative && !signed {
        return Err(Error::overflow("can't convert negative int to unsigned"));
    }
    // Two's complement needs a bit for the sign, except that -2^k needs no more than 2^k - 1. Any zero-length
    // request is decided by the magnitude alone: CPython accepts -1 in no bytes at all.
    let room = 8u64.saturating_mul(length as u64);
    let too_big = if !signed {
        x.bits() > room
    } else if negative {
        (x + 1u32).bits() + u64::from(length > 0) > room
    } else {
        x.bits() + u64::from(length > 0 && x.bits() > 0) > room
    };
    if too_big {
        return Err(Error::overflow("int too big to convert"));
    }
    let mut out: Vec<u8> = Vec::new();
    out.try_reserve_exact(length)?;
    out.extend(x.to_signed_bytes_le().into_iter().take(length));
    out.resize(length, if negative { 0xFF } else { 0 });
    if order == ByteOrder::Big {
        out.reverse();
    }
    Ok(out)
}

/// `int.from_bytes(bytes, order, signed=signed)`.
pub fn from_bytes(bytes: &[u8], order: ByteOrder, signed: bool) -> Int {
    if bytes.len() <= 8 {
        return from_few_bytes(bytes, order, signed);
    }
    let value = match (order, signed) {
        (ByteOrder::Big, true) => BigInt::from_signed_bytes_be(bytes),
        (ByteOrder::Little, true) => BigInt::from_signed_bytes_le(bytes),
        (ByteOrder::Big, false) => BigInt::from_bytes_be(Sign::Plus, bytes),
        (ByteOrder::Little, false) => BigInt::from_bytes_le(Sign::Plus, bytes),
    };
    Int::from(value)
}

fn from_few_bytes(bytes: &[u8], order: ByteOrder, signed: bool) -> Int {
    let fold = |value: u64, &byte: &u8| value << 8 | u64::from(byte);
    let value = match order {
        ByteOrder::Big => bytes.iter().fold(0, fold),
        ByteOrder::Little => bytes.iter().rev().fold(0, fold),
    };
    let unused = 64 - 8 * bytes.len() as u32;
    if signed && unused < 64 {
        return Int::Small((value << unused) as i64 >> unused);
    }
    Int::from(i128::from(value))
}

#[cfg(test)]
mod tests {
    use super::ByteOrder::{Big, Little};
    use super::*;

    #[test]
    fn to() {
        let f = |x: i64, n, order, signed| to_bytes(&BigInt::from(x), n, order, signed);
        assert_eq!(f(1, 4, Big, false), Ok(vec![0, 0, 0, 1]));
        assert_eq!(f(-2, 3, Little, true), Ok(vec![0xFE, 0xFF, 0xFF]));
        assert_eq!(f(-128, 1, Big, true), Ok(vec![0x80]));
        assert_eq!(f(255, 1, Big, false), Ok(vec![0xFF]));
        assert_eq!(f(0, 0, Big, false), Ok(vec![]));
        assert_eq!(f(-1, 0, Big, true), Ok(vec![]));
        assert_eq!(f(0, 2, Big, true), Ok(vec![0, 0]));
        for (x, n, signed) in [
            (256, 1, false),
            (128, 1, true),
            (-129, 1, true),
            (1, 0, false),
            (1, 0, true),
            (-2, 0, true),
        ] {
            assert_eq!(
                f(x, n, Big, signed),
                Err(Error::overflow("int too big to convert")),
                "{x}"
            );
        }
        assert_eq!(
            f(-1, 1, Big, false),
            Err(Error::overflow("can't convert negative int to unsigned"))
        );
        assert_eq!(
            f(1, -1, Big, false),
            Err(Error::value("length argument must be non-negative"))
        );
        assert_eq!(f(1, i64::MAX, Big, false), Err(Error::Memory));
    }

    #[test]
    fn from() {
        assert_eq!(from_bytes(b"", Big, true), Int::Small(0));
        assert_eq!(from_bytes(&[0xFF], Big, true), Int::Small(-1));
        assert_eq!(from_bytes(&[0xFF, 0], Big, false), Int::Small(0xFF00));
        assert_eq!(from_bytes(&[0xFF, 0], Little, true), Int::Small(255));
        assert_eq!(
            from_bytes(&[0xFF; 8], Big, false),
            Int::Big(BigInt::from(u64::MAX))
        );
        assert_eq!(from_bytes(&[0xFF; 8], Big, true), Int::Small(-1));
        assert_eq!(from_bytes(&[0xFF; 20], Little, true), Int::Small(-1));
        assert_eq!(
            from_bytes(&[0, 0, 0, 0, 0, 0, 0, 0, 7], Big, false),
            Int::Small(7)
        );
    }
}
