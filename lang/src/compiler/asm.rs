//! The assembler's front: instructions with labels instead of offsets, and the account of what holds
//! at each point: which temporaries are live, which locals are surely bound, whether control gets
//! there at all. Instructions that cannot be reached are not recorded.
#![forbid(unsafe_code)]

use rustc_hash::FxHashMap;

use super::bits::BitSet;
use crate::bytecode::code::LiveSet;
use crate::bytecode::effects::{Effects, Windows};
use crate::bytecode::instr::{Instr, Reg};
use crate::bytecode::opcodes::{Flow, Op, Raise, Role};
use crate::syntax::ast::Span;

/// A place in the code, to jump to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Label(u32);

/// An exception handler's region.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region(u32);

/// What holds at a point of the code.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// Live temporaries, counted from the first one.
    pub live: BitSet,
    /// Locals that are surely bound.
    pub bound: BitSet,
    /// Whether control gets here.
    pub reachable: bool,
}

/// One recorded instruction.
pub(super) struct Item {
    pub op: Op,
    pub instr: Instr,
    pub data: u32,
    pub target: Option<Label>,
    pub span: Span,
    pub live: u32,
    pub region: Option<Region>,
}

#[derive(Default)]
pub(super) struct LabelInfo {
    pub state: Option<State>,
    pub at: Option<usize>,
}

pub(super) struct RegionInfo {
    pub target: Label,
    pub depth: u16,
    bound: BitSet,
}

/// Records the instructions of one code object.
pub struct Asm {
    /// What holds where the next instruction goes.
    pub state: State,
    /// The source of the instructions that follow.
    pub span: Span,
    pub(super) nlocals: u16,
    pub(super) items: Vec<Item>,
    pub(super) labels: Vec<LabelInfo>,
    pub(super) regions: Vec<RegionInfo>,
    pub(super) live_sets: Vec<LiveSet>,
    live_ids: FxHashMap<LiveSet, u32>,
    last_live: Option<(BitSet, u32)>,
    region: Option<Region>,
    /// Locals that some instruction unbinds: what is known of them does not hold around a loop or in
    /// a handler.
    unbindable: BitSet,
    /// The code will be refused: nothing is recorded, and no account is kept.
    abandoned: bool,
}

impl Asm {
    /// An empty recording for a frame with this many locals, of which some may become unbound again.
    pub fn new(nlocals: u16, unbindable: BitSet) -> Asm {
        Asm {
            state: State {
                reachable: true,
                ..State::default()
            },
            span: Span::default(),
            nlocals,
            items: Vec::new(),
            labels: Vec::new(),
            regions: Vec::new(),
            live_sets: Vec::new(),
            live_ids: FxHashMap::default(),
            last_live: None,
            region: None,
            unbindable,
            abandoned: false,
        }
    }

    /// Stops recording: registers have run out, so that their numbers mean nothing from here on, and
    /// the code is refused at its end.
    pub fn abandon(&mut self) {
        self.abandoned = true;
        self.state.reachable = false;
    }

    /// Whether the code will be refused.
    pub fn is_abandoned(&self) -> bool {
        self.abandoned
    }

    /// The number of instructions recorded.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// The first temporary.
    pub fn first_temporary(&self) -> Reg {
        Reg(self.nlocals)
    }

    /// A label that stands nowhere yet.
    pub fn label(&mut self) -> Label {
        self.labels.push(LabelInfo::default());
        Label(self.labels.len() as u32 - 1)
    }

    /// Whether the label stands before the next instruction, so that a jump to it goes backward.
    pub fn is_placed(&self, label: Label) -> bool {
        self.labels[label.index()].at.is_some()
    }

