# exit: 1
# Carets in augmented assignments.
def f(config):
    config['n'] += 1
    config['values'][2] *= config['n']
    del config['values'][0], config['gone']


f({'n': 1, 'values': [1, 2, 3]})
