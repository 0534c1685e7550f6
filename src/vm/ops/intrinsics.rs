//! Rare operations of one and two operands.

use super::function::globals_of_frame;
use crate::bytecode::instr::Instr;
use crate::bytecode::opcodes::{Intrinsic1, Intrinsic2};
use crate::object::{Res, Tuple, Value, names};
use crate::runtime::frame::Frame;
use crate::runtime::function::Function;
use crate::runtime::protocol::{self, number};
use crate::runtime::state::{ThreadState, interpreter};
use crate::types::{async_generator, exception, typing_params};
use crate::vm::registers::Registers;

/// `INTRINSIC_1`
pub fn one(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let operand = registers.get(instr.b());
    let kind = Intrinsic1::ALL.get(instr.x() as usize);
    match kind {
        Some(Intrinsic1::Positive) => {}
        Some(Intrinsic1::ListToTuple) => thread.before_read(operand),
        _ => thread.go_alone(),
    }
    let module = || {
        let globals = globals_of_frame(ts, frame);
        globals
            .as_dict()
            .and_then(|dict| dict.get_str(thread, names::NAME.value()))
            .unwrap_or(Value::NONE)
    };
    let result = match kind {
        Some(Intrinsic1::PrintExpr) => {
            let sys = interpreter(thread).sys.get();
            let hook = sys
                .as_dict()
                .and_then(|dict| dict.get_str(thread, names::DISPLAYHOOK.value()));
            match hook {
                Some(hook) => {
                    protocol::call_positional(thread, &hook, std::slice::from_ref(operand))?
                }
                None => {
                    return Err(
                        thread.error(crate::object::Builtin::RuntimeError, "lost sys.displayhook")
                    );
                }
            }
        }
        Some(Intrinsic1::Positive) => number::unary_positive(thread, operand)?,
        Some(Intrinsic1::ListToTuple) => match operand.as_list() {
            Some(list) => Tuple::from_vec(thread, list.to_vec(thread)?)?,
            None => operand.clone(),
        },
        Some(Intrinsic1::AsyncGenWrap) => async_generator::wrap(thread, operand.clone())?,
        Some(Intrinsic1::TypeVar) => {
            typing_params::new_type_var(thread, operand, None, None, &module())?
        }
        Some(Intrinsic1::ParamSpec) => typing_params::new_param_spec(thread, operand, &module())?,
        Some(Intrinsic1::TypeVarTuple) => {
            typing_params::new_type_var_tuple(thread, operand, &module())?
        }
        Some(Intrinsic1::SubscriptGeneric) => typing_params::subscript_generic(thread, operand)?,
        Some(Intrinsic1::TypeAlias) => typing_params::new_type_alias(thread, operand, &module())?,
        None => Value::NONE,
    };
    registers.consume(instr.b());
    registers.put(instr.a(), result);
    Ok(())
}

/// `INTRINSIC_2`
pub fn two(ts: &ThreadState, frame: *mut Frame, w: u64) -> Res<()> {
    let thread = &ts.core;
    let instr = Instr(w);
    let registers = Registers::newest(frame);
    let (first, second) = (registers.get(instr.b()), registers.get(instr.c()));
    let module = || {
        let globals = globals_of_frame(ts, frame);
        globals
            .as_dict()
            .and_then(|dict| dict.get_str(thread, names::NAME.value()))
            .unwrap_or(Value::NONE)
    };
    let result = match Intrinsic2::ALL.get(instr.x() as usize) {
        Some(Intrinsic2::TypeVarWithBound) => {
            typing_params::new_type_var(thread, first, Some(second), None, &module())?
        }
        Some(Intrinsic2::TypeVarWithConstraints) => {
            typing_params::new_type_var(thread, first, None, Some(second), &module())?
        }
        Some(Intrinsic2::PrepReraiseStar) => {
            exception::prepare_reraise_star(thread, first, second)?
        }
        Some(Intrinsic2::SetFunctionTypeParams) => {
            if let Some(function) = first.payload::<Function>() {
                function.type_params.set(second.clone());
            }
            first.clone()
        }
        Some(Intrinsic2::SetTypeParamDefault) => typing_params::set_default(thread, first, second)?,
        None => Value::NONE,
    };
    registers.consume(instr.b());
    registers.consume(instr.c());
    registers.put(instr.a(), result);
    Ok(())
}
