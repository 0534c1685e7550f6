# Endless while loop
# interrupt
while True:
    pass
