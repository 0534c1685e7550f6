//! `_random`: the Mersenne Twister MT19937, which `random` builds upon.
#![forbid(unsafe_code)]

use crate::base::sync::Mutex;
use crate::object::class::{CallArgs, SlotDef, class_flag};
use crate::object::layout::id_of;
use crate::object::{Beside, Dict, NativeDef, Payload, Res, Thread, Tuple, Value};
use crate::runtime::classes::{self, ClassDef};
use crate::runtime::module::ModuleDef;
use crate::runtime::protocol::{self, convert::index};
use crate::types::int::operators::operand;
use crate::types::shared::class_argument;
use crate::types::text::args::c_int;
use num_bigint::{BigInt, BigUint, Sign};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "_random",
    doc: "The Mersenne Twister, a generator of pseudorandom numbers.",
    functions: &[],
    init: Some(init),
};

const N: usize = 624;
const M: usize = 397;

/// The state: words, and how many of them have been used.
struct Twister {
    words: [u32; N],
    used: usize,
}

impl Twister {
    fn from_number(seed: u32) -> Twister {
        let mut words = [seed; N];
        for i in 1..N {
            let before = words[i - 1];
            words[i] = 1_812_433_253u32
                .wrapping_mul(before ^ before >> 30)
                .wrapping_add(i as u32);
        }
        Twister { words, used: N }
    }

    fn from_key(key: &[u32]) -> Twister {
        let mut twister = Twister::from_number(19_650_218);
        let words = &mut twister.words;
        let (mut i, mut j) = (1, 0);
        for _ in 0..N.max(key.len()) {
            let before = words[i - 1];
            words[i] = (words[i] ^ (before ^ before >> 30).wrapping_mul(1_664_525))
                .wrapping_add(key[j])
                .wrapping_add(j as u32);
            i += 1;
            j += 1;
            if i >= N {
                words[0] = words[N - 1];
                i = 1;
            }
            if j >= key.len() {
                j = 0;
            }
        }
        for _ in 1..N {
            let before = words[i - 1];
            words[i] = (words[i] ^ (before ^ before >> 30).wrapping_mul(1_566_083_941))
                .wrapping_sub(i as u32);
            i += 1;
            if i >= N {
                words[0] = words[N - 1];
                i = 1;
            }
        }
        words[0] = 0x8000_0000;
        twister
    }

    fn next(&mut self) -> u32 {
        if self.used >= N {
            for i in 0..N {
                let joined = self.words[i] & 0x8000_0000 | self.words[(i + 1) % N] & 0x7FFF_FFFF;
                let odd = if joined & 1 == 1 { 0x9908_B0DF } else { 0 };
                self.words[i] = self.words[(i + M) % N] ^ joined >> 1 ^ odd;
            }
            self.used = 0;
        }
        let mut y = self.words[self.used];
        self.used += 1;
        y ^= y >> 11;
        y ^= y << 7 & 0x9D2C_5680;
        y ^= y << 15 & 0xEFC6_0000;
        y ^ y >> 18
    }

    fn float(&mut self) -> f64 {
        let (a, b) = (self.next() >> 5, self.next() >> 6);
        (f64::from(a) * 67_108_864.0 + f64::from(b)) / 9_007_199_254_740_992.0
    }
}

/// The payload of generators.
struct Generator(Mutex<Twister>);

impl Payload for Generator {
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

fn generator<'v>(thread: &Thread, value: &'v Value) -> Res<&'v Generator> {
    value
        .payload::<Generator>()
        .ok_or_else(|| thread.type_error("a random number generator is required"))
}

/// A state for a seed: the magnitude of an int, the hash of anything else, the clock and the process if there is none.
fn seeded(thread: &Thread, seed: Option<&Value>) -> Res<Twister> {
    let Some(seed) = seed.filter(|seed| !seed.is_none()) else {
        use std::hash::{BuildHasher, Hasher};
        let gil = &crate::runtime::state::interpreter(thread).gil;
        gil.note_input(crate::runtime::gil::Input::Randomness);
        let mut key = Vec::with_capacity(8);
        for i in 0..4u64 {
            let mut hasher = std::collections::hash_map::RandomState::new().build_hasher();
            hasher.write_u64(i);
            let word = hasher.finish();
            key.extend([word as u32, (word >> 32) as u32]);
        }
        return Ok(Twister::from_key(&key));
    };
    let magnitude = match seed.as_int() {
        Some(int) => int.to_big().magnitude().clone(),
        None => BigUint::from(protocol::hash(thread, seed)?.unsigned_abs()),
    };
    let mut key = magnitude.to_u32_digits();
    if key.is_empty() {
        key.push(0);
    }
    Ok(Twister::from_key(&key))
}

