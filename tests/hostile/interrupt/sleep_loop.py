# Sleeping in a loop
# interrupt
import time
while True:
    time.sleep(0.05)
