# exit: 1
# The brackets of a failing subscript are marked.
data = {'rows': [{'cells': [1, 2, 3]}]}


def cell(i):
    return data['rows'][0]['cells'][i] + data['rows'][0]['cells'][0]


cell(7)
