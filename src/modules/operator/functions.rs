//! The operators as functions.

use crate::object::class::{CallArgs, Compare};
use crate::object::{Beside, Builtin, NativeDef, Res, Thread, Value};
use crate::runtime::protocol::{self, BinaryOp};
use crate::runtime::raise::catch;
use crate::runtime::safepoint::poll;

macro_rules! binary {
    ($($name:ident $in_place:ident $op:ident;)*) => {
        $(fn $name(thread: &Thread, args: &[Value]) -> Res {
            protocol::binary(thread, BinaryOp::$op, &args[0], &args[1])
        }
        fn $in_place(thread: &Thread, args: &[Value]) -> Res {
            protocol::in_place(thread, BinaryOp::$op, &args[0], &args[1])
        })*
    };
}

binary! {
    add iadd Add;
    sub isub Subtract;
    mul imul Multiply;
    matmul imatmul MatrixMultiply;
    truediv itruediv TrueDivide;
    floordiv ifloordiv FloorDivide;
    modulo imod Remainder;
    pow ipow Power;
    lshift ilshift LeftShift;
    rshift irshift RightShift;
    and iand And;
    or ior Or;
    xor ixor Xor;
}

macro_rules! comparison {
    ($($name:ident $op:ident;)*) => {
        $(fn $name(thread: &Thread, args: &[Value]) -> Res {
            protocol::compare(thread, &args[0], &args[1], Compare::$op)
        })*
    };
}

comparison! {
    lt Lt;
    le Le;
    eq Eq;
    ne Ne;
    gt Gt;
    ge Ge;
}

fn neg(thread: &Thread, args: &[Value]) -> Res {
    protocol::unary_negative(thread, &args[0])
}

fn pos(thread: &Thread, args: &[Value]) -> Res {
    protocol::number::unary_positive(thread, &args[0])
}

fn invert(thread: &Thread, args: &[Value]) -> Res {
    protocol::number::unary_invert(thread, &args[0])
}

fn abs(thread: &Thread, args: &[Value]) -> Res {
    thread.before_read(&args[0]);
    let class = thread.class_of(&args[0]);
    match class.absolute() {
        Some(absolute) => absolute(thread, &args[0]),
        None => Err(thread.type_error(format!(
            "bad operand type for abs(): '{}'",
            class.name_text()
        ))),
    }
}

fn not(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(!protocol::truth(thread, &args[0])?))
}

fn truth(thread: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(protocol::truth(thread, &args[0])?))
}

fn is(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(args[0].is(&args[1])))
}

fn is_not(_: &Thread, args: &[Value]) -> Res {
    Ok(Value::from_bool(!args[0].is(&args[1])))
}

fn index(thread: &Thread, args: &[Value]) -> Res {
    protocol::index(thread, &args[0])
}

fn contains(thread: &Thread, args: &[Value]) -> Res {
    protocol::contains(thread, &args[0], &args[1]).map(Value::from_bool)
}

fn getitem(thread: &Thread, args: &[Value]) -> Res {
    protocol::get_item(thread, &args[0], &args[1])
}

fn setitem(thread: &Thread, args: &[Value]) -> Res {
    protocol::set_item(thread, &args[0], &args[1], &args[2])?;
    Ok(Value::NONE)
}

fn delitem(thread: &Thread, args: &[Value]) -> Res {
    protocol::delete_item(thread, &args[0], &args[1])?;
    Ok(Value::NONE)
}

/// Whether concatenation is defined for a value: TypeError for numbers.
fn check_sequence(thread: &Thread, value: &Value) -> Res<()> {
    let class = thread.class_of(value);
    if class.get_item().is_some() && class.native_base() != Builtin::Dict {
        return Ok(());
    }
    Err(thread.type_error(format!(
        "'{}' object can't be concatenated",
        class.name_text()
    )))
}

fn concat(thread: &Thread, args: &[Value]) -> Res {
    check_sequence(thread, &args[0])?;
    add(thread, args)
}

