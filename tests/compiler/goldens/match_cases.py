def match_cases(value):
    match value:
        case 0 | 1:
            return "bit"
        case [first, *rest] if first:
            return rest
        case {"key": Point(x=0, y=y), **others}:
            return y, others
        case str() as text:
            return text
        case None:
            pass
        case _:
            return value
