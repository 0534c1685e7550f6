# Sleeping for a long time
# interrupt
import time
time.sleep(1000)
