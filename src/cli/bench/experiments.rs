//! The experiments. One entry says all that there is to know of it but for its program, which is in `workloads/`.

use super::experiment::{
    Axis, Base, Better, Column, Experiment, Figure, Layout, Of, Over, Source, Unit,
};

const COMMON: &str = include_str!("workloads/common.py");
const WORK: &str = include_str!("workloads/work.py");
const MESSAGES: &str = include_str!("workloads/messages.py");

/// One of each kind, where the difference between fair and racing matters little.
const KINDS: &[&str] = &["interval:5ms", "ticks:100", "off"];
/// Those that differ in who runs next, too.
const USUAL: &[&str] = &[
    "interval:5ms",
    "interval:5ms,boost",
    "ticks:100",
    "ticks:100,fair",
    "off",
];

const THREADS: Axis = Axis::Threads {
    name: "threads",
    least: 1,
    reference: None,
    usual: [&[], &[]],
};
const THREADS_AND_ONE: Axis = Axis::Threads {
    name: "threads",
    least: 1,
    reference: Some(1),
    usual: [&[], &[]],
};
/// Where nothing happens with one thread.
const SEVERAL_THREADS: Axis = Axis::Threads {
    name: "threads",
    least: 2,
    reference: None,
    usual: [&[], &[]],
};
const BUSY_AND_NONE: Axis = Axis::Threads {
    name: "busy",
    least: 0,
    reference: Some(0),
    usual: [&[], &[]],
};

const fn figure(
    name: &'static str,
    unit: Unit,
    better: Better,
    source: Source,
    what: &'static str,
) -> Figure {
    Figure {
        name,
        unit,
        better,
        source,
        what,
    }
}

/// How often something is done.
const fn rate(name: &'static str, what: &'static str) -> Figure {
    figure(name, Unit::PerSecond, Better::More, Source::Run, what)
}

/// How long something takes.
const fn time(name: &'static str, what: &'static str) -> Figure {
    figure(name, Unit::Seconds, Better::Less, Source::Run, what)
}

/// How late something is, many times.
const fn delays(name: &'static str, what: &'static str) -> Figure {
    figure(name, Unit::Seconds, Better::Less, Source::Samples, what)
}

/// How much memory something takes.
const fn memory(name: &'static str, what: &'static str) -> Figure {
    figure(name, Unit::Bytes, Better::Less, Source::Run, what)
}

/// What is kept of something.
const fn percent(name: &'static str, of: &'static str, base: Base, what: &'static str) -> Figure {
    figure(
        name,
        Unit::Percent,
        Better::More,
        Source::Percent(of, base),
        what,
    )
}

const fn column(title: &'static str, figure: &'static str, of: Of) -> Column {
    Column { title, figure, of }
}

