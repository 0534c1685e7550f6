# How deep blocks of each kind nest
def nest(line, depth): return "".join(" " * i + line + "\n" for i in range(depth)) + " " * depth + "pass\n"
def depth_of(make):
    for depth in range(5, 40):
        try:
            compile(make(depth), "x", "exec")
        except SyntaxError as e:
            return depth, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset
for line in ("for x in y:", "while x:", "while 1:", "with x:"):
    print(line, depth_of(lambda n: nest(line, n)))
print("async with", depth_of(lambda n: "async def f():\n" + "".join(" " + text + "\n" for text in nest("async with x:", n).splitlines())))
print("try", depth_of(lambda n: "".join(" " * i + "try:\n" for i in range(n)) + " " * n + "pass\n" + "".join(" " * i + "except: pass\n" for i in range(n - 1, -1, -1))))
print("finally", depth_of(lambda n: "".join(" " * i + "try:\n" for i in range(n)) + " " * n + "pass\n" + "".join(" " * i + "finally: pass\n" for i in range(n - 1, -1, -1))))
print("handlers", depth_of(lambda n: "".join(" " * i + "try: pass\n" + " " * i + "except E as e:\n" for i in range(n)) + " " * n + "pass\n"))
