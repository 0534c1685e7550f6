//! What an activation and its frame object do to each other: the object is made, told where the activation stands, and left behind by it.

use super::FrameObject;
use crate::object::value::word;
use crate::object::{Builtin, Res, Thread, Value};
use crate::runtime::code::Code;
use crate::runtime::frame::{self, Frame, flag};
use crate::runtime::generator::{Generator, Status};
use crate::runtime::state::state;
use std::ptr::{null, null_mut};
use std::sync::atomic::Ordering::*;

/// The frame object of a live record, made at the first request.
///
/// # Errors
/// MemoryError
///
/// # Safety
/// `record` is live and is not being left.
pub unsafe fn of_record(thread: &Thread, record: *mut Frame) -> Res {
    // SAFETY: the record stays live: whatever runs here returns to it.
    unsafe {
        if (*record).flags & flag::ON_HEAP != 0
            && let Some(generator) = (*record).generator()
        {
            let object = of_generator_payload(thread, generator)?;
            if let Some(payload) = object.payload::<FrameObject>() {
                payload.record.set(record);
                (*record).flags |= flag::HAS_OBJECT;
            }
            return Ok(object);
        }
        if (*record).flags & flag::HAS_OBJECT != 0 {
            return Ok(Value::clone_word((*record).object));
        }
        let object = thread.alloc(Builtin::Frame, FrameObject::new())?;
        if (*record).flags & flag::HAS_OBJECT != 0 {
            // A finaliser that ran meanwhile has asked for it.
            return Ok(Value::clone_word((*record).object));
        }
        if let Some(payload) = object.payload::<FrameObject>() {
            payload.record.set(record);
            (*record).object = object.clone().into_word();
            (*record).flags |= flag::HAS_OBJECT;
        }
        Ok(object)
    }
}

/// The generator's frame object, without a record if it is new.
fn of_generator_payload(thread: &Thread, generator: &Generator) -> Res {
    if let Some(object) = generator.frame.load() {
        return Ok(object);
    }
    let object = thread.alloc(Builtin::Frame, FrameObject::new())?;
    if let Some(first) = generator.frame.load() {
        return Ok(first);
    }
    if let Some(payload) = object.payload::<FrameObject>() {
        payload.generator.set(generator);
        generator.frame.set(object.clone());
    }
    Ok(object)
}

/// The frame object of a generator, none if it is finished.
///
/// # Errors
/// MemoryError
pub fn of_generator(thread: &Thread, generator: &Generator) -> Res<Option<Value>> {
    match generator.status() {
        Status::Finished => return Ok(None),
        Status::Running => {
            let ts = state(thread);
            let mut record = frame::newest(ts);
            while let Some(found) = record {
                // SAFETY: records between bottom and newest are live.
                unsafe {
                    if (*found)
                        .generator()
                        .is_some_and(|running| std::ptr::eq(running, generator))
                    {
                        return of_record(thread, found).map(Some);
                    }
                    record = frame::below(found);
                }
            }
        }
        Status::Created | Status::Suspended => {}
    }
    of_generator_payload(thread, generator).map(Some)
}

/// The frame object `depth` levels below the newest frame, none if there are not so many.
///
/// # Errors
/// MemoryError
pub fn at_depth(thread: &Thread, depth: usize) -> Res<Option<Value>> {
    match crate::runtime::frames::at_depth(thread, depth) {
        // SAFETY: the record is live, and is not being left.
        Some(record) => unsafe { of_record(thread, record).map(Some) },
        None => Ok(None),
    }
}

/// A generator whose record has the flag `HAS_OBJECT` is suspended, its record is about to be popped.
#[cold]
#[inline(never)]
pub fn suspended(generator: &Generator) {
    let object = generator.frame.get();
    if let Some(payload) = object.payload::<FrameObject>() {
        payload.record.set(null_mut());
    }
}

/// A generator is resumed in `record`; true if it has a frame object, which knows the record from now on.
#[inline(always)]
pub fn resumed(generator: &Generator, record: *mut Frame) -> bool {
    generator.frame.word() != word::UNBOUND && resumed_with_object(generator, record)
}

#[cold]
#[inline(never)]
fn resumed_with_object(generator: &Generator, record: *mut Frame) -> bool {
    let object = generator.frame.get();
    match object.payload::<FrameObject>() {
        Some(payload) => {
            payload.record.set(record);
            true
        }
        None => false,
    }
}

