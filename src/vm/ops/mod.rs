//! Op bodies that are not fast paths. Each takes the thread state, the newest frame and the instruction word; `pc` has been saved.
//!
//! A body that raises has consumed nothing, unless the opcode table says otherwise.

pub mod arith;
pub mod attr;
pub mod beside;
pub mod build;
pub mod call;
pub mod compare;
pub mod exceptions;
pub mod function;
pub mod generator;
pub mod import;
pub mod in_place;
pub mod intrinsics;
pub mod iterate;
pub mod misc;
pub mod names;
pub mod patterns;
pub mod special;
pub mod subscript;
pub mod super_attr;
pub mod unpack;
pub mod with;

/// What the loop does after a body.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// Goes on with the next instruction.
    Next,
    /// A frame was pushed: goes on there.
    Enter,
}

/// What the loop does after a body that decides a branch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Branch {
    /// Jumps.
    Jump,
    /// Goes on with the next instruction.
    Fall,
    /// A frame was pushed, whose result decides.
    Enter,
}

impl Branch {
    /// Jump if `condition` holds.
    pub fn jump_if(condition: bool) -> Branch {
        if condition {
            Branch::Jump
        } else {
            Branch::Fall
        }
    }
}
