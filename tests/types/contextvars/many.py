# A thousand variables, set and reset at random, with snapshots in between, against dictionaries.
from contextvars import Context, ContextVar, copy_context

VARIABLES = [ContextVar(f'v{i}') for i in range(1000)]
seed = 12345


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
    return (seed >> 8) % n


def check(context, model):
    assert len(context) == len(model), (len(context), len(model))
    assert {var.name: value for var, value in context.items()} == model
    assert sorted(var.name for var in context) == sorted(model)
    for _ in range(20):
        var = VARIABLES[random(1000)]
        assert context.get(var, 'none') == model.get(var.name, 'none')
        assert (var in context) == (var.name in model)


def work():
    model, tokens, snapshots = {}, [], []
    for step in range(6000):
        what = random(10)
        var = VARIABLES[random(1000) if step % 3 else random(40)]
        if what < 6 or not tokens:
            tokens.append((var.set(step), dict(model)))
            model[var.name] = step
        elif what < 9:
            token, before = tokens.pop(random(len(tokens)))
            name = token.var.name
            token.var.reset(token)
            if name in before:
                model[name] = before[name]
            else:
                model.pop(name, None)
        else:
            snapshots.append((copy_context(), dict(model)))
            if len(snapshots) > 20:
                check(*snapshots.pop(random(len(snapshots))))
        assert var.get('none') == model.get(var.name, 'none')
        if step % 500 == 0:
            check(copy_context(), model)
    for snapshot in snapshots:
        check(*snapshot)
    # Everything is taken back in the end.
    for var in VARIABLES:
        if var in copy_context():
            token = var.set(0)
    while tokens:
        token, _ = tokens.pop()
        token.var.reset(token)
    return len(copy_context())


context = Context()
context.run(work)
everything = Context()
everything.run(lambda: [var.set(var.name) for var in VARIABLES])
print(len(everything), all(everything[var] == var.name for var in VARIABLES))
undo = []
everything.run(lambda: undo.extend(var.set(0) for var in VARIABLES))
everything.run(lambda: [token.var.reset(token) for token in undo])
print(all(value == var.name for var, value in everything.items()))
fresh = Context()
tokens = fresh.run(lambda: [var.set(0) for var in VARIABLES])
fresh.run(lambda: [token.var.reset(token) for token in tokens])
print(len(fresh), fresh == Context(), everything == everything.copy())