/// The activation of `record`, which has a frame object, goes on as that of a new generator.
///
/// # Safety
/// `record` is the newest record, has `HAS_OBJECT`, and is about to be popped; its registers are the generator's now.
pub unsafe fn pass_to_generator(record: *mut Frame, generator: &Generator) {
    // SAFETY: the record owns the object.
    unsafe {
        (*record).flags &= !flag::HAS_OBJECT;
        let object = Value::from_word((*record).object);
        if let Some(payload) = object.payload::<FrameObject>() {
            payload.record.set(null_mut());
            payload.generator.set(generator);
            generator.frame.set(object);
        }
    }
}

/// The variables that were added through the `f_locals` of a live record's frame object, a dictionary.
///
/// # Safety
/// `record` is live.
pub unsafe fn extra_locals(record: *mut Frame) -> Option<Value> {
    // SAFETY: the caller's promise; the object belongs to the record or its generator.
    unsafe {
        if (*record).flags & flag::HAS_OBJECT == 0 {
            return None;
        }
        let object = match (*record).generator() {
            Some(generator) if (*record).flags & flag::ON_HEAP != 0 => generator.frame.get(),
            _ => Value::clone_word((*record).object),
        };
        object.payload::<FrameObject>()?.extra_locals.load()
    }
}

/// Whether the object has another reference than the caller's.
fn held_elsewhere(object: &Value) -> bool {
    object
        .header()
        .is_some_and(|header| header.reference_count() > 1)
}

/// The activation of `record`, which has a frame object, ends: the locals and namespaces go to the object if anybody else holds it. What is not
/// moved stays for the caller to drop.
///
/// # Safety
/// `record` is the newest record, has `HAS_OBJECT` and `LEAVING`; its temporaries are dead.
pub unsafe fn detach(thread: &Thread, record: *mut Frame) {
    // SAFETY: the record is live until the caller pops it.
    unsafe {
        (*record).flags &= !flag::HAS_OBJECT;
        let generator = if (*record).flags & flag::ON_HEAP != 0 {
            (*record).generator()
        } else {
            None
        };
        let object = match generator {
            Some(generator) => generator.frame.take(),
            None => Value::from_word((*record).object),
        };
        let Some(payload) = object.payload::<FrameObject>() else {
            return;
        };
        if held_elsewhere(&object) {
            if let Some(below) = frame::below(record) {
                match of_record(thread, below) {
                    Ok(back) => payload.back.set(back),
                    Err(raised) => drop(thread.take_raised(raised)),
                }
            }
            payload.word.set((*record).word_index() as u32);
            payload.code.set(Value::of_payload::<Code>((*record).code));
            payload.callee.set(match generator {
                Some(generator) => generator.function.get(),
                None => Value::clone_word((*record).callee),
            });
            payload.keep((*record).base, (*(*record).code).nlocals as usize);
            if !(*record).extra.is_null() {
                let extra = std::ptr::replace(&raw mut (*record).extra, null_mut());
                *payload.extra.get() = Some(Box::from_raw(extra));
            }
        }
        payload.record.set(null_mut());
        payload.generator.set(null());
        drop(payload.overwritten.take());
    }
}

/// A generator is about to die together with its frame object, which therefore gets nothing.
pub fn abandon(generator: &Generator) {
    let object = generator.frame.take();
    if let Some(payload) = object.payload::<FrameObject>() {
        payload.record.set(null_mut());
        payload.generator.set(null());
    }
}

/// A generator that does not run ends, or dies. Its locals go to its frame object if anybody else holds that and `keep` says so; what is not moved stays for the
/// caller to drop.
#[inline(always)]
pub fn end_generator(generator: &Generator, keep: bool) {
    if generator.frame.word() != word::UNBOUND {
        end_with_object(generator, keep);
    }
}

#[cold]
#[inline(never)]
fn end_with_object(generator: &Generator, keep: bool) {
    let object = generator.frame.take();
    let Some(payload) = object.payload::<FrameObject>() else {
        return;
    };
    if held_elsewhere(&object) {
        let begun = generator.status() != Status::Created;
        // One that never began counts as standing behind its first instruction.
        payload
            .word
            .set(generator.pc.load(Relaxed) + u32::from(!begun));
        payload.code.set(generator.code.clone());
        payload.callee.set(generator.function.get());
        if keep && let Some(code) = generator.code.payload::<Code>() {
            // SAFETY: the generator's locals are owned words, and nobody runs it.
            unsafe { payload.keep(generator.base(), code.nlocals as usize) };
        }
    }
    payload.record.set(null_mut());
    payload.generator.set(null());
    drop(payload.overwritten.take());
}
