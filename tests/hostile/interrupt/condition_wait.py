# interrupt
# SIGINT ends a wait for a condition, which leaves the lock free.
import threading
import time

# Somebody who could still end the wait.
threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
condition = threading.Condition()
try:
    with condition:
        condition.wait(1000)
finally:
    print(condition._is_owned(), len(condition._waiters))
