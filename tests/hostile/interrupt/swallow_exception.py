# A loop that swallows Exception is still interrupted
# interrupt
while True:
    try:
        raise ValueError
    except Exception:
        pass
