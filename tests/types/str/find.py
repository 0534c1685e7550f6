# find, rfind, index, rindex, count, startswith, endswith with bounds

def check(*expressions):
    for expression in expressions:
        print(expression, end=" -> ")
        try:
            print(repr(eval(expression, globals())))
        except Exception as error:
            print(f"{type(error).__name__}: {error}")


s = "hello world hello"
check("s.find('hello')", "s.rfind('hello')", "s.find('hello', 1)", "s.find('hello', -5)", "s.find('hello', -4)", "s.find('')", "s.find('', 5)", "s.find('', 17)", "s.find('', 18)", "s.rfind('')", "s.rfind('', 0, 3)", "s.rfind('', 5, 3)", "s.find('l', 3, 4)", "s.find('l', None, None)", "s.find('o', -100, 100)", "s.find('x')", "s.index('x')", "s.rindex('x')", "s.index('w')", "s.rindex('l', 0, 5)", "s.count('l')", "s.count('')", "s.count('', 3, 5)", "s.count('', 17)", "s.count('', 18)", "s.count('ll')", "'aaaa'.count('aa')", "s.count('l', 3)", "s.count('l', -3)",
      "s.startswith('hello')", "s.startswith('world', 6)", "s.startswith('')", "s.startswith('', 17)", "s.startswith('', 18)", "s.startswith(('x', 'he'))", "s.startswith(())", "s.startswith(('x', 1))", "s.startswith(1)", "s.startswith(['he'])", "s.endswith('hello')", "s.endswith('world', 0, 11)", "s.endswith('', 3, 2)", "s.endswith(('lo', 'x'), -2)", "s.endswith('hello', -4)", "s.find()", "s.find(1)", "s.find('a', 'b')", "s.find('a', 1, 2, 3)", "s.count(1)", "'é😀a'.find('a')", "'é😀a'.rfind('😀')", "'é😀a'.index('a', -1)", "'é' in 'café'", "1 in 'abc'", "'' in ''", "None in ''", "'abc'.find('c', 10**30)", "'abc'.find('a', -10**30)", "'ab\\0c'.find('\\0')", "s.rfind('hello', 0, 16)", "s.rfind('o', 8)")
