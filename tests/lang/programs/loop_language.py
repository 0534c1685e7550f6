# A compiler and interpreter for an eight-instruction loop language, with an optimiser checked against the plain one.
from collections import namedtuple

Op = namedtuple('Op', 'kind arg offset', defaults=(0, 0))


class LoopError(SyntaxError):
    pass


def parse(source):
    stack, current = [], []
    line = column = 1
    for ch in source:
        match ch:
            case '+' | '-': current.append(Op('add', 1 if ch == '+' else -1))
            case '>' | '<': current.append(Op('move', 1 if ch == '>' else -1))
            case '.': current.append(Op('out'))
            case ',': current.append(Op('in'))
            case '[':
                stack.append((current, line, column))
                current = []
            case ']':
                if not stack:
                    raise LoopError(f'unmatched ] at {line}:{column}')
                outer, *_ = stack.pop()
                outer.append(Op('loop', tuple(current)))
                current = outer
        line, column = (line + 1, 1) if ch == '\n' else (line, column + 1)
    if stack:
        _, line, column = stack[-1]
        raise LoopError(f'unmatched [ at {line}:{column}')
    return tuple(current)


def optimise(ops):
    out = []
    for op in ops:
        previous = out[-1] if out else None
        match previous, op:
            case Op(kind='add', arg=a), Op(kind='add', arg=b):
                out[-1:] = [Op('add', a + b)] if a + b else []
            case Op(kind='move', arg=a), Op(kind='move', arg=b):
                out[-1:] = [Op('move', a + b)] if a + b else []
            case _, Op(kind='loop', arg=body):
                out.append(simplify(optimise(body)))
            case _:
                out.append(op)
    return spread(out)


def simplify(body):
    match body:
        case (Op('add', -1 | 1, 0),):
            return Op('clear')
    effects, at = {}, 0
    for op in body:
        match op:
            case Op('move', n): at += n
            case Op('add', n, offset): effects[at + offset] = effects.get(at + offset, 0) + n
            case _: return Op('loop', body)
    if at == 0 and effects.get(0) == -1:
        del effects[0]
        return Op('multiply', tuple(sorted(effects.items())))
    return Op('loop', body)


def spread(ops):
    out, at = [], 0
    for op in ops:
        match op:
            case Op('move', n): at += n
            case Op('add' | 'out' | 'in' | 'clear' as kind, n): out.append(Op(kind, n, at))
            case _:
                if at:
                    out.append(Op('move', at))
                    at = 0
                out.append(op)
    if at:
        out.append(Op('move', at))
    return tuple(out)


class Machine:
    def __init__(self, data=b'', size=300, limit=200_000):
        self.tape, self.at, self.input, self.output, self.left = bytearray(size), 0, iter(data), bytearray(), limit
        self.limit = limit

    def run(self, ops):
        tape = self.tape
        for kind, arg, offset in ops:
            self.left -= 1
            if self.left < 0:
                raise TimeoutError(f'more than {self.limit} steps')
            at = self.at + offset
            if not 0 <= at < len(tape):
                raise IndexError(f'cell {at}')
            match kind:
                case 'add': tape[at] = tape[at] + arg & 255
                case 'move': self.at += arg
                case 'out': self.output.append(tape[at])
                case 'in': tape[at] = next(self.input, 0)
                case 'clear': tape[at] = 0
                case 'multiply':
                    n = tape[at]
                    for o, k in arg:
                        if n:
                            tape[at + o] = tape[at + o] + k * n & 255
                    tape[at] = 0
                case 'loop':
                    while tape[self.at]:
                        self.run(arg)
        return self


def count(ops): return sum(1 + (count(op.arg) if op.kind == 'loop' else 0) for op in ops)


def show(ops, depth=0):
    for op in ops:
        text = f'{"  " * depth}{op.kind}'
        match op:
            case Op('loop', body):
                yield text
                yield from show(body, depth + 1)
            case Op('multiply', targets): yield f'{text} {" ".join(f"[{o}]*{k}" for o, k in targets)}'
            case Op(_, arg, offset): yield text + (f' {arg}' if arg else '') + (f' at {offset}' if offset else '')


programs = {
    'hello': ('++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.', b''),
    'echo': (',[.,]', b'echo this'),
    'reverse': ('>,[>,]<[.<]', b'reverse'),
    'upper': (',[' + '-' * 32 + '.,]', b'shout'),
    'add': (',>,<[->+<]>.', bytes([20, 22])),
    'multiply': (',>,<[>[>+>+<<-]>>[<<+>>-]<<<-]>>.', bytes([6, 7])),
    'wrap': ('-.+.--.', b''),
}
for title, (source, data) in programs.items():
    plain = parse(source)
    fast = optimise(plain)
    results = [Machine(data).run(ops) for ops in (plain, fast)]
    assert results[0].output == results[1].output, title
    print(title, bytes(results[0].output), count(plain), count(fast), *(m.limit - m.left for m in results))
print('\n'.join(show(optimise(parse(programs['multiply'][0])))))
print('\n'.join(show(optimise(parse('+++>>--<[->>+++<<]<[-]>[>+<]..++--,')))))
for source in (']', '[[', '+[\n[+]\n', '+[.]', '+[+]', '<', '+[>+]'):
    try:
        print(Machine().run(optimise(parse(source))).output)
    except (LoopError, TimeoutError, IndexError) as e:
        print(repr(source), type(e).__name__, e)
print(Op('add', 1), Op('x')._replace(arg=5), Op._fields, Op('add') == ('add', 0, 0))