    /// Puts the label here: control may come from the last instruction and from jumps.
    pub fn place(&mut self, label: Label) {
        let here = self.items.len();
        let info = &mut self.labels[label.index()];
        debug_assert!(info.at.is_none(), "a label stands in one place");
        info.at = Some(here);
        if self.abandoned {
            return;
        }
        match (&info.state, self.state.reachable) {
            (Some(state), true) => {
                debug_assert_eq!(state.live, self.state.live, "live temporaries at a label");
                self.state.bound.intersect(&state.bound);
            }
            (Some(state), false) => self.state = state.clone(),
            (None, _) => {}
        }
        if self.state.reachable {
            info.state = Some(self.state.clone());
        }
    }

    /// Puts the label at the top of a loop here.
    pub fn place_loop(&mut self, label: Label) {
        self.state.bound.subtract(&self.unbindable);
        self.place(label);
    }

    /// Records an instruction without jump.
    pub fn emit(&mut self, instr: Instr) {
        self.record(instr, 0, None);
    }

    /// Records an instruction with an operand word.
    pub fn emit_data(&mut self, instr: Instr, data: u32) {
        self.record(instr, data, None);
    }

    /// Records an instruction that jumps to the label.
    pub fn emit_jump(&mut self, instr: Instr, target: Label) {
        self.record(instr, 0, Some(target));
    }

    /// Jumps unconditionally, forward or backward as the label demands.
    pub fn jump(&mut self, target: Label) {
        let op = match self.is_placed(target) {
            true => Op::Loop,
            false => Op::Jmp,
        };
        self.emit_jump(Instr::wide(op, 0, 0, 0), target);
    }

    /// Instructions from here on are covered by the handler at `target`, which keeps the first
    /// `depth` temporaries. Gives what was in force, for [`Asm::leave_region`].
    pub fn enter_region(&mut self, target: Label, depth: u16) -> Option<Region> {
        let mut bound = self.state.bound.clone();
        bound.subtract(&self.unbindable);
        self.regions.push(RegionInfo {
            target,
            depth,
            bound,
        });
        self.region.replace(Region(self.regions.len() as u32 - 1))
    }

    /// The region in force.
    pub fn region(&self) -> Option<Region> {
        self.region
    }

    /// Goes back to the region that was in force before; gives the present one.
    pub fn leave_region(&mut self, outer: Option<Region>) -> Option<Region> {
        std::mem::replace(&mut self.region, outer)
    }

    /// Counts a local as surely bound from here on.
    pub fn bind(&mut self, local: Reg) {
        self.state.bound.insert(local.index());
    }

    /// Whether a local is surely bound here.
    pub fn is_bound(&self, local: Reg) -> bool {
        !self.state.reachable || self.state.bound.contains(local.index())
    }

    fn record(&mut self, instr: Instr, data: u32, target: Option<Label>) {
        if !self.state.reachable || self.abandoned {
            return;
        }
        let Some(op) = instr.op() else { return };
        let info = op.info();
        let live = self.live_id();
        self.items.push(Item {
            op,
            instr,
            data,
            target,
            span: self.span,
            live,
            region: self.region,
        });
        if info.raises != Raise::No {
            self.note_handler();
        }
        let effects = Effects::of(op, instr, data, self.nlocals);
        self.consume(op, &effects.consumes);
        if let Some(target) = target {
            self.note_jump(op, target, &effects);
        }
        self.consume(op, &effects.consumes_on_fall);
        self.produce(op, &effects.writes);
        if matches!(info.flow, Flow::Jump | Flow::Stop) {
            self.state.reachable = false;
        }
        debug_assert!(
            (info.b != Role::Jump32 && info.c != Role::Jump16) || target.is_some(),
            "{} needs a target",
            info.name
        );
    }

