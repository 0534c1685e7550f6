# exit: 1
# An expression over several lines is shown with all of its lines.
def combine(first, second, third):
    return first + second + third


value = combine(
    1,
    len('ab'),
    combine(
        1,
        None,
        3,
    ),
)