/// All experiments, in the order in which they are made.
pub static EXPERIMENTS: [Experiment; 14] = [
    Experiment {
        name: "single",
        measures: "What each mode costs one thread: pieces of work that it does in a second, by kind of work.",
        workload: &[COMMON, WORK, include_str!("workloads/single.py")],
        fixed: &[],
        axes: &[Axis::Kind(
            "work",
            &[
                "ints",
                "floats",
                "fib",
                "objects",
                "containers",
                "strings",
                "pi",
                "sort",
            ],
        )],
        modes: KINDS,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate("rate", "pieces of work a second"),
            percent(
                "percent",
                "rate",
                Base::FirstSide,
                "the same, of what the first side does",
            ),
        ],
        layout: Layout {
            rows: Over::Axis("work"),
            groups: Over::Sides,
            columns: &[
                column("rate", "rate", Of::P50),
                column("of first", "percent", Of::P50),
            ],
            means: true,
        },
    },
    Experiment {
        name: "throughput",
        measures: "N threads compute and share nothing: pieces of work that all of them together do in a second. One processor's worth is 100 %.",
        workload: &[COMMON, WORK, include_str!("workloads/throughput.py")],
        fixed: &[],
        axes: &[
            Axis::Kind("work", &["pi", "objects", "sort"]),
            THREADS_AND_ONE,
        ],
        modes: USUAL,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate("rate", "pieces of work a second"),
            percent(
                "percent",
                "rate",
                Base::At("threads", 1),
                "the same, of what one thread does alone",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Axis("threads"),
            columns: &[
                column("rate", "rate", Of::P50),
                column("of 1", "percent", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "io",
        measures: "N threads wait for 5 ms again and again, asleep, for a lock, for a message, or asleep with a little to compute in between: waits that end in a second. 100 % is N times what one thread does.",
        workload: &[COMMON, WORK, include_str!("workloads/io.py")],
        fixed: &[],
        axes: &[
            Axis::Kind("wait", &["sleep", "lock", "socket", "sleep and compute"]),
            Axis::Threads {
                name: "threads",
                least: 1,
                reference: Some(1),
                usual: [&[1, 10, 100], &[1, 10]],
            },
        ],
        modes: USUAL,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate("rate", "waits a second"),
            percent(
                "percent",
                "rate",
                Base::Proportional("threads", 1),
                "the same, of N times what one thread does",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Axis("threads"),
            columns: &[
                column("rate", "rate", Of::P50),
                column("of N", "percent", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "latency",
        measures: "A thread gets messages over UDP while N threads compute: the time from the sending of a message until the thread has it.",
        workload: &[COMMON, WORK, MESSAGES],
        fixed: &[("pause", "0.005")],
        axes: &[BUSY_AND_NONE],
        modes: USUAL,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[delays(
            "delay",
            "from the sending of a message until the thread has it",
        )],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Nothing,
            columns: &[
                column("p50", "delay", Of::P50),
                column("p99", "delay", Of::P99),
                column("max", "delay", Of::Max),
                column("mean", "delay", Of::Mean),
                column("deviation", "delay", Of::Deviation),
                column("messages", "delay", Of::Count),
            ],
            means: false,
        },
    },
    Experiment {
        name: "bandwidth",
        measures: "A thread answers messages of 1 KiB that come over UDP, one at a time, while N threads compute: messages a second.",
        workload: &[COMMON, WORK, MESSAGES],
        fixed: &[("pause", "0")],
        axes: &[BUSY_AND_NONE],
        modes: USUAL,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate("rate", "messages a second"),
            percent(
                "percent",
                "rate",
                Base::At("busy", 0),
                "the same, of what comes through while nobody computes",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Axis("busy"),
            columns: &[
                column("rate", "rate", Of::P50),
                column("of idle", "percent", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "convoy",
        measures: "A thread exchanges small messages with another process as fast as it can beside N threads that compute: how long after the sending of an answer it runs, what it gets done, and what is left to the others of what they do alone.",
        workload: &[COMMON, include_str!("workloads/convoy.py")],
        fixed: &[],
        axes: &[BUSY_AND_NONE],
        modes: &[
            "interval:5ms,race",
            "interval:5ms",
            "interval:5ms,fair",
            "interval:5ms,boost",
            "ticks:100,race",
            "ticks:100,fair",
            "ticks:100,boost",
            "off",
        ],
        quick_modes: &[
            "interval:5ms,race",
            "interval:5ms,fair",
            "interval:5ms,boost",
        ],
        is_sweep: false,
        figures: &[
            delays(
                "wakeup",
                "from the sending of an answer until the thread has it",
            ),
            rate("messages", "messages exchanged a second"),
            rate(
                "alone",
                "loops a second of the computing threads without the other",
            ),
            rate(
                "beside",
                "loops a second of the computing threads beside the other",
            ),
            percent(
                "percent",
                "beside",
                Base::Figure("alone"),
                "`beside` of `alone`",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Nothing,
            columns: &[
                column("wake-up p50", "wakeup", Of::P50),
                column("p99", "wakeup", Of::P99),
                column("max", "wakeup", Of::Max),
                column("messages", "messages", Of::P50),
                column("computed", "beside", Of::P50),
                column("of alone", "percent", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "switch",
        measures: "N threads compute while another wakes up every 2 ms, over lengths of turns: what is computed, what the slowest thread does of what the fastest does, and how late the other one runs.",
        workload: &[COMMON, include_str!("workloads/switch.py")],
        fixed: &[],
        axes: &[SEVERAL_THREADS],
        modes: &[
            "interval:100us",
            "interval:1ms",
            "interval:5ms",
            "interval:20ms",
            "interval:100ms",
            "ticks:10",
            "ticks:100",
            "ticks:1000",
            "ticks:10000",
            "ticks:100000",
            "ticks:10,fair",
            "ticks:100,fair",
            "ticks:1000,fair",
            "ticks:10000,fair",
            "ticks:100000,fair",
        ],
        quick_modes: &["interval:1ms", "interval:5ms", "ticks:100", "ticks:10000"],
        is_sweep: true,
        figures: &[
            rate("work", "loops a second of all computing threads"),
            figure(
                "evenness",
                Unit::Percent,
                Better::More,
                Source::Run,
                "what the slowest thread does of what the fastest does",
            ),
            delays(
                "late",
                "from the end of a sleep of 2 ms until the thread runs",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Nothing,
            columns: &[
                column("computed", "work", Of::P50),
                column("evenness", "evenness", Of::P50),
                column("late p50", "late", Of::P50),
                column("p99", "late", Of::P99),
                column("max", "late", Of::Max),
            ],
            means: false,
        },
    },
    Experiment {
        name: "races",
        measures: "N threads change one thing without a lock: updates that are lost because two threads made them at once. With a lock, none may be.",
        workload: &[COMMON, include_str!("workloads/races.py")],
        fixed: &[],
        axes: &[
            Axis::Kind(
                "update",
                &["x += 1", "d[k] += 1", "append", "x += 1, locked"],
            ),
            SEVERAL_THREADS,
        ],
        modes: &[
            "interval:5ms",
            "interval:100us",
            "ticks:100",
            "ticks:7,fair",
            "off",
        ],
        quick_modes: &["interval:5ms", "ticks:7,fair", "off"],
        is_sweep: false,
        figures: &[
            figure(
                "attempts",
                Unit::Count,
                Better::Neither,
                Source::Run,
                "updates that were made",
            ),
            figure(
                "lost",
                Unit::Count,
                Better::Less,
                Source::Run,
                "updates that are missing in the end",
            ),
            figure(
                "percent",
                Unit::Percent,
                Better::Less,
                Source::Percent("lost", Base::Figure("attempts")),
                "`lost` of `attempts`",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Axis("threads"),
            columns: &[
                column("made", "attempts", Of::P50),
                column("lost", "lost", Of::P50),
                column("of made", "percent", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "contention",
        measures: "N threads use one lock, list or dict: uses in a second, and how many that is of what they do with one each.",
        workload: &[COMMON, include_str!("workloads/contention.py")],
        fixed: &[],
        axes: &[Axis::Kind("object", &["lock", "list", "dict"]), THREADS],
        modes: USUAL,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate(
                "private",
                "uses a second when each thread has one of its own",
            ),
            rate("shared", "uses a second when all threads share one"),
            percent(
                "percent",
                "shared",
                Base::Figure("private"),
                "`shared` of `private`",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Axis("threads"),
            columns: &[
                column("shared", "shared", Of::P50),
                column("of private", "percent", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "longcall",
        measures: "A thread makes one long native call while another wakes up every half millisecond: the time that the call takes, and the longest time that the other was kept waiting meanwhile.",
        workload: &[COMMON, include_str!("workloads/longcall.py")],
        fixed: &[],
        axes: &[Axis::Kind(
            "call",
            &["sort", "pow", "sum", "join", "search", "replace"],
        )],
        modes: KINDS,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            time("call", "what the call takes"),
            time(
                "gap",
                "the longest time between two wake-ups of the other thread",
            ),
        ],
        layout: Layout {
            rows: Over::Axis("call"),
            groups: Over::Sides,
            columns: &[
                column("call", "call", Of::P50),
                column("longest gap", "gap", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "gc",
        measures: "The collector beside a heap of many objects, while N threads compute and leave garbage: pauses of the collections of young objects that come by themselves, and of full ones that are asked for.",
        workload: &[COMMON, include_str!("workloads/gc.py")],
        fixed: &[],
        axes: &[
            Axis::Size("objects", [&[10_000, 100_000, 1_000_000], &[1000, 10_000]]),
            Axis::Threads {
                name: "busy",
                least: 0,
                reference: Some(0),
                usual: [&[2], &[2]],
            },
        ],
        modes: KINDS,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            delays(
                "young",
                "pauses of collections that come by themselves, of young objects",
            ),
            delays("full", "pauses of full collections"),
            rate(
                "garbage",
                "objects in cycles that the collecting thread makes and loses in a second",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Nothing,
            columns: &[
                column("young p50", "young", Of::P50),
                column("p95", "young", Of::P95),
                column("p99", "young", Of::P99),
                column("full p50", "full", Of::P50),
                column("p95", "full", Of::P95),
                column("p99", "full", Of::P99),
                column("garbage", "garbage", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "async",
        measures: "A server with N connections over loopback, 50 of which at a time ask something: a thread for each connection, or an event loop with a task or with a protocol for each. Answers in a second, how long one takes, and memory.",
        workload: &[COMMON, include_str!("workloads/connections.py")],
        fixed: &[],
        axes: &[
            Axis::Size("connections", [&[100, 1000, 10_000], &[10, 60]]),
            Axis::Kind("server", &["threads", "streams", "protocol"]),
        ],
        modes: KINDS,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate("rate", "answers a second"),
            delays(
                "delay",
                "from the sending of a question until the answer is there",
            ),
            memory("memory", "memory of the server with all connections"),
            memory("each", "what a connection adds to the server's memory"),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Nothing,
            columns: &[
                column("answers", "rate", Of::P50),
                column("delay p50", "delay", Of::P50),
                column("p99", "delay", Of::P99),
                column("memory", "memory", Of::P50),
                column("each", "each", Of::P50),
            ],
            means: false,
        },
    },
    Experiment {
        name: "hybrid",
        measures: "An event loop with 16 tasks that ask for work again and again, which the loop does itself, or a pool of threads or of processes: pieces of work in a second, by their length, and how late a task is that only wants to sleep.",
        workload: &[COMMON, include_str!("workloads/hybrid.py")],
        fixed: &[],
        axes: &[
            Axis::Size(
                "loops",
                [&[100, 10_000, 100_000, 1_000_000], &[100, 10_000]],
            ),
            Axis::Kind("pool", &["none", "threads", "processes"]),
        ],
        modes: KINDS,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            rate("rate", "pieces of work a second"),
            percent(
                "percent",
                "rate",
                Base::AtKind("pool", "none"),
                "the same, of what the loop does without a pool",
            ),
            delays(
                "late",
                "from the end of a sleep of 2 ms until the task runs",
            ),
        ],
        layout: Layout {
            rows: Over::Sides,
            groups: Over::Axis("pool"),
            columns: &[
                column("work", "rate", Of::P50),
                column("of none", "percent", Of::P50),
                column("late p99", "late", Of::P99),
            ],
            means: false,
        },
    },
    Experiment {
        name: "switchcost",
        measures: "What it takes to make a process, a thread, a generator or a coroutine and see its end, and to go from one to the other.",
        workload: &[COMMON, include_str!("workloads/switchcost.py")],
        fixed: &[],
        axes: &[Axis::Kind(
            "what",
            &["process", "thread", "generator", "coroutine"],
        )],
        modes: KINDS,
        quick_modes: KINDS,
        is_sweep: false,
        figures: &[
            time("create", "to make one, run it and see its end"),
            time("switch", "to go from one to the other"),
        ],
        layout: Layout {
            rows: Over::Axis("what"),
            groups: Over::Sides,
            columns: &[
                column("create", "create", Of::P50),
                column("switch", "switch", Of::P50),
            ],
            means: false,
        },
    },
];
