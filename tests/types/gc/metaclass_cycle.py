# A metaclass dies with its last class.
import gc
gc.disable()


class MetaMeta(type):
    def __del__(cls):
        print('metaclass', cls.__name__)


def make():
    class Meta(type, metaclass=MetaMeta):
        pass
    return Meta('Made', (), {})


made = make()
gc.collect()
print(type(made).__name__)
del made
print(gc.collect() > 0)