fn iconcat(thread: &Thread, args: &[Value]) -> Res {
    check_sequence(thread, &args[0])?;
    iadd(thread, args)
}

fn count_of(thread: &Thread, args: &[Value]) -> Res {
    let mut count: usize = 0;
    protocol::for_each(thread, &args[0], &mut |item| {
        poll(thread)?;
        if item.is(&args[1]) || protocol::equal(thread, &item, &args[1])? {
            count += 1;
        }
        Ok(true)
    })?;
    thread.int_from_usize(count)
}

fn index_of(thread: &Thread, args: &[Value]) -> Res {
    let (mut position, mut found) = (0, false);
    protocol::for_each(thread, &args[0], &mut |item| {
        poll(thread)?;
        found = item.is(&args[1]) || protocol::equal(thread, &item, &args[1])?;
        position += usize::from(!found);
        Ok(!found)
    })?;
    if found {
        thread.int_from_usize(position)
    } else {
        Err(thread.value_error("sequence.index(x): x not in sequence"))
    }
}

fn length_hint(thread: &Thread, args: &[Value]) -> Res {
    let default = match args[1].bound() {
        Some(default) => {
            if default.as_int().is_none() && default.as_bool().is_none() {
                return Err(thread.type_error(format!(
                    "'{}' object cannot be interpreted as an integer",
                    thread.class_of(default).name_text()
                )));
            }
            protocol::convert::index_ssize(thread, default)?
        }
        None => 0,
    };
    match protocol::iterate::length_hint_opt(thread, &args[0])? {
        Some(hint) => thread.int_from_usize(hint),
        None => thread.int(default),
    }
}

fn call(thread: &Thread, args: &[Value]) -> Res {
    let (callable, keywords, rest) = (&args[0], &args[1], &args[2..]);
    let mut values = rest.to_vec();
    let mut names = Vec::new();
    if let Some(keywords) = keywords.as_dict() {
        for (name, value) in keywords.items(thread) {
            names.push(name);
            values.push(value);
        }
    }
    let args = CallArgs {
        values: &values,
        names: &names,
    };
    protocol::call(thread, callable, args)
}

/// Compares without an early end at the first difference, so that the time taken tells nothing about where it is.
fn compare_digest(thread: &Thread, args: &[Value]) -> Res {
    let (a, b) = (&args[0], &args[1]);
    if let (Some(a), Some(b)) = (a.as_str_object(), b.as_str_object()) {
        if !a.as_bytes().is_ascii() || !b.as_bytes().is_ascii() {
            return Err(
                thread.type_error("comparing strings with non-ASCII characters is not supported")
            );
        }
        return Ok(Value::from_bool(same(a.as_bytes(), b.as_bytes())));
    }
    let bytes = |value: &Value| -> Res<Value> {
        let made =
            protocol::call_positional(thread, Builtin::Bytes.class(), std::slice::from_ref(value));
        let refused = || {
            thread.type_error(format!(
                "unsupported operand types(s) or combination of types: '{}' and '{}'",
                thread.class_of(&args[0]).name_text(),
                thread.class_of(&args[1]).name_text()
            ))
        };
        if value.as_int().is_some() || value.as_str_object().is_some() {
            return Err(refused());
        }
        match catch(thread, Builtin::TypeError, made)? {
            Some(made) => Ok(made),
            None => Err(refused()),
        }
    };
    let (a, b) = (bytes(a)?, bytes(b)?);
    let answer = match (
        a.payload::<crate::object::Bytes>(),
        b.payload::<crate::object::Bytes>(),
    ) {
        (Some(a), Some(b)) => same(a.as_slice(), b.as_slice()),
        _ => false,
    };
    Ok(Value::from_bool(answer))
}

fn same(a: &[u8], b: &[u8]) -> bool {
    let difference = a.iter().zip(b).fold(0, |all, (x, y)| all | (x ^ y));
    a.len() == b.len() && difference == 0
}

