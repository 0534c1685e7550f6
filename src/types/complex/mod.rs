//! complex: pairs of floats.
#![forbid(unsafe_code)]

pub mod convert;
pub mod methods;
pub mod operators;

use crate::base::complex::Complex;
use crate::object::class::SlotDef;
use crate::object::{Builtin, Payload, Res, Sharing, Thread, Value};
use crate::runtime::classes::ClassDef;

/// The payload of complex numbers.
pub struct ComplexNumber(pub Complex);

impl Payload for ComplexNumber {
    const SHARING: Sharing = Sharing::Guarded;
    const LEAF: bool = true;
    fn trace(&self, _: &mut dyn FnMut(&Value)) {}
}

/// A complex number.
pub fn new_value(thread: &Thread, real: f64, imag: f64) -> Res {
    thread.alloc(Builtin::Complex, ComplexNumber(Complex::new(real, imag)))
}

/// Tells the layers below how complex numbers are made.
pub fn register() {
    crate::runtime::set_complex(new_value);
}

/// The complex number, if this is one or an instance of a subclass.
#[inline]
pub fn as_complex(value: &Value) -> Option<Complex> {
    value.payload::<ComplexNumber>().map(|number| number.0)
}

/// The table of the class.
pub static CLASS: ClassDef = ClassDef {
    class: Builtin::Complex,
    doc: "A number with a real and an imaginary part, both floats.\n\n\
        It is made from the parts, from another number, or from text such as '3+4j'.",
    signature: "(real=0, imag=0)",
    flags: crate::object::class::class_flag::BASE,
    layout: Some(crate::object::layout::id_of::<ComplexNumber>),
    methods: methods::METHODS,
    members: &["imag", "real"],
    getset: methods::GETSET,
    slots: &[
        SlotDef::New(convert::construct),
        SlotDef::Repr(operators::repr),
        SlotDef::Hash(operators::hash),
        SlotDef::Bool(operators::truth),
        SlotDef::Compare(operators::compare),
        SlotDef::Add(operators::add),
        SlotDef::Subtract(operators::subtract),
        SlotDef::Multiply(operators::multiply),
        SlotDef::TrueDivide(operators::true_divide),
        SlotDef::Power(operators::power),
        SlotDef::Negative(operators::negative),
        SlotDef::Positive(operators::exact),
        SlotDef::Absolute(operators::absolute),
    ],
    ..ClassDef::DEFAULT
};
