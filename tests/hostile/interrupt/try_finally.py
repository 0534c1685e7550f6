# An endless loop inside try and finally
# interrupt
try:
    while True:
        pass
finally:
    cleaned = True
