# An endless generator consumed by a native loop
# interrupt
def forever():
    while True: yield 0
any(forever())
