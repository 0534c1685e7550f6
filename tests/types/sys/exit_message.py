# SystemExit with a message writes it to standard error and exits with 1
# exit: 1
import sys
print("before")
sys.exit("the message é")
