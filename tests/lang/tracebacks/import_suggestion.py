# exit: 1
# ImportError suggests a similar name of the module.
from itertools import chian
