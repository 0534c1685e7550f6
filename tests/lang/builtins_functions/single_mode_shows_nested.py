# compile(mode="single"): expression statements show their values, in blocks too, but not in functions
exec(compile("for i in range(3):\n    i\n    if i: i * 10\n", "x", "single"))
exec(compile("if 1:\n    'text'\n    None\n    try: 5\n    finally: 6\n", "x", "single"))
exec(compile("with open_() as c: c\n", "x", "single"), {"open_": type("O", (), {"__enter__": lambda s: 7, "__exit__": lambda *a: None})})
exec(compile("def f():\n    1\n    return 2\n", "x", "single"), space := {})
print(space["f"]())
exec(compile("class C:\n    3\n", "x", "single"))
exec(compile("x = 4; x; x + 1", "x", "single"))
