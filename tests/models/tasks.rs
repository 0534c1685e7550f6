//! Generated tasks that sleep, cancel, gather, time out and hand things over, against a model of asyncio.
//!
//! A program is a tree of bodies. It is written as a script, and run here (`task_steps.rs`, `event_loop.rs`); both keep a log, and the logs must agree line by line.
//! Time passes by one with each round of the loop, in which the main task sleeps, so each timeout falls into a certain round. No two timers are due at
//! the same time. The set of a `TaskGroup` is replaced by one that keeps its order, since the order of sets of tasks is anybody's.

use proptest::collection::vec;
use proptest::prelude::*;
use std::fmt::Write as _;
use std::rc::Rc;

use crate::channel::Case;
use crate::run_model;
use crate::task_steps::predicted;

const QUEUES: usize = 2;
const CHANNELS: usize = 2;
/// Statements, one after the other.
pub type Body = Rc<Vec<Step>>;

/// What `asyncio.wait` waits for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Until {
    All,
    First,
    FirstException,
}

/// A statement. Numbers of tasks are taken modulo how many there are.
#[derive(Clone, Debug)]
pub enum Step {
    Pause(u8),
    Sleep(u8),
    Raise,
    Put(usize),
    Get(usize),
    /// Gives somebody an item and cancels somebody in the same round; it may be the same task.
    PutAndCancel(usize, usize),
    Cancel(usize),
    Uncancel,
    /// Cancels itself, and takes that back before it waits.
    CancelAndUncancel,
    Await(usize),
    Shield(usize),
    Spawn(Body),
    Gather(Vec<Body>, bool),
    Wait(Vec<Body>, Until),
    Group(Vec<Body>, Body),
    Timeout(u8, Body),
    WaitFor(u8, Body),
    Try(Body, Body, bool),
    Channel(Vec<Case>),
    Close(usize),
}

/// What a script does.
#[derive(Clone, Debug)]
pub struct Program {
    /// The tasks that are there from the beginning.
    pub bodies: Vec<Body>,
    /// So many rounds later, this task is cancelled.
    pub moves: Vec<(u8, usize)>,
    /// Of the channels.
    pub capacities: Vec<Option<usize>>,
    /// Of the queues.
    pub sizes: Vec<usize>,
}

fn simple(has_channels: bool) -> BoxedStrategy<Step> {
    let usual = prop_oneof![
        6 => (1u8..4).prop_map(Step::Pause),
        3 => (0u8..6).prop_map(Step::Sleep),
        1 => Just(Step::Raise),
        3 => (0..QUEUES).prop_map(Step::Put),
        4 => (0..QUEUES).prop_map(Step::Get),
        2 => (0usize..8).prop_map(Step::Cancel),
        3 => (0..QUEUES, 0usize..8).prop_map(|(queue, who)| Step::PutAndCancel(queue, who)),
        1 => Just(Step::Uncancel),
        1 => Just(Step::CancelAndUncancel),
        2 => (0usize..8).prop_map(Step::Await),
        2 => (0usize..8).prop_map(Step::Shield),
    ];
    if !has_channels {
        return usual.boxed();
    }
    let case = (0..CHANNELS, any::<bool>()).prop_map(|(channel, sends)| Case { channel, sends });
    prop_oneof![
        4 => usual,
        6 => vec(case.clone(), 1).prop_map(Step::Channel),
        5 => vec(case, 2..4).prop_map(Step::Channel),
        1 => (0..CHANNELS).prop_map(Step::Close),
    ]
    .boxed()
}

fn body(step: impl Strategy<Value = Step> + 'static) -> impl Strategy<Value = Body> {
    vec(step, 0..7).prop_map(Rc::new)
}

fn program(has_channels: bool) -> impl Strategy<Value = Program> {
    let step = simple(has_channels).prop_recursive(3, 40, 4, |inner| {
        let some = vec(body(inner.clone()), 1..4).boxed();
        let one = body(inner.clone()).boxed();
        let until = prop::sample::select(vec![Until::All, Until::First, Until::FirstException]);
        prop_oneof![
            4 => inner,
            1 => one.clone().prop_map(Step::Spawn),
            2 => (some.clone(), any::<bool>()).prop_map(|(all, kept)| Step::Gather(all, kept)),
            2 => (some.clone(), until).prop_map(|(all, until)| Step::Wait(all, until)),
            3 => (some, one.clone()).prop_map(|(all, own)| Step::Group(all, own)),
            2 => (0u8..6, one.clone()).prop_map(|(time, own)| Step::Timeout(time, own)),
            1 => (1u8..6, one.clone()).prop_map(|(time, own)| Step::WaitFor(time, own)),
            3 => (one.clone(), one, any::<bool>()).prop_map(|(own, last, again)| Step::Try(own, last, again)),
        ]
    });
    let capacity = prop_oneof![Just(Some(0)), (1usize..3).prop_map(Some), Just(None)];
    (
        vec(body(step), 3..6),
        vec((0u8..5, 0usize..8), 0..14),
        vec(capacity, CHANNELS),
        vec(0usize..3, QUEUES),
    )
        .prop_map(|(bodies, moves, capacities, sizes)| Program {
            bodies,
            moves,
            capacities,
            sizes,
        })
}

