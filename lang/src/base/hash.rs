//! Hash values, as CPython 3.13 computes them, except that str and bytes use the interpreter's own key.
//!
//! Numbers hash to their value modulo [`HASH_MODULUS`], so that equal numbers of different types agree. No hash is
//! -1; where one would be, it is -2 (or what the tuple and set formulas say). Integers beyond `i64` hash in
//! `int::convert`.
//!
//! API: [`Key`] and [`hash_bytes`] for str and bytes; [`hash_float`], [`hash_complex`], [`hash_identity`],
//! [`HASH_NONE`]; [`TupleHasher`] for tuples, slices and the like; [`FrozensetHasher`] for frozen sets.
#![forbid(unsafe_code)]

use super::float::scale::decompose;

/// Bits of the modulus of numeric hashes.
pub const HASH_BITS: u32 = 61;
/// The modulus of numeric hashes: the prime 2^61 - 1.
pub const HASH_MODULUS: u64 = (1 << HASH_BITS) - 1;
/// `hash(float('inf'))`.
pub const HASH_INFINITY: i64 = 314159;
/// The factor of the imaginary part in the hash of a complex number.
pub const HASH_IMAGINARY: i64 = 1_000_003;
/// `hash(None)`.
pub const HASH_NONE: i64 = 0xFCA8_6420;

/// The value a hash function may answer: -1 becomes -2.
#[inline]
pub fn settle(hash: i64) -> i64 {
    if hash == -1 { -2 } else { hash }
}

/// The secret of str and bytes hashes, one per process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    k0: u64,
    k1: u64,
}

impl Key {
    /// From two random words.
    pub fn new(k0: u64, k1: u64) -> Key {
        Key { k0, k1 }
    }

    /// From a seed that a user gave: the same seed, the same hashes.
    pub fn from_seed(seed: u64) -> Key {
        // SplitMix64 spreads small seeds over both words.
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mut z = state;
            z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
            z ^ z >> 31
        };
        Key {
            k0: next(),
            k1: next(),
        }
    }
}

/// The hash of a str (its generalised UTF-8) or bytes: SipHash-1-3, and 0 for nothing.
pub fn hash_bytes(key: Key, bytes: &[u8]) -> i64 {
    if bytes.is_empty() {
        return 0;
    }
    settle(sip13(key, bytes) as i64)
}

fn sip13(key: Key, bytes: &[u8]) -> u64 {
    let mut v = [
        key.k0 ^ 0x736F_6D65_7073_6575,
        key.k1 ^ 0x646F_7261_6E64_6F6D,
        key.k0 ^ 0x6C79_6765_6E65_7261,
        key.k1 ^ 0x7465_6462_7974_6573,
    ];
    let (words, tail) = bytes.as_chunks::<8>();
    for word in words {
        let word = u64::from_le_bytes(*word);
        v[3] ^= word;
        sip_round(&mut v);
        v[0] ^= word;
    }
    let last = tail
        .iter()
        .rev()
        .fold(bytes.len() as u64 & 0xFF, |word, &byte| {
            word << 8 | u64::from(byte)
        });
    // The length goes to the top byte, above up to seven bytes of the tail.
    let last = if tail.is_empty() {
        last << 56
    } else {
        let length = (bytes.len() as u64 & 0xFF) << 56;
        length | last & ((1 << (8 * tail.len())) - 1)
    };
    v[3] ^= last;
    sip_round(&mut v);
    v[0] ^= last;
    v[2] ^= 0xFF;
    for _ in 0..3 {
        sip_round(&mut v);
    }
    v[0] ^ v[1] ^ v[2] ^ v[3]
}

#[inline]
fn sip_round(v: &mut [u64; 4]) {
    v[0] = v[0].wrapping_add(v[1]);
    v[2] = v[2].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(13) ^ v[0];
    v[3] = v[3].rotate_left(16) ^ v[2];
    v[0] = v[0].rotate_left(32);
    v[2] = v[2].wrapping_add(v[1]);
    v[0] = v[0].wrapping_add(v[3]);
    v[1] = v[1].rotate_left(17) ^ v[2];
    v[3] = v[3].rotate_left(21) ^ v[0];
    v[2] = v[2].rotate_left(32);
}

