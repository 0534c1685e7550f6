# A small virtual machine: assembler, instructions dispatched by decorator, and a disassembler.
class VMError(Exception):
    pass


class Instruction:
    table = {}

    def __init__(self, name, operands=0):
        self.name, self.operands = name, operands

    def __call__(self, fn):
        self.fn = fn
        Instruction.table[self.name] = self
        return fn


op = Instruction


class VM:
    def __init__(self, code, *, limit=100_000):
        self.code, self.limit = code, limit
        self.stack, self.calls, self.memory, self.out = [], [], {}, []
        self.pc = self.steps = 0

    def pop(self):
        if not self.stack:
            raise VMError('stack underflow')
        return self.stack.pop()

    def run(self):
        while 0 <= self.pc < len(self.code):
            if (steps := self.steps) >= self.limit:
                raise VMError(f'limit of {self.limit} steps')
            self.steps = steps + 1
            name, *args = self.code[self.pc]
            self.pc += 1
            try:
                if Instruction.table[name].fn(self, *args) == 'halt':
                    break
            except (ZeroDivisionError, TypeError, KeyError) as e:
                raise VMError(f'{type(e).__name__} in {name} at {self.pc - 1}: {e}') from e
        return self.out

    @op('push', 1)
    def push(self, v): self.stack.append(v)

    @op('pop')
    def drop(self): self.pop()

    @op('dup')
    def dup(self): self.stack.append(self.stack[-1]) if self.stack else self.pop()

    @op('swap')
    def swap(self):
        b, a = self.pop(), self.pop()
        self.stack += b, a

    @op('over')
    def over(self): self.stack.append(self.stack[-2])

    @op('load', 1)
    def load(self, name): self.stack.append(self.memory[name])

    @op('store', 1)
    def store(self, name): self.memory[name] = self.pop()

    @op('jump', 1)
    def jump(self, target): self.pc = target

    @op('jz', 1)
    def jz(self, target):
        if not self.pop():
            self.pc = target

    @op('call', 1)
    def call(self, target):
        self.calls.append(self.pc)
        if len(self.calls) > 500:
            raise VMError('call depth')
        self.pc = target

    @op('ret')
    def ret(self):
        if not self.calls:
            return 'halt'
        self.pc = self.calls.pop()

    @op('print')
    def print(self): self.out.append(self.pop())

    @op('halt')
    def halt(self): return 'halt'


def binary(name, fn):
    @op(name)
    def run(vm):
        b, a = vm.pop(), vm.pop()
        vm.stack.append(fn(a, b))


for name, fn in {'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'div': lambda a, b: a // b, 'mod': lambda a, b: a % b, 'lt': lambda a, b: int(a < b), 'eq': lambda a, b: int(a == b)}.items():
    binary(name, fn)


def assemble(source):
    labels, code = {}, []
    for number, line in enumerate(source.splitlines(), 1):
        line = line.split(';')[0].strip()
        if not line:
            continue
        if line.endswith(':'):
            if line[:-1] in labels:
                raise VMError(f'line {number}: label {line[:-1]} twice')
            labels[line[:-1]] = len(code)
            continue
        name, *args = line.split()
        if name not in Instruction.table:
            raise VMError(f'line {number}: unknown instruction {name}')
        if len(args) != Instruction.table[name].operands:
            raise VMError(f'line {number}: {name} takes {Instruction.table[name].operands} operands')
        code.append((name, *args))

    def resolve(name, arg):
        match name:
            case 'jump' | 'jz' | 'call':
                return labels[arg]
            case 'push':
                return int(arg)
        return arg
    return [(name, *(resolve(name, a) for a in args)) for name, *args in code]


factorial = """
    push 20
    call fact
    print
    halt
fact:               ; n -> n!
    dup
    push 2
    lt
    jz recurse
    pop
    push 1
    ret
recurse:
    dup
    push 1
    sub
    call fact
    mul
    ret
"""
primes = """
    push 2
    store n
next:
    load n
    push 60
    lt
    jz done
    push 2
    store d
try:
    load d
    load d
    mul
    load n
    swap
    lt
    jz test
    load n
    print
    jump advance
test:
    load n
    load d
    mod
    jz advance
    load d
    push 1
    add
    store d
    jump try
advance:
    load n
    push 1
    add
    store n
    jump next
done:
    halt
"""
for source in (factorial, primes):
    vm = VM(assemble(source))
    print(vm.run(), vm.steps, vm.stack)
for i, ins in enumerate(assemble(factorial)):
    print(f'{i:3} {ins[0]:6}{" ".join(map(str, ins[1:]))}'.rstrip())
for bad in ('add', 'push 1\npush 0\ndiv', 'load x', 'loop:\njump loop', 'f:\ncall f', 'push', 'nope 1', 'a:\na:', 'jump nowhere', 'push x', 'over'):
    try:
        print(VM(assemble(bad)).run())
    except (VMError, KeyError, ValueError, IndexError) as e:
        print(f'{bad!r}: {type(e).__name__} {e}')