fn construct(thread: &Thread, class: &Value, args: CallArgs<'_>) -> Res {
    let class = class_argument(thread, class)?;
    let state = seeded(thread, args.positional().first())?;
    thread.alloc_instance(class, Generator(Mutex::new(state)))
}

fn seed(thread: &Thread, args: &[Value]) -> Res {
    let state = seeded(thread, args[1].bound())?;
    *generator(thread, &args[0])?.0.lock() = state;
    Ok(Value::NONE)
}

fn random(thread: &Thread, args: &[Value]) -> Res {
    let float = generator(thread, &args[0])?.0.lock().float();
    thread.float(float)
}

fn get_bits(thread: &Thread, args: &[Value]) -> Res {
    let count = c_int(thread, &args[1])?;
    if count < 0 {
        return Err(thread.value_error("number of bits must be non-negative"));
    }
    if count == 0 {
        return Ok(Value::from_i32(0));
    }
    let count = count as usize;
    thread.check_memory(count / 8)?;
    let generator = generator(thread, &args[0])?;
    let mut twister = generator.0.lock();
    if count <= 32 {
        let bits = twister.next() >> (32 - count);
        drop(twister);
        return thread.int(i64::from(bits));
    }
    let mut digits = Vec::with_capacity(count.div_ceil(32));
    let mut left = count;
    while left > 0 {
        let word = twister.next();
        digits.push(if left < 32 { word >> (32 - left) } else { word });
        left = left.saturating_sub(32);
    }
    drop(twister);
    thread.int_from_big(BigInt::from_biguint(Sign::Plus, BigUint::new(digits)))
}

fn get_state(thread: &Thread, args: &[Value]) -> Res {
    let twister = generator(thread, &args[0])?.0.lock();
    let numbers: Vec<u32> = twister
        .words
        .iter()
        .copied()
        .chain([twister.used as u32])
        .collect();
    drop(twister);
    let values = numbers.iter().map(|n| thread.int(i64::from(*n)));
    Tuple::from_vec(thread, values.collect::<Res<Vec<_>>>()?)
}

fn set_state(thread: &Thread, args: &[Value]) -> Res {
    let Some(items) = args[1].as_tuple() else {
        return Err(thread.type_error("state vector must be a tuple"));
    };
    if items.len() != N + 1 {
        return Err(thread.value_error("state vector is the wrong size"));
    }
    let mut numbers = Vec::with_capacity(N + 1);
    for item in items {
        let int = index(thread, item)?;
        let int = operand(thread, &int)?.to_i64();
        numbers.push(int.and_then(|int| u32::try_from(int).ok()).ok_or_else(|| {
            thread.overflow_error("Python int too large to convert to C unsigned long")
        })?);
    }
    let used = numbers[N] as usize;
    if used > N {
        return Err(thread.value_error("invalid state"));
    }
    let mut twister = generator(thread, &args[0])?.0.lock();
    twister.words.copy_from_slice(&numbers[..N]);
    twister.used = used;
    Ok(Value::NONE)
}

static CLASS: ClassDef = ClassDef {
    name: "_random.Random",
    doc: "A generator of pseudorandom numbers with a state of its own.",
    flags: class_flag::BASE,
    layout: Some(id_of::<Generator>),
    methods: &[
        NativeDef::method("random", "(self, /)", random)
            .beside(Beside::PROTOCOLS)
            .doc("The next float of the generator, at least 0.0 and below 1.0."),
        NativeDef::method("seed", "(self, n=None, /)", seed).doc(
            "Starts the generator anew from a number; without one, from the system's\n\
            randomness.\n\n\
            Equal seeds give equal sequences.",
        ),
        NativeDef::method("getrandbits", "(self, k, /)", get_bits)
            .beside(Beside::PROTOCOLS)
            .doc("An int of k random bits."),
        NativeDef::method("getstate", "(self, /)", get_state)
            .doc("The generator's state, as a tuple for setstate()."),
        NativeDef::method("setstate", "(self, state, /)", set_state)
            .doc("Puts the generator into a state that getstate() gave."),
    ],
    slots: &[SlotDef::New(construct)],
    ..ClassDef::DEFAULT
};

fn init(thread: &Thread, dict: &Dict) -> Res<()> {
    let class = classes::native_class(thread, &CLASS)?;
    dict.set(thread, thread.intern(b"Random")?, class)
}