/// What scripts begin with.
const HELPERS: &str = "\
import asyncio, itertools
log, tasks, now = [], [], 0
serials, items = itertools.count(1), itertools.count(1)
class Oops(Exception): pass
class Ordered(dict):
    add = dict.setdefault
    def discard(self, key): self.pop(key, None)
def told(error):
    if isinstance(error, BaseExceptionGroup):
        return f\"Group[{', '.join(map(told, error.exceptions))}]\"
    return ' '.join([type(error).__name__, *(str(one) for one in error.args if type(one) is int)])
def shown(value):
    return told(value) if isinstance(value, BaseException) else str(value)
def delay(rounds):
    return rounds + next(serials) / 4096
def spawn(body, make=None):
    task = (make or asyncio.create_task)(run(len(tasks), body))
    tasks.append(task)
    return task
async def run(me, body):
    try:
        await body(me)
        log.append(f'{me} ends')
        return me
    except BaseException as error:
        log.append(f'{me} ends by {told(error)}')
        raise
def cancel(me, number):
    if tasks:
        number %= len(tasks)
        log.append(f'{me} cancels {number}: {tasks[number].cancel()}')
def later(me, number):
    # A task waits for younger ones alone, so that none waits for itself.
    return tasks[me + 1 + number % (len(tasks) - me - 1)] if len(tasks) > me + 1 else asyncio.sleep(0)
async def settle(rounds):
    global now
    for _ in range(rounds):
        await asyncio.sleep(0)
        now += 1
def states():
    for number, task in enumerate(tasks):
        if not task.done():
            log.append(f'{number} waits')
        elif task.cancelled():
            log.append(f'{number} cancelled')
        else:
            log.append(f'{number} {shown(task.exception() or task.result())}')
async def main(bodies, moves):
    for body in bodies:
        spawn(body)
    for rounds, number in moves:
        await settle(rounds)
        cancel(-1, number)
    await settle(40)
    states()
    for _ in range(30):
        left = [task for task in tasks if not task.done()]
        for task in left:
            task.cancel()
        if left:
            await settle(12)
    states()
def start(bodies, moves, has_timers):
    loop = asyncio.new_event_loop()
    if has_timers:
        loop.time = lambda: now
    loop.run_until_complete(main(bodies, moves))
    loop.close()
    return len(log)
";

/// Writes the functions of a program.
#[derive(Default)]
struct Writer {
    text: String,
    bodies: usize,
    has_timers: bool,
}

impl Writer {
    /// Writes a function, after those that it needs. Returns its name.
    fn function(&mut self, body: &[Step]) -> String {
        let mut lines = String::new();
        self.block(body, 1, &mut lines);
        self.bodies += 1;
        let name = format!("body{}", self.bodies);
        let _ = write!(self.text, "async def {name}(me):\n{lines}");
        name
    }

    fn functions(&mut self, bodies: &[Body]) -> String {
        let names: Vec<String> = bodies.iter().map(|body| self.function(body)).collect();
        names.join(", ")
    }

    fn block(&mut self, body: &[Step], depth: usize, out: &mut String) {
        let indent = "    ".repeat(depth);
        for step in body {
            self.step(step, depth, &indent, out);
        }
        let _ = writeln!(out, "{indent}pass");
    }

