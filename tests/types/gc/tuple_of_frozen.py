# A tuple that was collected while what it holds was frozen is still tracked afterwards.
import gc


class Node:
    def __del__(self):
        print('freed')


node = Node()
gc.freeze()
node.tuple = (node,)
node.function = lambda node=node: node
gc.collect()
gc.unfreeze()
print(gc.is_tracked(node.tuple))
del node
print(gc.collect() > 0)
