# break, continue, return, yield and await outside of their place.
sources = [
    'break', 'continue', 'return', 'return 1', 'yield', 'yield from x', 'await x',
    'if 1:\n break', 'class C:\n return', 'class C:\n break', 'class C:\n yield', 'def f():\n break',
    'for x in y:\n def f():\n  continue', 'while 1:\n class C:\n  break', 'for x in y: pass\nelse:\n break',
    'for x in y:\n pass\nelse:\n continue', '[(yield) for x in y]', '((yield) for x in y)', '[await x for x in y]',
    'def f():\n await x', 'def f():\n async with x: pass', 'def f():\n async for x in y: pass', 'async def f():\n yield from x',
    'async def f():\n yield 1\n return 2', 'async def f():\n return 1', 'lambda: (yield)', 'lambda: await x', 'async with x: pass',
    'def f():\n [x async for x in y]', 'async def f():\n [x async for x in y]', 'with x:\n break', 'try:\n pass\nfinally:\n return',
    'def f():\n try: pass\n finally: return', 'from x import *', 'def f():\n from x import *', 'class C:\n from x import *',
    'from __future__ import nope', 'x = 1\nfrom __future__ import annotations', 'from __future__ import braces', 'class C:\n def f(): return\n return',
    'def f():\n return\n yield', 'class C:\n x = [(yield)]', 'def f(x=(yield)): pass', 'async def f():\n lambda: await x', '{x: await y for x in z}',
    'def f():\n (await x for x in y)', 'x = yield', 'print(await 1)', 'except: pass', 'else: pass', 'try: pass', 'elif x: pass', 'finally: pass',
]
for source in sources:
    try:
        compile(source, 's', 'exec')
        print(repr(source), 'accepted')
    except SyntaxError as e:
        print(repr(source), '->', e.msg)
