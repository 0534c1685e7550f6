# exit: 1
# A failing attribute in a chain: the whole expression up to it is marked.
class Node:
    def __init__(self, next=None):
        self.next = next


chain = Node(Node(Node()))
print(chain.next.next.next)
chain.next.next.next.next.next
