def show(x, width):
    return f"{x!r:>{width}} and {x=} {{}} {x:.2f}" f"{width}"
