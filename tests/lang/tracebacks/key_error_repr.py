# exit: 1
# KeyError prints the repr of its key.
prices = {'apple': 1}
prices["it's \"quoted\""]
