# exit: 1
# A failing assertion shows its condition and message.
def check(order):
    assert order['count'] > 0 and len(order['items']) == order['count'], f'bad order {order}'


check({'count': 2, 'items': ['x']})