/// All of them.
pub const FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("add", "(a, b, /)", add)
        .beside(Beside::PROTOCOLS)
        .doc("a + b"),
    NativeDef::function("sub", "(a, b, /)", sub)
        .beside(Beside::PROTOCOLS)
        .doc("a - b"),
    NativeDef::function("mul", "(a, b, /)", mul)
        .beside(Beside::PROTOCOLS)
        .doc("a * b"),
    NativeDef::function("matmul", "(a, b, /)", matmul)
        .beside(Beside::PROTOCOLS)
        .doc("a @ b"),
    NativeDef::function("truediv", "(a, b, /)", truediv)
        .beside(Beside::PROTOCOLS)
        .doc("a / b"),
    NativeDef::function("floordiv", "(a, b, /)", floordiv)
        .beside(Beside::PROTOCOLS)
        .doc("a // b"),
    NativeDef::function("mod", "(a, b, /)", modulo)
        .beside(Beside::PROTOCOLS)
        .doc("a % b"),
    NativeDef::function("pow", "(a, b, /)", pow)
        .beside(Beside::PROTOCOLS)
        .doc("a ** b"),
    NativeDef::function("lshift", "(a, b, /)", lshift)
        .beside(Beside::PROTOCOLS)
        .doc("a << b"),
    NativeDef::function("rshift", "(a, b, /)", rshift)
        .beside(Beside::PROTOCOLS)
        .doc("a >> b"),
    NativeDef::function("and_", "(a, b, /)", and)
        .beside(Beside::PROTOCOLS)
        .doc("a & b"),
    NativeDef::function("or_", "(a, b, /)", or)
        .beside(Beside::PROTOCOLS)
        .doc("a | b"),
    NativeDef::function("xor", "(a, b, /)", xor)
        .beside(Beside::PROTOCOLS)
        .doc("a ^ b"),
    NativeDef::function("lt", "(a, b, /)", lt)
        .beside(Beside::PROTOCOLS)
        .doc("a < b"),
    NativeDef::function("le", "(a, b, /)", le)
        .beside(Beside::PROTOCOLS)
        .doc("a <= b"),
    NativeDef::function("eq", "(a, b, /)", eq)
        .beside(Beside::PROTOCOLS)
        .doc("a == b"),
    NativeDef::function("ne", "(a, b, /)", ne)
        .beside(Beside::PROTOCOLS)
        .doc("a != b"),
    NativeDef::function("gt", "(a, b, /)", gt)
        .beside(Beside::PROTOCOLS)
        .doc("a > b"),
    NativeDef::function("ge", "(a, b, /)", ge)
        .beside(Beside::PROTOCOLS)
        .doc("a >= b"),
    NativeDef::function("is_", "(a, b, /)", is)
        .beside(Beside::PROTOCOLS)
        .doc("a is b"),
    NativeDef::function("is_not", "(a, b, /)", is_not)
        .beside(Beside::PROTOCOLS)
        .doc("a is not b"),
    NativeDef::function("contains", "(a, b, /)", contains)
        .beside(Beside::PROTOCOLS)
        .doc("b in a: mind the order"),
    NativeDef::function("getitem", "(a, b, /)", getitem)
        .beside(Beside::PROTOCOLS)
        .doc("a[b]"),
    NativeDef::function("delitem", "(a, b, /)", delitem)
        .beside(Beside::PROTOCOLS)
        .doc("del a[b]"),
    NativeDef::function("concat", "(a, b, /)", concat)
        .beside(Beside::PROTOCOLS)
        .doc("a + b, of two sequences"),
    NativeDef::function("iconcat", "(a, b, /)", iconcat)
        .beside(Beside::PROTOCOLS)
        .doc("a += b, of two sequences; gives the new a"),
    NativeDef::function("countOf", "(a, b, /)", count_of)
        .beside(Beside::PROTOCOLS)
        .doc("How many items of a equal b, or are b."),
    NativeDef::function("indexOf", "(a, b, /)", index_of)
        .beside(Beside::PROTOCOLS)
        .doc(
            "The place of the first item of a that equals b, or is b. ValueError if there\n\
        is none.",
        ),
    NativeDef::function("_compare_digest", "(a, b, /)", compare_digest).doc(
        "a == b of two bytes or ASCII strings, in a time that does not depend on\n\
        where they differ.",
    ),
    NativeDef::function("iadd", "(a, b, /)", iadd)
        .beside(Beside::PROTOCOLS)
        .doc("a += b; gives the new a"),
    NativeDef::function("isub", "(a, b, /)", isub)
        .beside(Beside::PROTOCOLS)
        .doc("a -= b; gives the new a"),
    NativeDef::function("imul", "(a, b, /)", imul)
        .beside(Beside::PROTOCOLS)
        .doc("a *= b; gives the new a"),
    NativeDef::function("imatmul", "(a, b, /)", imatmul)
        .beside(Beside::PROTOCOLS)
        .doc("a @= b; gives the new a"),
    NativeDef::function("itruediv", "(a, b, /)", itruediv)
        .beside(Beside::PROTOCOLS)
        .doc("a /= b; gives the new a"),
    NativeDef::function("ifloordiv", "(a, b, /)", ifloordiv)
        .beside(Beside::PROTOCOLS)
        .doc("a //= b; gives the new a"),
    NativeDef::function("imod", "(a, b, /)", imod)
        .beside(Beside::PROTOCOLS)
        .doc("a %= b; gives the new a"),
    NativeDef::function("ipow", "(a, b, /)", ipow)
        .beside(Beside::PROTOCOLS)
        .doc("a **= b; gives the new a"),
    NativeDef::function("ilshift", "(a, b, /)", ilshift)
        .beside(Beside::PROTOCOLS)
        .doc("a <<= b; gives the new a"),
    NativeDef::function("irshift", "(a, b, /)", irshift)
        .beside(Beside::PROTOCOLS)
        .doc("a >>= b; gives the new a"),
    NativeDef::function("iand", "(a, b, /)", iand)
        .beside(Beside::PROTOCOLS)
        .doc("a &= b; gives the new a"),
    NativeDef::function("ior", "(a, b, /)", ior)
        .beside(Beside::PROTOCOLS)
        .doc("a |= b; gives the new a"),
    NativeDef::function("ixor", "(a, b, /)", ixor)
        .beside(Beside::PROTOCOLS)
        .doc("a ^= b; gives the new a"),
    NativeDef::function("neg", "(a, /)", neg)
        .beside(Beside::PROTOCOLS)
        .doc("-a"),
    NativeDef::function("pos", "(a, /)", pos)
        .beside(Beside::PROTOCOLS)
        .doc("+a"),
    NativeDef::function("invert", "(a, /)", invert)
        .beside(Beside::PROTOCOLS)
        .doc("~a"),
    NativeDef::function("inv", "(a, /)", invert)
        .beside(Beside::PROTOCOLS)
        .doc("~a"),
    NativeDef::function("abs", "(a, /)", abs)
        .beside(Beside::PROTOCOLS)
        .doc("abs(a)"),
    NativeDef::function("not_", "(a, /)", not)
        .beside(Beside::PROTOCOLS)
        .doc("not a"),
    NativeDef::function("truth", "(a, /)", truth)
        .beside(Beside::PROTOCOLS)
        .doc("bool(a)"),
    NativeDef::function("index", "(a, /)", index)
        .beside(Beside::PROTOCOLS)
        .doc("a.__index__(): a as an int, which it has to be without loss"),
    NativeDef::function("setitem", "(a, b, c, /)", setitem)
        .beside(Beside::PROTOCOLS)
        .doc("a[b] = c"),
    NativeDef::function("length_hint", "(obj, default=0, /)", length_hint)
        .beside(Beside::PROTOCOLS)
        .doc(
            "How many items an iterable is expected to have: its length, or what\n\
        __length_hint__() says, or the default.",
        ),
    NativeDef::function("call", "(obj, /, *args, **kwargs)", call)
        .beside(Beside::PROTOCOLS)
        .doc("Calls obj with the arguments: obj(*args, **kwargs)"),
];
