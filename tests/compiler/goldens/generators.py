def walk(tree):
    if tree:
        yield from walk(tree.left)
        got = yield tree.value
        print((yield))
        return got