    /// The last instruction is the return behind the end of the body. Jumps to it from other lines get returns of their own, of the
    /// line that they stand on, so that a frame that outlives its call says where it was left.
    pub fn split_exit(&mut self, line_of: impl Fn(Span) -> u32) {
        let Some(exit) = self.items.len().checked_sub(1) else {
            return;
        };
        let (live, region, instr) = {
            let item = &self.items[exit];
            (item.live, item.region, item.instr)
        };
        let exit_line = line_of(self.items[exit].span);
        let mut returns: FxHashMap<u32, Label> = FxHashMap::default();
        for index in 0..exit {
            let Some(target) = self.items[index].target else {
                continue;
            };
            let line = line_of(self.items[index].span);
            if line == exit_line || !self.leads_to(target, exit) {
                continue;
            }
            if self.items[index].op == Op::Jmp {
                let item = &mut self.items[index];
                (item.op, item.instr, item.target) = (Op::ReturnNone, instr, None);
                continue;
            }
            let label = match returns.get(&line) {
                Some(label) => *label,
                None => {
                    let label = self.label();
                    self.labels[label.index()].at = Some(self.items.len());
                    let span = self.items[index].span;
                    self.items.push(Item {
                        op: Op::ReturnNone,
                        instr,
                        data: 0,
                        target: None,
                        span,
                        live,
                        region,
                    });
                    returns.insert(line, label);
                    label
                }
            };
            self.items[index].target = Some(label);
        }
    }

    /// Whether the label stands at the item, or at jumps that lead there.
    fn leads_to(&self, label: Label, item: usize) -> bool {
        let mut at = self.labels[label.index()].at;
        for _ in 0..8 {
            match at.and_then(|at| self.items.get(at)) {
                Some(Item {
                    op: Op::Jmp,
                    target: Some(next),
                    ..
                }) => at = self.labels[next.index()].at,
                _ => break,
            }
        }
        at == Some(item)
    }

    fn consume(&mut self, op: Op, windows: &Windows) {
        for register in windows.registers() {
            let temporary = register as usize - usize::from(self.nlocals);
            let was_live = self.state.live.remove(temporary);
            debug_assert!(was_live, "{} reads dead temporary {temporary}", op.name());
        }
    }

    fn produce(&mut self, op: Op, windows: &Windows) {
        for register in windows.registers() {
            if let Some(temporary) = register.checked_sub(u32::from(self.nlocals)) {
                let was_dead = self.state.live.insert(temporary as usize);
                debug_assert!(was_dead, "{} overwrites temporary {temporary}", op.name());
            }
        }
    }

    fn note_jump(&mut self, op: Op, target: Label, effects: &Effects) {
        let fall = self.state.clone();
        self.consume(op, &effects.consumes_on_jump);
        self.produce(op, &effects.writes);
        self.produce(op, &effects.writes_on_jump);
        let there = std::mem::replace(&mut self.state, fall);
        let info = &mut self.labels[target.index()];
        match &mut info.state {
            Some(state) => {
                debug_assert_eq!(
                    state.live, there.live,
                    "live temporaries at a jump's target"
                );
                if info.at.is_none() {
                    state.bound.intersect(&there.bound);
                }
            }
            None => info.state = Some(there),
        }
    }

    /// The handler in force may get control here.
    fn note_handler(&mut self) {
        let Some(region) = self.region else { return };
        let region = &self.regions[region.0 as usize];
        let mut live = self.state.live.clone();
        live.truncate(usize::from(region.depth));
        let bound = &region.bound;
        let info = &mut self.labels[region.target.index()];
        match &mut info.state {
            Some(state) => {
                debug_assert_eq!(state.live, live, "live temporaries under a handler");
                state.bound.intersect(bound);
            }
            None => {
                info.state = Some(State {
                    live,
                    bound: bound.clone(),
                    reachable: true,
                });
            }
        }
    }

    fn live_id(&mut self) -> u32 {
        if let Some((live, id)) = &self.last_live
            && *live == self.state.live
        {
            return *id;
        }
        let set = LiveSet::of_words(self.state.live.words());
        let next = self.live_sets.len() as u32;
        let id = *self.live_ids.entry(set.clone()).or_insert(next);
        if id == next {
            self.live_sets.push(set);
        }
        self.last_live = Some((self.state.live.clone(), id));
        id
    }
}

impl Label {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

impl Region {
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}
