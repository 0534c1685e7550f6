type Pair[T] = tuple[T, T]

class Box[T: int]:
    def get[U](self, other: U = None) -> T: ...