/// `hash(x)` of a float; `None` for NaN, which hashes by identity.
pub fn hash_float(x: f64) -> Option<i64> {
    if x.is_nan() {
        return None;
    }
    if x.is_infinite() {
        return Some(if x > 0.0 {
            HASH_INFINITY
        } else {
            -HASH_INFINITY
        });
    }
    let (mantissa, exponent) = decompose(x);
    // Modulo 2^61 - 1, multiplying by a power of two rotates 61 bits.
    let by = exponent.rem_euclid(i64::from(HASH_BITS)) as u32;
    let hash = (mantissa << by & HASH_MODULUS | mantissa >> (HASH_BITS - by)) as i64;
    Some(settle(if x < 0.0 { -hash } else { hash }))
}

/// `hash` of a complex number from the hashes of its parts.
pub fn hash_complex(real: i64, imaginary: i64) -> i64 {
    settle(real.wrapping_add(HASH_IMAGINARY.wrapping_mul(imaginary)))
}

/// The hash of an object without one of its own, from its `id()`: aligned addresses end in zeros, which go on top.
pub fn hash_identity(id: u64) -> i64 {
    settle(id.rotate_right(4) as i64)
}

const XX_PRIME_1: u64 = 11_400_714_785_074_694_791;
const XX_PRIME_2: u64 = 14_029_467_366_897_019_727;
const XX_PRIME_5: u64 = 2_870_177_450_012_600_261;

/// Combines the hashes of the items of a tuple, in order (a form of xxHash).
#[derive(Clone, Debug)]
pub struct TupleHasher {
    sum: u64,
    len: u64,
}

impl TupleHasher {
    /// Nothing added yet.
    pub fn new() -> TupleHasher {
        TupleHasher {
            sum: XX_PRIME_5,
            len: 0,
        }
    }

    /// Adds the hash of the next item.
    #[inline]
    pub fn add(&mut self, hash: i64) {
        self.sum = self
            .sum
            .wrapping_add((hash as u64).wrapping_mul(XX_PRIME_2))
            .rotate_left(31)
            .wrapping_mul(XX_PRIME_1);
        self.len += 1;
    }

    /// The hash of the tuple.
    pub fn finish(&self) -> i64 {
        Self::settle(self.sum.wrapping_add(self.len ^ XX_PRIME_5 ^ 3_527_539))
    }

    /// The hash of a slice from those of start, stop and step: like a tuple's, without the length.
    pub fn finish_slice(&self) -> i64 {
        Self::settle(self.sum)
    }

    fn settle(sum: u64) -> i64 {
        if sum == u64::MAX {
            1_546_275_796
        } else {
            sum as i64
        }
    }
}

impl Default for TupleHasher {
    fn default() -> TupleHasher {
        TupleHasher::new()
    }
}

/// The hash of a tuple whose items' hashes are known.
pub fn hash_tuple(hashes: impl IntoIterator<Item = i64>) -> i64 {
    let mut hasher = TupleHasher::new();
    hashes.into_iter().for_each(|hash| hasher.add(hash));
    hasher.finish()
}

/// Combines the hashes of the members of a frozen set, in any order.
#[derive(Clone, Debug, Default)]
pub struct FrozensetHasher {
    sum: u64,
    len: u64,
}

impl FrozensetHasher {
    /// Nothing added yet.
    pub fn new() -> FrozensetHasher {
        FrozensetHasher::default()
    }

    /// Adds the hash of one member.
    #[inline]
    pub fn add(&mut self, hash: i64) {
        let hash = hash as u64;
        self.sum ^= ((hash ^ 89_869_747) ^ (hash << 16)).wrapping_mul(3_644_798_167);
        self.len += 1;
    }

