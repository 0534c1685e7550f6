# Tabs, mixed depth, comments and blank lines at any column.
if True:
	print('tab')
	if True:
	 print('tab and space')
if True:
 print('one space')
if True:
        print('eight spaces')
# comment at column 0
        # comment at column 8
    # comment in the middle
        print('same block')

def f():

    # leading comment

    x = 1
# dedented comment does not end the block
    return x



print(f())
if 1:
    if 2:
        if 3:
            print('deep')
    print('dedent by two')

for source in [
    "if 1:\n  a\n b",
    "if 1:\nprint(1)",
    "  x = 1",
    "if 1:\n\tx\n        y",
    "def f():\n",
    "if 1:\n    a = 1\n  else:\n    b = 2",
    "for i in x:\n# only a comment\n",
    "class A:\n\n\nx = 1",
    "if 1:\n        a\n\tb",
    "x = 1\n  y = 2",
    "while 1:\npass",
    "try:\n    pass\nexcept:\npass",
    "with x:\npass",
    "if 1:\n  pass\nelse:\npass",
    "def f(x):\npass",
]:
    try:
        compile(source, "s", "exec")
        print("accepted")
    except SyntaxError as e:
        print(type(e).__name__, e.msg, e.lineno)