    fn step(&mut self, step: &Step, depth: usize, indent: &str, out: &mut String) {
        let mut line = |text: &str| {
            let _ = writeln!(out, "{indent}{text}");
        };
        match step {
            Step::Pause(rounds) => {
                line(&format!("for _ in range({rounds}): await asyncio.sleep(0)"))
            }
            Step::Sleep(rounds) => {
                self.has_timers = true;
                line(&format!("await asyncio.sleep(delay({rounds}))"));
            }
            Step::Raise => line("raise Oops(next(items))"),
            Step::Put(queue) => {
                line("item = next(items)");
                line(&format!("await queues[{queue}].put(item)"));
                line("log.append(f'{me} put {item}')");
            }
            Step::Get(queue) => line(&format!(
                "log.append(f'{{me}} got {{await queues[{queue}].get()}}')"
            )),
            Step::Cancel(number) => line(&format!("cancel(me, {number})")),
            Step::PutAndCancel(queue, number) => {
                line(&format!(
                    "if not queues[{queue}].full(): queues[{queue}].put_nowait(next(items))"
                ));
                line(&format!("cancel(me, {number})"));
            }
            Step::CancelAndUncancel => line(
                "asyncio.current_task().cancel(), log.append(f'{me} stays: {asyncio.current_task().uncancel()}')",
            ),
            Step::Uncancel => {
                line("log.append(f'{me} uncancels: {asyncio.current_task().uncancel()}')");
            }
            Step::Await(number) => line(&format!(
                "log.append(f'{{me}} awaited {{await later(me, {number})}}')"
            )),
            Step::Shield(number) => line(&format!(
                "log.append(f'{{me}} shielded {{await asyncio.shield(later(me, {number}))}}')"
            )),
            Step::Spawn(body) => line(&format!("spawn({})", self.function(body))),
            Step::Gather(bodies, kept) => {
                let kept = crate::truth(*kept);
                line(&format!(
                    "got = await asyncio.gather(*map(spawn, [{}]), return_exceptions={kept})",
                    self.functions(bodies)
                ));
                line("log.append(f'{me} gathered {\", \".join(map(shown, got))}')");
            }
            Step::Wait(bodies, until) => {
                let until = match until {
                    Until::All => "ALL_COMPLETED",
                    Until::First => "FIRST_COMPLETED",
                    Until::FirstException => "FIRST_EXCEPTION",
                };
                line(&format!(
                    "done, left = await asyncio.wait(list(map(spawn, [{}])), return_when='{until}')",
                    self.functions(bodies)
                ));
                line("done, left = (sorted(map(tasks.index, some)) for some in (done, left))");
                line("log.append(f'{me} waited: {done} {left}')");
            }
            Step::Group(bodies, own) => {
                line("async with asyncio.TaskGroup() as group:");
                line("    group._tasks = Ordered()");
                line(&format!(
                    "    for body in [{}]: spawn(body, group.create_task)",
                    self.functions(bodies)
                ));
                self.block(own, depth + 1, out);
            }
            Step::Timeout(rounds, own) => {
                self.has_timers = true;
                match rounds {
                    0 => line("async with asyncio.timeout(0):"),
                    rounds => line(&format!("async with asyncio.timeout(delay({rounds})):")),
                }
                self.block(own, depth + 1, out);
            }
            Step::WaitFor(rounds, own) => {
                self.has_timers = true;
                line(&format!(
                    "await asyncio.wait_for({}(me), delay({rounds}))",
                    self.function(own)
                ));
            }
            Step::Try(own, last, again) => {
                line("try:");
                self.block(own, depth + 1, out);
                let _ = writeln!(out, "{indent}except BaseException as error:");
                let _ = writeln!(
                    out,
                    "{indent}    log.append(f'{{me}} catches {{told(error)}}')"
                );
                self.block(last, depth + 1, out);
                if *again {
                    let _ = writeln!(out, "{indent}    raise");
                }
            }
            Step::Channel(cases) => {
                let written = cases.iter().map(|case| match case.sends {
                    true => format!("(channels[{}], next(items))", case.channel),
                    false => format!("channels[{}]", case.channel),
                });
                let written: Vec<String> = written.collect();
                line(&format!("cases = [{}]", written.join(", ")));
                match cases[..] {
                    [Case { sends: true, .. }] => {
                        line("got = 0, await cases[0][0].asend(cases[0][1])")
                    }
                    [_] => line("got = 0, await cases[0].arecv()"),
                    _ => line("got = await channel.aselect(cases)"),
                }
                line("log.append(f'{me} case {got[0]}: {got[1]}')");
            }
            Step::Close(number) => line(&format!("channels[{number}].close()")),
        }
    }
}

fn check(has_channels: bool) {
    run_model(program(has_channels), |program, session| {
        let mut writer = Writer::default();
        let bodies = writer.functions(&program.bodies);
        let has_timers = crate::truth(writer.has_timers);
        session.run(HELPERS.to_owned() + &writer.text);
        let moves: Vec<String> = program
            .moves
            .iter()
            .map(|(n, i)| format!("({n}, {i}), "))
            .collect();
        let sizes: Vec<String> = program.sizes.iter().map(usize::to_string).collect();
        session.run(format!(
            "queues = [asyncio.Queue(size) for size in ({},)]",
            sizes.join(", ")
        ));
        if has_channels {
            let made = program
                .capacities
                .iter()
                .map(|one| one.map_or("None".to_owned(), |n| n.to_string()));
            let made: Vec<String> = made.collect();
            session.run(format!(
                "import channel\nchannels = list(map(channel.Channel, [{}]))",
                made.join(", ")
            ));
        }
        let log = predicted(program);
        session.check(
            format!("start([{bodies}], [{}], {has_timers})", moves.concat()),
            log.len().to_string(),
        );
        for (number, line) in log.iter().enumerate() {
            session.check(format!("log[{number}]"), format!("'{line}'"));
        }
    });
}

#[test]
fn tasks_do_what_asyncio_says() {
    check(false);
}

#[test]
fn tasks_with_channels_lose_nothing() {
    check(true);
}