    /// The hash of the set.
    pub fn finish(&self) -> i64 {
        let mut hash = self.sum ^ (self.len.wrapping_add(1)).wrapping_mul(1_927_868_237);
        hash ^= hash >> 11 ^ hash >> 25;
        hash = hash.wrapping_mul(69_069).wrapping_add(907_133_923);
        if hash == u64::MAX {
            590_923_713
        } else {
            hash as i64
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn siphash_1_3() {
        // Bytes 0, 1, 2, … under the key 00 01 … 0F.
        let key = Key::new(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908);
        let bytes: Vec<u8> = (0..64).collect();
        assert_eq!(sip13(key, &bytes[..0]), 12370263754033579228);
        assert_eq!(sip13(key, &bytes[..1]), 14552427766023178899);
        assert_eq!(sip13(key, &bytes[..8]), 3931806377309739662);
        assert_eq!(sip13(key, &bytes[..63]), 11320237892036178856);
        assert_eq!(hash_bytes(key, b""), 0);
        // What CPython answers for bytes with PYTHONHASHSEED=0, where its key is zero.
        for (text, hash) in [
            ("a", 4644417185603328019),
            ("hello", -2096571579003691106),
            ("abcdefgh", 4574395652268504554),
            ("The quick brown fox", -7539517227509841101),
        ] {
            assert_eq!(hash_bytes(Key::new(0, 0), text.as_bytes()), hash);
        }
    }

    #[test]
    fn floats() {
        let cases = [
            (0.0, 0),
            (-0.0, 0),
            (1.0, 1),
            (-1.0, -2),
            (0.5, 1152921504606846976),
            (1.5, 1152921504606846977),
            (-2.75, -1729382256910270466),
            (1e+300, 1224995262755759164),
            (-1e-300, -482449582752280463),
            (5e-324, 16777216),
            (std::f64::consts::PI, 326490430436040707),
            (1.7976931348623157e+308, 2234066890152476671),
            (2.305843009213694e+18, 1),
            (-2.305843009213694e+18, -2),
            (1e+22, 1864712049423028464),
            (f64::INFINITY, 314159),
            (f64::NEG_INFINITY, -314159),
        ];
        for (x, hash) in cases {
            assert_eq!(hash_float(x), Some(hash), "{x}");
        }
        assert_eq!(hash_float(f64::NAN), None);
    }

    #[test]
    fn tuples() {
        let cases: [(&[i64], i64); 6] = [
            (&[], 5740354900026072187),
            (&[0], -8753497827991233192),
            (&[1, 2, 3], 529344067295497451),
            (&[-2], 8078679518589016365),
            (&[1000000000, -5, 0, 7], -6544519086735879490),
            (
                &[
                    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                ],
                -9217304902224717415,
            ),
        ];
        for (items, hash) in cases {
            assert_eq!(hash_tuple(items.iter().copied()), hash, "{items:?}");
        }
        let mut slice = TupleHasher::new();
        [1, 2, 3].into_iter().for_each(|hash| slice.add(hash));
        assert_eq!(slice.finish_slice(), -2340833382717974474);
    }

    #[test]
    fn frozensets() {
        let cases: [(&[i64], i64); 6] = [
            (&[], 133146708735736),
            (&[0], -2704248722033767810),
            (&[1, 2, 3], -272375401224217160),
            (&[-2], 6776983852052281967),
            (&[1000000000, -5, 0, 7], -1124051297139024647),
            (
                &[
                    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
                ],
                7026028923906358870,
            ),
        ];
        for (items, hash) in cases {
            let mut hasher = FrozensetHasher::new();
            items.iter().for_each(|&item| hasher.add(item));
            assert_eq!(hasher.finish(), hash, "{items:?}");
        }
    }

    #[test]
    fn complex() {
        assert_eq!(hash_complex(1, 2), 2_000_007);
        assert_eq!(hash_complex(-1_000_004, 1), -2);
    }
}
