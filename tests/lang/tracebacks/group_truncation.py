# exit: 1
# A group with many members and one nested very deep are cut.
wide = ExceptionGroup('wide', [ValueError(i) for i in range(20)])
deep = TypeError('bottom')
for i in range(12):
    deep = ExceptionGroup(f'level {i}', [deep, KeyError(i)])
raise ExceptionGroup('both', [wide, deep])
