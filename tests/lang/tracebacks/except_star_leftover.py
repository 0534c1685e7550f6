# exit: 1
# What except* leaves over and what its handlers raise is printed as one group.
def work():
    raise ExceptionGroup('work', [ValueError('v'), TypeError('t'), KeyError('k')])


try:
    work()
except* ValueError as group:
    print('handled', len(group.exceptions))
except* TypeError:
    raise OSError('while handling')
