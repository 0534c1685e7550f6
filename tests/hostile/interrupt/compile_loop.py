# Compiling long programs over and over
# interrupt
source = "x = 1 + 2 * (3 - y) if z else [a for a in b]\n" * 2000
while True:
    compile(source, "x", "exec")
