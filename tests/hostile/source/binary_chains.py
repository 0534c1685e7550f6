# A hundred thousand binary operators in a row give the answer or are refused
def value(name, source, expected):
    try:
        result = eval(source)
    except (SyntaxError, RecursionError, MemoryError) as error:
        print(name, "ended")
    else:
        print(name, "ended" if result == expected else "WRONG")
n = 100000
value("+", "1" + "+1" * n, n + 1)
value("-", "1" + "-1" * n, 1 - n)
value("* 1", "7" + "*1" * n, 7)
value("//", "7" + "//1" * n, 7)
value("|", "1" + "|2" * n, 3)
value("and", "1" + " and 1" * n, 1)
value("or", "0" + " or 0" * n, 0)
value("<=", "1" + "<=1" * n, True)
value("==", "0" + "==0" * n, True)
value("in", "1" + " in [1]" * 1, True)
value("is", "None" + " is None" * n, True)
value("strings", "''" + " 'a'" * n, "a" * n)
value("f-strings", "''" + " f'{1}'" * n, "1" * n)
value("tuple", "(" + "1," * n + ")", (1,) * n)
value("list", "[" + "1," * n + "]", [1] * n)
value("set", "{" + "1," * n + "}", {1})
value("dict", "{" + "1:1," * n + "}", {1: 1})
value("starred", "[" + "*[]," * n + "]", [])
value("mixed", "0" + "+1-1" * n, 0)
value("float", "0.0" + "+1.0" * n, float(n))
value("names", "(lambda x: x" + "+x" * n + ")(1)", n + 1)
value("comparison mix", "1" + "<2>1" * n, True)
