# A loop inside a with statement
# interrupt
class CM:
    def __enter__(self): return self
    def __exit__(self, *args): return False
while True:
    with CM():
        pass
